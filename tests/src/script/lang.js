// The language in force where `this` shows some words: the closest `lang`, up through shadow hosts. Null: not shown.
function (words) {
  const plain = (text) => text.replace(/[\u00ad\u200b\u2060]/g, "").replace(/\s+/g, " ").trim();
  const inner = (node) => node.shadowRoot ? [...node.shadowRoot.children, ...node.children] : [...(node.children ?? [])];
  const read = (node) => {
    if (/^(script|style|template)$/.test(node.localName)) return "";
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    const nodes = node.shadowRoot ? [...node.shadowRoot.childNodes, ...node.childNodes] : [...node.childNodes];
    return nodes.map(read).join("");
  };
  const hidden = (node) => node.nodeType === Node.ELEMENT_NODE && getComputedStyle(node).display === "none";
  let holder = null;
  for (let next = this; next;) {
    holder = next;
    next = inner(holder).find((child) => !hidden(child) && plain(read(child)).includes(words));
  }
  if (!plain(read(holder)).includes(words)) return null;
  for (let node = holder; node; node = node.parentNode ?? node.host) {
    const lang = node.getAttribute?.("lang");
    if (lang !== null && lang !== undefined) return lang;
  }
  return "";
}
