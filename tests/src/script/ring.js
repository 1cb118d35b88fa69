// Whether a person can see that `this` has the focus: an outline or shadow on it, or an outline on what is drawn for it
// (its label, the element right after it).
function () {
  const clear = (colour) => colour === "transparent" || /^rgba\(.*,\s*0\)$|\/\s*0\)$/.test(colour);
  const outlined = (style) =>
    style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 && !clear(style.outlineColor);
  const own = getComputedStyle(this);
  if (own.opacity !== "0" && (outlined(own) || own.boxShadow !== "none")) return true;
  const drawn = [...(this.labels ?? []), this.nextElementSibling, this.closest("label")].filter(Boolean);
  const styles = drawn.flatMap((e) => [getComputedStyle(e), getComputedStyle(e, "::before"), getComputedStyle(e, "::after")]);
  return styles.some(outlined);
}
