// What is wrong: in the dock at the foot of the page, and beside the question that it is about.

import { goTo } from "./module.js";
import { chips, coded, count, el, texts } from "./make.js";

const dock = document.querySelector("#dock");
const status = el("p", { role: "status" });
const toggle = el("button", { type: "button", hidden: true });
const list = el("div", { id: "problems", tabIndex: -1, hidden: true });
toggle.setAttribute("aria-controls", "problems");
dock.append(el("div", { class: "sum" }, status, toggle), list);
toggle.addEventListener("click", () => open(list.hidden));

function open(on) {
  list.hidden = !on;
  toggle.setAttribute("aria-expanded", on);
  toggle.textContent = on ? "Hide" : "Show";
  toggle.setAttribute("aria-label", `${toggle.textContent} problems`);
}

let errorsBefore = 0;

/** Says what the last save came to, and lists the problems. Errors open the list by themselves. */
export function showDock(state) {
  const errors = state.counts.find(([word]) => word === "error")?.[1] ?? 0;
  const worst = state.trouble ? "error" : state.counts[0]?.[0] ?? "none";
  dock.className = worst;
  const says = errors && state.banks.length ? "Until they are fixed, the page shows the last version without errors." : "";
  const when = new Date().toLocaleTimeString("en-GB");
  status.replaceChildren(
    ...(state.trouble ? [el("strong", {}, state.trouble)] : state.counts.length ? chips(state.counts) : [el("strong", {}, "No problem")]),
    el("span", {}, says),
    el("span", { class: "when" }, `${when}, checked in ${Math.max(1, Math.round(state.took))} ms`),
  );
  list.replaceChildren(problemList(state.problems, state), ...elsewhere(state));
  toggle.hidden = !state.counts.length;
  if (!state.counts.length) open(false);
  else if (errors > 0 && errorsBefore === 0) open(true);
  else if (errors === 0 && errorsBefore > 0) open(false);
  else open(!list.hidden);
  errorsBefore = errors;
}

/** Says whether the server is there. */
export function showConnection(on) {
  dock.classList.toggle("away", !on);
  if (!on) status.replaceChildren(el("strong", {}, "jalon serve has stopped."), el("span", {}, "The page continues when it runs again."));
}

/** How many problems are not in the list, which has those that matter here. */
function elsewhere(state) {
  const all = state.counts.reduce((sum, [, n]) => sum + n, 0);
  const left = all - state.problems.length;
  if (!left) return [];
  const words = state.more ? "more; jalon check lists them all." : "more in other modules.";
  return [el("p", { class: "elsewhere" }, `${left} ${words}`)];
}

/** Problems as a list. */
export function problemList(problems, state) {
  return el("ul", { class: "list" }, problems.map((one) => el("li", { class: `problem ${one.severity}` }, whole(one, state))));
}

function whole(problem, state) {
  return [
    head(problem),
    el("p", { class: "says" }, coded(problem.message)),
    excerpt(problem),
    problem.help && el("p", { class: "help" }, "Try: ", coded(problem.help)),
    ...problem.labels.map((label) => el("p", { class: "help" }, place(label), " ", coded(label.message))),
    link(problem, state),
  ];
}

function head(problem) {
  return el(
    "p",
    { class: "head" },
    el("span", { class: `chip ${problem.severity}` }, problem.severity),
    el("code", {}, problem.code),
    place(problem),
  );
}

function place({ file, line, column }) {
  return el("span", { class: "place" }, `${file}:${line}:${column}`);
}

/** The way to the question, where it is shown somewhere. */
function link(problem, state) {
  const bank = state.banks.find((one) => one.folder === problem.folder);
  const module = bank?.modules.find((one) => one.id === problem.module);
  if (!module) return null;
  const here = state.module === problem.module && state.bank === bank.id;
  const question = problem.part === "question" && problem.about;
  if (here && !(question && state.questions.some((one) => one.id === question))) return null;
  const address = `/module/${bank.id}/${module.id}`;
  const link = el("a", { href: question ? `${address}#question-${question}` : address }, question ? `Question ${question}` : "Show the module");
  if (here) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      // It would cover what it leads to.
      open(false);
      goTo(question);
    });
  }
  return el("p", {}, link);
}

/** The lines of the text, with what is meant marked. Of a long line, the part around it. */
function excerpt(problem) {
  const AROUND = 60;
  const lines = problem.excerpt.split("\n").slice(0, 4);
  const rows = lines.map((text, n) => {
    const chars = [...text];
    const from = n ? 0 : problem.column - 1;
    const to = problem.line + n === problem.end_line ? Math.max(from + 1, problem.end_column - 1) : chars.length;
    const [start, end] = [Math.max(0, from - AROUND), Math.min(chars.length, Math.max(to, from + 1) + AROUND)];
    const cut = (a, b) => chars.slice(a, b).join("");
    return [
      el("span", { class: "line" }, String(problem.line + n)),
      start > 0 ? "…" : "",
      cut(start, from),
      el("mark", {}, cut(from, Math.min(to, from + 4 * AROUND)) || " "),
      cut(Math.min(to, from + 4 * AROUND), end),
      end < chars.length ? "…" : "",
      "\n",
    ];
  });
  return el("pre", { class: "excerpt", tabIndex: 0 }, el("code", {}, rows.flat()));
}

const NOTES = new CSSStyleSheet();
NOTES.replaceSync(`
.beside { display: grid; scroll-margin-block: 5rem; gap: calc(0.5 * var(--unit)); font-size: var(--small); }
.beside:empty { display: none; }
.beside ul { list-style: none; display: grid; gap: calc(0.5 * var(--unit)); }
.beside li { display: grid; gap: calc(0.25 * var(--unit)); padding: calc(0.6 * var(--unit)) calc(0.9 * var(--unit));
  border: 1px dashed var(--edge); border-inline-start: 4px solid var(--edge); border-radius: 4px var(--radius) var(--radius) 4px; }
.beside .error { border-color: var(--wrong); background: var(--wrong-field); }
.beside .warning { border-color: var(--note); background: var(--note-field); }
.beside .advice { border-color: var(--accent); background: var(--tint); }
.beside .of { color: var(--soft); }
.beside strong { font-weight: 600; }
.beside .error strong { color: var(--wrong); }
.beside .advice strong { color: var(--accent); }
.beside .warning strong { color: var(--note); }
.beside code { background: none; padding: 0; }
@media print { .beside { display: none; } }
`);

/** Puts what is wrong with each question into it, under what the learner sees of it. */
export function showBeside(element, state, ids, { captions }) {
  const root = element.shadowRoot;
  if (!root.adoptedStyleSheets.includes(NOTES)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, NOTES];
  const fieldsets = [...root.querySelectorAll("fieldset.question")];
  const known = fieldsets.length === ids.length;
  fieldsets.forEach((fieldset, n) => {
    const question = known && state.questions.find((one) => one.id === ids[n]);
    const notes = question ? beside(question, state, captions) : [];
    const former = fieldset.querySelector(":scope > .beside");
    const next = el("div", { class: "beside" }, notes);
    if (former?.innerHTML === next.innerHTML && former === fieldset.lastElementChild) return;
    former?.remove();
    if (notes.length) fieldset.append(next);
  });
}

function beside(question, state, captions) {
  const own = problemsOf(question, state).map((one) =>
    el(
      "li",
      { class: one.severity },
      el("span", {}, el("strong", {}, one.severity), " ", el("code", {}, one.code), " ", el("span", { class: "of" }, `line ${one.line}`)),
      el("span", {}, coded(one.message)),
      one.help && el("span", { class: "of" }, "Try: ", coded(one.help)),
    ),
  );
  const caption = captions && el("span", { class: "of" }, el("code", {}, question.id), question.line ? `, line ${question.line}` : "");
  return [...(caption ? [caption] : []), ...(own.length ? [el("ul", {}, own)] : [])];
}

function problemsOf(question, state) {
  const folder = state.banks.find((one) => one.id === state.bank)?.folder;
  return state.problems.filter(
    (one) => one.folder === folder && one.module === state.module && one.part === "question" && one.about === question.id,
  );
}

/** The questions of the module that the attempt on screen doesn't ask. */
export function showNotAsked(place, state, ids) {
  // It is asked for at each answer, too.
  const key = JSON.stringify([state.version, ids]);
  if (place.dataset.key === key) return;
  place.dataset.key = key;
  const others = state.questions.filter((one) => !ids.includes(one.id));
  if (!others.length) {
    place.replaceChildren();
    return;
  }
  const rows = others.map((question) => {
    const problems = problemsOf(question, state);
    const row = el("li", { id: `question-${question.id}`, tabIndex: -1 }, texts(question.prompt, "p"));
    row.append(el("p", { class: "facts" }, el("code", {}, question.id), ` line ${question.line ?? "?"}`));
    if (problems.length) row.append(problemList(problems, state));
    return row;
  });
  const head = el("h2", {}, `${count(others.length, "question")} of the module not asked in this attempt`);
  place.replaceChildren(el("section", { class: "others" }, head, el("ul", {}, rows)));
}
