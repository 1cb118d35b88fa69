// Defines Jalon's elements. What they need (glue, wasm, styles, bank) is fetched, all at once, when the first of them
// comes near the viewport; until then a page pays for this file alone.

const NEAR = "400px";
const at = (file) => new URL(file, import.meta.url);

let client;
/** One download of glue, wasm and styles for the whole page; a failed one can be tried again. */
function fetchClient() {
  client ??= (async () => {
    const wasm = fetch(at("jalon_app_bg.wasm"));
    wasm.catch(() => {});
    const styles = fetch(at("jalon.css")).then((answer) => (answer.ok ? answer.text() : ""), () => "");
    const glue = await import(at("jalon_app.js"));
    await glue.default({ module_or_path: wasm });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await styles);
    return { mount: glue.mount, sheet };
  })();
  client.catch(() => (client = undefined));
  return client;
}

/** The header of a bank is at its address; each module lies in a folder beside it, of the same name. */
function fetchBank(bank, module) {
  if (!bank || !module) return [undefined, undefined];
  const header = new URL(bank, document.baseURI);
  const part = new URL(header);
  part.pathname = header.pathname.replace(/\.json$/, "") + `/${encodeURIComponent(module)}.json`;
  return [header, part].map((address) => {
    const answer = fetch(address);
    answer.catch(() => {});
    return answer;
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
  #mounted = null;
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
    this.#mounted?.read(lang ?? undefined);
  }

  #wait() {
    const { top, bottom } = this.getBoundingClientRect();
    const near = parseInt(NEAR);
    if (bottom > -near && top < innerHeight + near) this.arrive();
    else arrivals.observe(this);
  }

  #leave() {
    this.#turn++;
    this.#mounted?.unmount();
    this.#mounted = null;
    this.#root.replaceChildren();
  }

  async arrive() {
    arrivals.unobserve(this);
    this.#leave();
    const turn = this.#turn;
    const [bank, module] = [this.getAttribute("bank"), this.getAttribute("module")];
    const answers = fetchBank(bank, module);
    this.#say("Loading… / Chargement…");
    try {
      const { mount, sheet } = await fetchClient();
      if (turn !== this.#turn) return;
      this.#root.adoptedStyleSheets = [sheet];
      const place = document.createElement("div");
      this.#root.replaceChildren(place);
      this.#mounted = mount(place, this.localName, bank ?? "", module ?? "", this.#reading ?? undefined, ...answers);
    } catch (error) {
      if (turn !== this.#turn) return;
      console.error(error);
      const retry = document.createElement("button");
      retry.textContent = "Retry / Réessayer";
      retry.onclick = () => this.arrive();
      this.#say("This exercise could not be loaded. / Cet exercice n’a pas pu être chargé. ", retry);
    }
  }

  /** What is said while there is no client to say it. */
  #say(text, ...more) {
    const line = document.createElement("p");
    line.setAttribute("role", "status");
    line.append(text, ...more);
    this.#root.replaceChildren(line);
  }
}

for (const name of ["jalon-checkpoint", "jalon-module", "jalon-prompt"]) {
  if (!customElements.get(name)) customElements.define(name, class extends JalonElement {});
}
