// Defines Jalon's elements. What they need (glue, wasm, styles, bank) is fetched, all at once, when the first of them comes near the viewport;
// until then a page pays for this file alone. It is the one file of the client with a stable name; those that it loads carry a hash of their
// content. Loaders and clients of two versions may meet while caches expire: the arguments of `mount`, `read` and `unmount` stay as they are.

/**
 * The files of the client, relative to this one, and which entry each element needs. The build writes the table in the place of the name.
 * A later version of this file is imported for its table alone.
 */
export const files = JALON_FILES;

const NEAR = "400px";
/** The kinds that the first load can show; the client has others in a chunk. */
const FIRST_KINDS = ["choice", "true-false"];
/** Attributes that a client reads when it is mounted. New ones come at the end. */
const OPTIONS = ["hide", "view", "module-href", "checkpoint-href"];
const at = (file) => new URL(file, import.meta.url);

/** The table in use; another than `files` where this file came from a cache and is out of date. */
let table = files;

/** The entries that were started, by the name of their glue: one download for the whole page. */
const clients = new Map();

/**
 * The glue of an element's client, and the client once it can be used. `fresh` asks the network past the cache, also for the table. What loaded
 * already is kept, if the table still names it.
 */
async function getClient(element, fresh) {
  if (fresh) table = await newestTable();
  const entry = table.entries[table.elements[element]];
  if (!clients.has(entry.glue)) clients.set(entry.glue, load(entry, table.style, fresh));
  return clients.get(entry.glue);
}

async function newestTable() {
  try {
    return (await importAnew(at(""))).files ?? table;
  } catch {
    return table;
  }
}

/** A browser remembers which address failed to import, so this adds a query. The first request is for the cache's copy of the plain address. */
async function importAnew(address) {
  await fetch(address, { cache: "reload" });
  const other = new URL(address);
  other.searchParams.set("again", Date.now());
  return import(other);
}

function load({ glue, wasm }, style, fresh) {
  const binary = get(wasm, fresh);
  const sheet = getSheet(style, fresh);
  const client = fresh ? importAnew(at(glue)) : import(at(glue));
  const ready = start(client, binary);
  for (const download of [binary, sheet, client, ready]) download.catch(() => {});
  return { client, sheet, ready };
}

async function start(glue, binary) {
  const client = await glue;
  await client.default({ module_or_path: binary });
  return client;
}

/** The styles. Empty where they can't be had: an exercise without styles is better than none, but the network comes first. */
async function getSheet(style, fresh) {
  const sheet = new CSSStyleSheet();
  try {
    const answer = await get(style, fresh);
    sheet.replaceSync(await answer.text());
  } catch (error) {
    if (!fresh) throw error;
  }
  return sheet;
}

/** A file of the table, refused unless it has the digest that the table says. */
async function get([file, integrity], fresh) {
  const answer = await fetch(at(file), { integrity, cache: fresh ? "reload" : "default" });
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer;
}

/**
 * The header of a bank is at its address; it names the file of each module, in a folder beside it, of the same name. The result has the address
 * and the answer of the header, then of the module, if one is asked for.
 */
async function getBank(bank, module, fresh, loading) {
  if (!bank) return [];
  const header = await ask(bank, fresh);
  const { file, chunks } = infoOf(header[1], module) ?? {};
  if (!file) return header;
  for (const chunk of chunks) prefetch(chunk, loading);
  const [, path, query = ""] = /^([^?#]*?)(?:\.json)?([?#].*)?$/s.exec(bank);
  return [...header, ...(await ask(`${path}/${encodeURIComponent(file)}${query}`, fresh))];
}

/** The file of a module, and the chunks that it needs; the client says what is wrong with a header that says nothing. */
function infoOf(header, module) {
  try {
    const { languages = [], modules } = JSON.parse(header);
    const { file, kinds = [] } = modules.find(({ id }) => id === module);
    const chunks = languages.map((language) => language.split("-")[0]);
    if (kinds.some((kind) => !FIRST_KINDS.includes(kind))) chunks.push("kinds");
    return { file, chunks };
  } catch {
    return undefined;
  }
}

/** Downloads a chunk beside the client. What goes wrong shows when the client asks for it. */
async function prefetch(chunk, loading) {
  try {
    (await (await loading).client).prefetch(chunk);
  } catch {}
}

/** The address, and its text; where there is none, the status of the server's answer, or null without an answer. */
async function ask(address, fresh) {
  try {
    const answer = await fetch(address, { cache: fresh ? "reload" : "default" });
    return [address, answer.ok ? await answer.text() : answer.status];
  } catch {
    return [address, null];
  }
}

/** What is said while there is no client to say it, in each of our languages. */
const WORDS = {
  loading: { en: "Loading…", fr: "Chargement…", de: "Wird geladen\u00a0…" },
  unstyled: {
    en: "The styles could not be loaded.",
    fr: "La mise en forme n’a pas pu être chargée.",
    de: "Die Formatierung konnte nicht geladen werden.",
  },
  failed: {
    en: "This exercise could not be loaded.",
    fr: "Cet exercice n’a pas pu être chargé.",
    de: "Diese Übung konnte nicht geladen werden.",
  },
  retry: { en: "Retry", fr: "Réessayer", de: "Erneut versuchen" },
};

/** Words in the most wanted language that has them, or in each, with its own mark, for somebody who reads in all. */
function inWanted(words, wishes) {
  const tags = wishes.split(",").map((tag) => tag.split("-")[0].toLowerCase());
  const wanted = tags.find((tag) => tag === "both" || Object.hasOwn(words, tag)) ?? "en";
  const langs = wanted === "both" ? Object.keys(words) : [wanted];
  return langs.flatMap((lang, n) => {
    const span = Object.assign(document.createElement("span"), { lang, textContent: words[lang] });
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
  #client = null;
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
    this.#client?.read(this.#place, this.#wishes());
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
    this.#client?.unmount(this.#place);
    this.#client = null;
    this.#root.replaceChildren();
  }

  /** Loads and shows. What fails is tried once more past the cache, without a word; after a retry it is past the cache from the start. */
  async arrive(retried = false) {
    arrivals.unobserve(this);
    this.#leave();
    const turn = this.#turn;
    for (const fresh of retried ? [true] : [false, true]) {
      this.#say(WORDS.loading);
      try {
        if (await this.#try(turn, fresh)) break;
      } catch (error) {
        // A client that fails is of no use to other elements either.
        clients.clear();
        if (fresh && turn === this.#turn) this.#fail(error);
      }
      if (turn !== this.#turn) return;
    }
    // The button that had the focus is gone.
    if (retried && turn === this.#turn) (this.#root.querySelector("[tabindex]") ?? this.#root.querySelector("button"))?.focus();
  }

  /** Whether that was all there is to do. The client shows why a bank can't be read, but not before the network was asked. */
  async #try(turn, fresh) {
    const [bank, module] = [this.getAttribute("bank"), this.getAttribute("module")];
    const loading = getClient(this.localName, fresh);
    const ready = loading.then(({ ready }) => ready);
    const needed = [ready, this.#dress(turn, loading), getBank(bank, module, fresh, loading)];
    const [client, sheet, answers] = await Promise.all(needed);
    if (turn !== this.#turn) return true;
    const place = document.createElement("div");
    this.#root.append(place);
    const asked = [this.localName, bank, module, this.#wishes(), ...OPTIONS.map((name) => this.getAttribute(name))];
    const shown = await client.mount(place, asked, answers, () => this.arrive(true));
    if (turn !== this.#turn) {
      client.unmount(place);
      return true;
    }
    if (!shown && !fresh && answers.length) {
      client.unmount(place);
      return false;
    }
    [this.#client, this.#place] = [client, place];
    this.#root.firstChild.remove();
    if (!sheet.cssRules.length) {
      const line = this.#line(WORDS.unstyled);
      line.append(" ", this.#retry());
      this.#root.prepend(line);
    }
    return true;
  }

  /** Puts the styles on as soon as they arrive. The browser finds the fonts while it waits for the rest, and what is said meanwhile looks right. */
  async #dress(turn, loading) {
    const sheet = await (await loading).sheet;
    if (turn === this.#turn) this.#root.adoptedStyleSheets = [sheet];
    return sheet;
  }

  #fail(error) {
    console.error(error);
    this.#say(WORDS.failed).append(" ", this.#retry());
  }

  /** What is said while there is no client to say it. */
  #say(words) {
    const line = this.#line(words);
    const box = document.createElement("div");
    box.append(line);
    this.#root.replaceChildren(box);
    return line;
  }

  #line(words) {
    const line = document.createElement("p");
    line.setAttribute("role", "status");
    line.append(...inWanted(words, this.#wishes()));
    return line;
  }

  #retry() {
    const button = document.createElement("button");
    button.append(...inWanted(WORDS.retry, this.#wishes()));
    button.onclick = () => {
      clients.clear();
      this.arrive(true);
    };
    return button;
  }
}

for (const name of Object.keys(files.elements)) {
  if (!customElements.get(name)) customElements.define(name, class extends JalonElement {});
}
