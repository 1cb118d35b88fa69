// Fills the storage of this origin to the last character, as a page full of other scripts would have.
(() => {
  for (let size = 1 << 20, n = 0; size >= 1; ) {
    try { localStorage.setItem(`filler-${n}`, "x".repeat(size)); n++; } catch { size >>= 1; }
  }
  for (let n = 0; n < 10; n++) try { localStorage.setItem(`f${n}`, ""); } catch { break; }
})()
