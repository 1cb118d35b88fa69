// A learner who works in the page itself, by the events that hands cause: many steps cost no time then. Every answer has one spelling, on
// screen and in the storage, so that the two can be held against one another. The texts of choices and items are their ids, in each language,
// and a prompt starts with the id of its question.
globalThis.learner = (() => {
  /** Lets what is under way come to its end. Timers would wait for a second in a tab that lies behind another. */
  function turn() {
    const { port1, port2 } = new MessageChannel();
    const done = new Promise((then) => (port1.onmessage = then));
    port2.postMessage(0);
    return done.then(() => port1.close());
  }

  const elements = () => [...document.querySelectorAll("jalon-checkpoint")];
  const questions = (element) => [...(element?.shadowRoot.querySelectorAll("fieldset[id]") ?? [])];
  /** The first word in it: where two languages are on screen, the second one says the same. */
  function words(node) {
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const word = texts.currentNode.data.trim().split(/[\s:]/)[0];
      if (word) return word;
    }
    return "";
  }
  const name = (question) => words(question.querySelector("legend .prompt"));
  const pairs = (all) => all.filter(([, value]) => value !== "").map((one) => one.join("=")).sort().join();
  const label = (input) => words(input.closest("label") ?? input.getRootNode().querySelector(`[for="${input.id}"]`));

  /** What is in a question's inputs. */
  function seen(question) {
    const find = (selector) => [...question.querySelectorAll(selector)];
    const order = find("ol li > .says");
    if (order.length) return order.map(words).join();
    const sorts = find("fieldset");
    if (sorts.length) {
      const picked = (sort) => sort.querySelector("input:checked");
      return pairs(sorts.map((sort) => [words(sort.querySelector("legend")), picked(sort) ? label(picked(sort)) : ""]));
    }
    const gaps = question.querySelector(".gapped .tongue");
    if (gaps) return pairs([...gaps.querySelectorAll("input, select")].map((gap, n) => [`g${n + 1}`, gap.value]));
    const menus = find("select");
    if (menus.length) return pairs(menus.map((menu) => [label(menu), menu.value]));
    const line = question.querySelector("textarea, input[type=text]");
    if (line) return line.value;
    const own = question.querySelector(".own .written");
    if (own) return own.textContent;
    const options = find(":scope > .options:not(.sure) input");
    const english = { Vrai: "True", Faux: "False" };
    const picked = options.filter((input) => input.checked).map(label);
    return picked.map((own) => english[own] ?? own).sort().join();
  }

  /** The same of a response as it is stored. */
  function spelt(response) {
    if (typeof response !== "object") return "";
    const [[kind, value]] = Object.entries(response);
    if (kind === "choice" || kind === "hotspot") return [...value].sort().join();
    if (kind === "true-false") return value ? "True" : "False";
    if (kind === "order") return value.join();
    if (kind === "match" || kind === "classify") return pairs(Object.entries(value));
    if (kind === "gaps") return pairs(Object.entries(value).map(([gap, given]) => [gap, Object.values(given)[0]]));
    return value;
  }

  function fire(input, ...types) {
    for (const type of types) input.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }

  function type(input, text, isDone) {
    input.value = text;
    fire(input, "input", ...(isDone ? ["change"] : []));
  }

  /** Answers a question in some way, of which `n` chooses. Says which it was, and whether there was anything to do. */
  async function answer(at, nth, n) {
    const all = questions(elements()[at]);
    const question = all[nth % all.length];
    if (!question) return null;
    const usable = (selector) => [...question.querySelectorAll(selector)].filter((one) => !one.disabled && !one.closest("[hidden]") && !one.hidden);
    const pick = (list) => list[n % list.length];
    const moves = usable("ol li button:not([aria-disabled])");
    const boxes = usable(".options:not(.sure) input");
    const lines = usable("textarea, input[type=text]");
    const menus = usable("select");
    const half = n % 5 === 0;
    if (moves.length) pick(moves).click();
    else if (boxes.length) pick(boxes).click();
    else if (menus.length && (!lines.length || n % 2)) {
      const menu = pick(menus);
      menu.selectedIndex = n % menu.options.length;
      fire(menu, "input", "change");
    } else if (lines.length) {
      const line = pick(lines);
      const texts = line.inputMode === "decimal" ? [String(n), `${n} h`, `${n},`] : [`umbr ${n}`, "umbrela", `été « ${n} »`, '{"jalon":1}', ""];
      type(line, texts[n % texts.length], !half);
    } else return null;
    await turn();
    return [name(question), seen(question)];
  }

  /** Fills in one part of a question, of those that it has, with what people answer: a slip of the pen, a number with its unit. */
  async function give(question, n) {
    const find = (selector) => [...question.querySelectorAll(selector)];
    const [sorts, menus] = [find("fieldset"), find(".pair select")];
    const gaps = find(".gapped .tongue:first-child :is(input, select)");
    const field = gaps[n] ?? menus[n] ?? question.querySelector("textarea, input[type=text]");
    const move = question.querySelector("ol li button:not([aria-disabled])");
    const box = (sorts[n] ?? question).querySelector("input[type=radio], input[type=checkbox]");
    if (move) move.click();
    else if (field?.localName === "select") {
      field.selectedIndex = n + 1;
      fire(field, "input", "change");
    } else if (field) type(field, field.inputMode === "decimal" ? "365" : "umbrela", true);
    else box.click();
    await turn();
  }

  /** Presses a button by its words, in either language; false where there is none to press. */
  async function press(at, ...names) {
    const root = elements()[at]?.shadowRoot;
    const buttons = [...(root?.querySelectorAll("button") ?? [])].filter((one) => !one.closest("[hidden]"));
    const fits = buttons.filter((one) => names.some((words) => one.textContent.trim().startsWith(words)));
    // "Submit" is not "Submit anyway".
    const [button] = fits.sort((a, b) => a.textContent.length - b.textContent.length);
    button?.click();
    await turn();
    return Boolean(button);
  }

  /** One of the buttons with such a word, of all questions. */
  async function pressOne(at, n, ...names) {
    const root = elements()[at]?.shadowRoot;
    const buttons = [...(root?.querySelectorAll("fieldset button") ?? [])].filter(
      (one) => !one.closest("[hidden]") && names.some((words) => one.textContent.includes(words)),
    );
    buttons[n % buttons.length]?.click();
    await turn();
    return buttons.length > 0;
  }

  const shows = (element) => ({
    isOver: Boolean(element.shadowRoot.querySelector("#result")),
    notices: [...element.shadowRoot.querySelectorAll(".notice")].map((one) => one.textContent),
    failure: questions(element).length ? "" : (element.shadowRoot.textContent ?? ""),
    answers: Object.fromEntries(questions(element).map((question) => [name(question), seen(question)])),
  });

  /** Everything that is in the storage, also where the page may not look, but for what fills it. */
  function entries() {
    const names = globalThis.realStorage.names().filter((name) => !/^f(iller-)?\d+$/.test(name));
    return names.map((name) => [name, globalThis.realStorage.read(name)]);
  }

  function stored() {
    const given = [];
    const done = [];
    for (const [key, text] of entries()) {
      const [, , sort, attempt, question] = key.replace(/^jalon-set-aside:\d+:/, "").split(":");
      try {
        const { jalon, saved } = JSON.parse(text);
        if (jalon !== 1) continue;
        if (sort === "given") given.push([attempt, question, spelt(saved.given.response)]);
        if (sort !== "done") continue;
        done.push(attempt);
        for (const all of [saved.done.given, saved.done.left_out ?? {}]) {
          for (const [id, own] of Object.entries(all)) given.push([attempt, id, spelt(own.response)]);
        }
      } catch {
        // A damaged entry holds no answer.
      }
    }
    return { given, done };
  }

  const isThere = () => elements().length > 0 && elements().every((one) => questions(one).length > 0);

  /** Waits until every element shows its questions. */
  async function ready() {
    const patience = Date.now() + 20_000;
    while (!isThere()) {
      if (Date.now() > patience) throw new Error(`no questions, but "${elements().map(({ shadowRoot }) => shadowRoot.textContent)}"`);
      await turn();
    }
  }

  /** What is on screen once everything that was under way is there, and what is stored. */
  async function report() {
    for (let n = 0; n < 3; n++) await turn();
    return { elements: elements().map(shows), ...stored(), entries: entries() };
  }

  return { answer, give, press, pressOne, report, ready, elements, turn };
})();
