// The place on the page, kept while what is on it is renewed: what was under the reader's eyes stays there.

/** The parts of a module's element by name: its questions, and what stands above them by its number. */
function parts(element, asked) {
  const root = element.shadowRoot;
  const above = [...root.querySelectorAll(".lesson > *")].map((one, n) => [`lesson ${n}`, one]);
  const questions = [...root.querySelectorAll("fieldset.question")].map((one, n) => [`question ${asked[n] ?? n}`, one]);
  return new Map([...above, ...questions]);
}

const reachable = "input, button, textarea, select, a, [tabindex]";

/** Where the reader is. */
export function remember(element, asked) {
  const all = parts(element, asked);
  const [name, seen] = [...all].find(([, part]) => part.getBoundingClientRect().bottom > 8) ?? [];
  const held = element.shadowRoot.activeElement;
  const [inside, around] = [...all].find(([, part]) => held && part.contains(held)) ?? [];
  return {
    scroll: scrollY,
    name,
    top: seen?.getBoundingClientRect().top,
    inside,
    nth: around ? [around, ...around.querySelectorAll(reachable)].indexOf(held) : -1,
    selection: held?.selectionStart === undefined ? null : [held.selectionStart, held.selectionEnd],
  };
}

/** Brings the reader back. */
export function restore(place, element, asked) {
  const all = parts(element, asked);
  const around = all.get(place.inside);
  const held = around && [around, ...around.querySelectorAll(reachable)][place.nth];
  if (held) {
    held.focus({ preventScroll: true });
    if (place.selection?.[0] !== null && held.setSelectionRange) {
      // Check boxes have none.
      try {
        held.setSelectionRange(...place.selection);
      } catch {}
    }
  }
  const seen = all.get(place.name);
  // At its top, the page stays there.
  if (place.scroll === 0 || !seen) scrollTo(scrollX, place.scroll);
  else scrollBy(0, seen.getBoundingClientRect().top - place.top);
}
