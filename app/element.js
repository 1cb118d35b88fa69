// Defines Jalon's elements. What they need (glue, wasm, styles, bank) is fetched, all at once, when the first of them
// comes near the viewport; until then a page pays for this file alone.

const NEAR = "400px";
const at = (file) => new URL(file, import.meta.url);

let client;
/** One download of glue, wasm and styles for the whole page; a failed one can be tried again. */
function fetchClient() {
  client ??= (async () => {
    const packed = fetch(at("jalon_app.bin")).then(bytes);
    packed.catch(() => {});
    const styles = fetch(at("jalon.css")).then((answer) => (answer.ok ? answer.text() : ""), () => "");
    const glue = await import(at("jalon_app.js"));
    await glue.start(await packed);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await styles);
    return { glue, sheet };
  })();
  client.catch(() => (client = undefined));
  return client;
}

/** What the server sent; a page that says that there is nothing is not taken for it. */
async function bytes(answer) {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** The header of a bank is at its address; each module lies in a folder beside it, of the same name. */
function fetchBank(bank, module) {
  if (!bank || !module) return [];
  const [, path, query = ""] = /^([^?#]*?)(?:\.json)?([?#].*)?$/s.exec(bank);
  return Promise.all([bank, `${path}/${encodeURIComponent(module)}.json${query}`].map(ask));
}

/** The address, and its text; where there is none, the status of the server's answer, or null without an answer. */
async function ask(address) {
  try {
    const answer = await fetch(address);
    return [address, answer.ok ? await answer.text() : answer.status];
  } catch {
    return [address, null];
  }
}

/** The same in each of our languages, with its own mark. */
function inEach(words) {
  return Object.entries(words).flatMap(([lang, text], n) => {
    const span = Object.assign(document.createElement("span"), { lang, textContent: text });
    return n ? [" / ", span] : [span];
  });
}

const arrivals = new IntersectionObserver(
  (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && target.arrive()),
  { rootMargin: NEAR },
);

class JalonElement extends HTMLElement {
  static observedAttributes = ["bank", "module", "lang"];
  #root = this.attachShadow({ mode: "open" });
  #reading = null;
  #glue = null;
  #place = null;
  #turn = 0;

  connectedCallback() {
    this.#wait();
  }

  disconnectedCallback() {
    arrivals.unobserve(this);
    this.#leave();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === "lang") this.#read(now);
    else if (this.#turn && this.isConnected) {
      this.#leave();
      this.#wait();
    }
  }

  /** "both" is a way to read, not a language: as an attribute, screen readers would take it for one. */
  #read(lang) {
    if (lang === null && this.#reading === "both") return;
    this.#reading = lang;
    if (lang === "both") this.removeAttribute("lang");
    this.#glue?.read(this.#place, this.#wishes());
  }

  /** The languages to read in, most wanted first: the tag's, the page's, the browser's. */
  #wishes() {
    return [this.#reading, document.documentElement.lang, ...navigator.languages].filter(Boolean).join();
  }

  /** What is near now needs no observer, which would answer a frame later. A hidden element has no box to go by. */
  #wait() {
    const [box] = this.getClientRects();
    const near = parseInt(NEAR);
    if (box?.bottom > -near && box.top < innerHeight + near) this.arrive();
    else arrivals.observe(this);
  }

  #leave() {
    this.#turn++;
    this.#glue?.unmount(this.#place);
    this.#glue = null;
    this.#root.replaceChildren();
  }

  /** `again` after a retry: the button that had the focus is gone then. */
  async arrive(again) {
    arrivals.unobserve(this);
    this.#leave();
    const turn = this.#turn;
    const [bank, module] = [this.getAttribute("bank"), this.getAttribute("module")];
    const download = fetchBank(bank, module);
    this.#say({ en: "Loading…", fr: "Chargement…" });
    try {
      const [{ glue, sheet }, answers] = await Promise.all([fetchClient(), download]);
      if (turn !== this.#turn) return;
      this.#root.adoptedStyleSheets = [sheet];
      const place = document.createElement("div");
      this.#root.replaceChildren(place);
      const asked = [this.localName, bank, module, this.#wishes()];
      glue.mount(place, asked, answers.flat(), () => this.arrive(true));
      [this.#glue, this.#place] = [glue, place];
      if (again) place.querySelector("[tabindex]")?.focus();
    } catch (error) {
      if (turn !== this.#turn) return;
      console.error(error);
      const retry = document.createElement("button");
      retry.append(...inEach({ en: "Retry", fr: "Réessayer" }));
      retry.onclick = () => this.arrive(true);
      this.#say({ en: "This exercise could not be loaded.", fr: "Cet exercice n’a pas pu être chargé." }, " ", retry);
      if (again) retry.focus();
    }
  }

  /** What is said while there is no client to say it. */
  #say(words, ...more) {
    const line = document.createElement("p");
    line.setAttribute("role", "status");
    line.append(...inEach(words), ...more);
    this.#root.replaceChildren(line);
  }
}

for (const name of ["jalon-checkpoint", "jalon-module", "jalon-prompt"]) {
  if (!customElements.get(name)) customElements.define(name, class extends JalonElement {});
}
