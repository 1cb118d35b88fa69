// Small pieces of a page.

/** An element with properties and what is in it. */
export function el(tag, properties = {}, ...inside) {
  const { class: className, ...rest } = properties;
  const element = Object.assign(document.createElement(tag), rest);
  if (className) element.className = className;
  element.append(...inside.flat().filter((one) => one !== null && one !== undefined && one !== false));
  return element;
}

/** A text that is there in several languages, each marked with its own. */
export function texts(all, tag = "span") {
  return all.map(([lang, text]) => el(tag, { class: "text", lang }, text));
}

/** "1 error", "2 errors". Advice has no plural. */
export function count(n, word) {
  if (word === "advice") return `${count(n, "piece")} of advice`;
  return `${n} ${word}${n === 1 ? "" : "s"}`;
}

/** What stands between backticks, as code. */
export function coded(text) {
  return text.split("`").map((part, n) => (n % 2 ? el("code", {}, part) : part));
}

/** How many problems there are, each severity in its colour. */
export function chips(counts) {
  return counts.map(([word, n]) => el("span", { class: `chip ${word}` }, count(n, word)));
}
