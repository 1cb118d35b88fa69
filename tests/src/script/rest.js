// Resolves when fonts are there and no animation that ends is still running, in shadow roots too.
(async () => {
  const roots = [document];
  for (const root of roots)
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
  const ends = (animation) => animation.effect?.getComputedTiming().endTime !== Infinity;
  const running = roots.flatMap((root) => root.getAnimations()).filter(ends);
  await document.fonts.ready;
  await Promise.race([
    Promise.allSettled(running.map((animation) => animation.finished)),
    new Promise((done) => setTimeout(done, 5000)),
  ]);
})()
