// The text under `this` as it is read: by the eyes (what is painted), or by the ears (hidden-but-spoken text too, without
// aria-hidden). Blocks are separate lines; shadow roots are read in place of their hosts' children.
function (eyes) {
  const out = [];
  const clipped = (element, style) => {
    if (/^inset\((50|100)%/.test(style.clipPath)) return true;
    if (style.clip.startsWith("rect(") && /^rect\(([01]px,? ?)+\)$/.test(style.clip)) return true;
    if (style.overflowX === "visible" || style.display.startsWith("inline")) return false;
    const box = element.getBoundingClientRect();
    return box.width <= 1 || box.height <= 1;
  };
  const inner = (node) => {
    if (node.localName === "details" && !node.open) return node.querySelectorAll(":scope > summary");
    if (node.shadowRoot) return node.shadowRoot.childNodes;
    if (node.localName === "slot") {
      const slotted = node.assignedNodes({ flatten: true });
      if (slotted.length) return slotted;
    }
    return node.childNodes;
  };
  const field = (element) => {
    if (element.localName === "select") return [...element.selectedOptions].map((o) => o.label).join(" ");
    if (element.localName === "textarea") return element.value;
    const silent = /^(checkbox|radio|hidden|password|range|color|file|image)$/;
    if (element.localName === "input") return silent.test(element.type) ? "" : element.value;
    return null;
  };
  const walk = (node, visible) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (visible) out.push(node.data);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) {
      for (const child of node.childNodes) walk(child, visible);
      return;
    }
    const style = getComputedStyle(node);
    if (style.display === "none") return;
    if (eyes ? style.opacity === "0" || clipped(node, style) : node.ariaHidden === "true") return;
    const painted = style.visibility === "visible" && (style.display === "contents" || node.checkVisibility());
    const apart = !/^(inline|contents|ruby)$/.test(style.display) || node.localName === "br";
    if (apart) out.push("\n");
    const typed = field(node);
    if (typed === null) for (const child of inner(node)) walk(child, painted);
    else if (painted) out.push(typed);
    if (apart) out.push("\n");
  };
  walk(this, true);
  return out.join("");
}
