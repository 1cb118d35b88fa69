// Where a person would click or touch `this`: brought into view and at rest. The point must really hit the element,
// something in it, or its label; otherwise the answer is what is in the way.
async function () {
  const frame = () => new Promise((done) => { requestAnimationFrame(done); setTimeout(done, 250); });
  const above = (node) => node.assignedSlot ?? node.parentNode ?? node.host ?? null;
  const within = (node, wanted) => {
    for (let n = node; n; n = above(n)) if (n === wanted) return true;
    return false;
  };
  const deepest = (x, y) => {
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit;
  };
  const told = (node) => {
    if (!node) return "nothing";
    const text = (node.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 60);
    return `<${node.localName}${node.id ? ` id="${node.id}"` : ""}>${text ? ` "${text}"` : ""}`;
  };
  const biggest = (element) => [...element.getClientRects()]
    .filter((r) => r.width > 2 && r.height > 2)
    .sort((a, b) => b.width * b.height - a.width * a.height)[0];

  const labels = [...(this.labels ?? [])];
  const candidates = [this, ...labels];
  let reason = "it has no size on the page";
  for (const candidate of candidates) {
    candidate.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    let box = biggest(candidate);
    if (!box) continue;
    for (let tries = 0; tries < 60; tries++) {
      await frame();
      const next = biggest(candidate);
      if (!next) break;
      const still = Math.abs(next.x - box.x) + Math.abs(next.y - box.y) < 0.5;
      box = next;
      if (still) break;
    }
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const hit = deepest(x, y);
    if (hit && candidates.some((wanted) => within(hit, wanted))) return { x, y };
    reason = `at its place a person would hit ${told(hit)}`;
  }
  return { reason };
}
