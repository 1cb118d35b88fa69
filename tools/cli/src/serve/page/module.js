// One module: its element as on a site, with what its author wants to know around it.

import { askEvery, asked, editedSince, forget } from "./attempt.js";
import { el, texts } from "./make.js";
import { remember, restore } from "./place.js";
import { showBeside, showNotAsked, problemList } from "./problems.js";

const asLearners = new URLSearchParams(location.search).get("as") === "learners";

/** The state on the page, its element, and the ids of the questions that it asks. */
let before, element;
let ids = [];
const news = new MutationObserver(() => requestAnimationFrame(() => beside(before)));

/** Shows a module, or what has become of it. */
export async function showModule(main, state) {
  if (!main.querySelector("#here")) {
    // The first time, or after the module was gone.
    before = element = undefined;
    lay(main, state);
  }
  if (!asLearners) askEvery(state, editedSince(before, state));
  const fresh = before?.content === state.content ? null : await prepared(state);
  // From here on in one go: what is seen changes once, and stays where it is.
  const place = element && remember(element, ids);
  if (fresh) put(fresh);
  before = state;
  say(state);
  beside(state);
  if (place) restore(place, element, ids);
  else followHash();
}

const bankOf = (state) => (asLearners ? state.drawn : state.every);

/** What stays while the bank changes. */
function lay(main, state) {
  main.className = "page module";
  main.replaceChildren(el("h1", { class: "quiet" }), el("div", { id: "about" }), el("div", { id: "here" }), el("div", { id: "not-asked" }), paste(state));
  const choice = (words, query, current) => {
    const link = el("a", { href: location.pathname + query }, words);
    if (current) link.setAttribute("aria-current", "page");
    return link;
  };
  const again = el("button", { type: "button", title: "Clears your answers to this module" }, "Start over");
  again.addEventListener("click", async () => {
    const state = before;
    forget(state, bankOf(state));
    before = { ...state, content: null };
    await showModule(main, state);
  });
  const views = el("nav", {}, choice("Every question", "", !asLearners), choice("As learners get it", "?as=learners", asLearners));
  views.setAttribute("aria-label", "Questions");
  document.querySelector("#tools").replaceChildren(views, again);
}

/** Title, and what is wrong with the module where it is no question's. */
function say(state) {
  const bank = state.banks.find((one) => one.id === state.bank);
  const module = bank.modules.find((one) => one.id === state.module);
  document.querySelector("h1").replaceChildren(...texts(module.title));
  document.title = `${module.title[0][1]} – jalon serve`;
  const about = state.problems.filter((one) => one.folder === bank.folder && one.part !== "question" && one.severity !== "error");
  const head = el("h2", {}, "About the module");
  const stale = el("p", { class: "notice" }, "The files have errors. This is the last version without any.");
  document.querySelector("#about").replaceChildren(
    ...(bank.stale ? [stale] : []),
    ...(about.length ? [el("section", { class: "notes" }, head, problemList(about, state))] : []),
  );
}

/** A new element that shows its questions, and can't be seen yet. */
async function prepared(state) {
  await import("/jalon.js");
  const fresh = el("jalon-module", { class: "coming" });
  fresh.setAttribute("bank", `${asLearners ? "banks" : "every"}/${state.bank}.json`);
  fresh.setAttribute("module", state.module);
  if (!element) fresh.setAttribute("lang", "both");
  document.querySelector("#here").append(fresh);
  // It waits until it comes near; an author wants to be led to its questions before.
  if (!fresh.shadowRoot.childElementCount) fresh.arrive();
  await ready(fresh);
  const reading = element && readingOf(element);
  if (reading && readingOf(fresh) !== reading) fresh.setAttribute("lang", reading);
  return fresh;
}

/** Puts an element in the place of the former one. */
function put(fresh) {
  news.disconnect();
  element?.remove();
  element = fresh;
  element.classList.remove("coming");
  // Notes follow their questions: another attempt asks others.
  news.observe(element.shadowRoot, { childList: true, subtree: true });
}

/** In which language an element is read, if it has several. */
function readingOf(element) {
  const pressed = element.shadowRoot?.querySelector(".languages [aria-pressed=true]");
  return pressed ? pressed.getAttribute("lang") || "both" : null;
}

/** Until an element shows its module, or why it can't. */
function ready(element) {
  const root = element.shadowRoot;
  const isReady = () => root.querySelector(":scope > div > *, button");
  return new Promise((resolve) => {
    if (isReady()) return resolve();
    const observer = new MutationObserver(() => {
      if (!isReady()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(root, { childList: true, subtree: true });
  });
}

function beside(state) {
  ids = asked(state, bankOf(state));
  showBeside(element, state, ids, { captions: !asLearners });
  showNotAsked(document.querySelector("#not-asked"), state, ids);
  // What was put in just now is no news.
  news.takeRecords();
}

/** Leads to the question that the address names. */
function followHash() {
  const [, id] = /^#question-(.+)$/.exec(decodeURIComponent(location.hash)) ?? [];
  if (id) goTo(id);
}

/** Leads to a question and to what is said beside it: on screen, else among those that are not asked. False where there is none. */
export function goTo(id) {
  const fieldset = element?.shadowRoot.querySelectorAll("fieldset.question")[ids.indexOf(id)];
  const target = fieldset ?? document.getElementById(`question-${id}`);
  target?.scrollIntoView({ block: "start" });
  target?.focus({ preventScroll: true });
  fieldset?.querySelector(".beside")?.scrollIntoView({ block: "nearest" });
  return Boolean(target);
}
addEventListener("hashchange", followHash);

/** What to paste into a page of a site. */
function paste(state) {
  const tags = [
    `<script type="module" src="jalon.js"></script>`,
    `<jalon-module bank="banks/${state.bank}.json" module="${state.module}" lang="both"></jalon-module>`,
  ].join("\n");
  return el(
    "details",
    { class: "paste" },
    el("summary", {}, "Put this module in a page of yours"),
    el("p", {}, "Copy a built site and the files of ", el("code", {}, "jalon build"), " to any static host, and paste this where the module should stand. ", el("code", {}, "jalon-checkpoint"), " shows its questions alone."),
    el("pre", { tabIndex: 0 }, el("code", {}, tags)),
  );
}
