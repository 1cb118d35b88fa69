// Runs before any script of the page: keeps the storage's own functions for whoever looks on, and forbids what the tab's name says.
// Draws are the same in each run.
(() => {
  let last = 42;
  Math.random = () => (last = (last * 16_807) % 2_147_483_647) / 2_147_483_647;
  const own = Storage.prototype;
  const [get, set, key] = [own.getItem, own.setItem, own.key];
  const getter = Object.getOwnPropertyDescriptor(window, "localStorage");
  let storage;
  try {
    storage = window.localStorage;
  } catch {
    return;
  }
  globalThis.realStorage = {
    names: () => Array.from({ length: storage.length }, (_, n) => key.call(storage, n)),
    read: (name) => get.call(storage, name),
  };
  const refuse = () => {
    throw new DOMException("The page may not do this.", "SecurityError");
  };
  /** What may not be done from now on in this tab, on any page of it: a part of "get set all". */
  globalThis.forbid = (what) => {
    window.name = what;
    own.getItem = what.includes("get") ? refuse : get;
    own.key = what.includes("get") ? refuse : key;
    own.setItem = what.includes("set") ? refuse : set;
    Object.defineProperty(window, "localStorage", what.includes("all") ? { configurable: true, get: refuse } : getter);
  };
  if (window.name) globalThis.forbid(window.name);
})();
