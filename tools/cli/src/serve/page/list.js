// The modules of all banks.

import { chips, count, el, texts } from "./make.js";

/** Shows the modules, below a sentence on why they are shown. */
export function showList(main, state, why) {
  document.title = "Modules – jalon serve";
  document.querySelector("#tools").replaceChildren();
  const banks = state.banks.map(section);
  const none = "There is nothing to show until the errors are fixed. Then the modules appear here.";
  main.className = "page list";
  main.replaceChildren(
    ...(why ? [el("p", { class: "notice", role: "status" }, why)] : []),
    ...(banks.length ? banks : [el("h1", {}, "No bank without errors"), el("p", {}, none)]),
  );
}

function section(bank) {
  const [first, ...others] = texts(bank.title);
  const stale = el("p", { class: "notice" }, "This bank has errors. This is the last version without any.");
  return el(
    "section",
    { class: "bank" },
    el("h1", {}, first, ...others),
    el("p", { class: "folder" }, el("code", {}, bank.folder || ".")),
    bank.stale && stale,
    el("ul", { class: "modules" }, bank.modules.map((module) => row(bank, module))),
  );
}

function row(bank, module) {
  const [first, ...others] = texts(module.title);
  const asked = module.draw && module.draw < module.questions ? `, ${module.draw} at a time` : "";
  const facts = [texts(module.track)[0], module.level, `${module.minutes} min`, count(module.questions, "question") + asked];
  return el(
    "li",
    {},
    el("a", { href: `/module/${bank.id}/${module.id}` }, first),
    ...others,
    el("p", { class: "facts" }, facts.map((fact) => el("span", {}, fact)), chips(module.counts)),
  );
}
