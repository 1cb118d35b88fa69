// One module: its element as on a site, with what its author wants to know around it.

import { askEvery, asked, editedSince, forget } from "./attempt.js";
import { el } from "./make.js";
import { remember, restore } from "./place.js";
import { showBeside, showNotAsked, problemList } from "./problems.js";

const asLearners = new URLSearchParams(location.search).get("as") === "learners";

let before;
let element;
let watch;

/** Shows a module, or what has become of it. */
export async function showModule(main, state) {
  const bank = asLearners ? state.drawn : state.every;
  if (!before) lay(main, state);
  if (!asLearners) askEvery(state, editedSince(before, state));
  if (before?.content !== state.content) await mount(state, bank);
  before = state;
  say(state);
  beside(state, bank);
}

/** What stays while the bank changes. */
function lay(main, state) {
  main.className = "page module";
  main.replaceChildren(el("div", { id: "about" }), el("div", { id: "here" }), el("div", { id: "not-asked" }), paste(state));
  const choice = (words, query, current) => {
    const link = el("a", { href: location.pathname + query }, words);
    if (current) link.setAttribute("aria-current", "page");
    return link;
  };
  const again = el("button", { type: "button", title: "Takes your answers to this module away" }, "Start afresh");
  again.addEventListener("click", async () => {
    forget(asLearners ? before.drawn : before.every, before.module);
    const state = before;
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
  document.title = `${module.title[0][1]} – jalon serve`;
  const about = state.problems.filter((one) => one.folder === bank.folder && one.part !== "question" && one.severity !== "error");
  const head = el("h2", {}, "About the module");
  const stale = el("p", { class: "notice" }, "The texts have errors now. This is what the module was before.");
  document.querySelector("#about").replaceChildren(
    ...(bank.stale ? [stale] : []),
    ...(about.length ? [el("section", { class: "notes" }, head, problemList(about, state))] : []),
  );
}

/** Puts a new element in the place of the former one once it shows its questions, so that nothing is empty in between. */
async function mount(state, bank) {
  const former = element;
  const place = former?.isConnected && former.shadowRoot ? remember(former, asked(before, bank)) : null;
  const reading = former && readingOf(former);
  await import("/jalon.js");
  element = el("jalon-module", { class: former ? "coming" : "" });
  const folder = asLearners ? "banks" : "every";
  element.setAttribute("bank", `${folder}/${state.bank}.json`);
  element.setAttribute("module", state.module);
  if (!former) element.setAttribute("lang", "both");
  document.querySelector("#here").append(element);
  // It waits until it comes near; an author wants to be led to its questions before.
  if (!element.shadowRoot.childElementCount) element.arrive();
  await ready(element);
  if (reading && readingOf(element) !== reading) element.setAttribute("lang", reading);
  former?.remove();
  element.classList.remove("coming");
  watchQuestions(state, bank);
  if (place) restore(place, element, asked(state, bank));
  else followHash();
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

/** Notes follow their questions: another attempt asks others. */
function watchQuestions(state, bank) {
  watch?.disconnect();
  let due = false;
  watch = new MutationObserver(() => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      beside(before, bank);
    });
  });
  watch.observe(element.shadowRoot, { childList: true, subtree: true });
}

function beside(state, bank) {
  watch?.takeRecords();
  const ids = asked(state, bank);
  showBeside(element, state, ids, { captions: !asLearners });
  showNotAsked(document.querySelector("#not-asked"), state, ids);
  // What was put in just now is no news.
  watch?.takeRecords();
}

/** Leads to the question that the address names. */
export function followHash() {
  const [, id] = /^#question-(.+)$/.exec(decodeURIComponent(location.hash)) ?? [];
  if (id) goTo(id);
}

/** Leads to a question: on screen, else among those that are not asked. False where there is none. */
export function goTo(id) {
  if (!element || !before) return false;
  const ids = asked(before, asLearners ? before.drawn : before.every);
  const fieldset = element.shadowRoot.querySelectorAll("fieldset.question")[ids.indexOf(id)];
  const target = fieldset ?? document.getElementById(`question-${id}`);
  target?.scrollIntoView({ block: "center" });
  target?.focus({ preventScroll: true });
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
