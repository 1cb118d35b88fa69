// The language of the site: the front page leads to the one that was chosen here before, else to the browser's; a link to another language remembers
// it, and leads to the section that is being read.
(() => {
  const { bank, languages } = document.documentElement.dataset;
  const key = `jalon-site:${bank}:language`;
  // Storage may be forbidden; then there is no choice to remember.
  const remembered = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const remember = (language) => {
    try {
      localStorage.setItem(key, language);
    } catch {}
  };

  if (languages) {
    const known = languages.split(" ");
    const wishes = navigator.languages.flatMap((tag) => [tag.toLowerCase(), tag.split("-")[0].toLowerCase()]);
    const wanted = [remembered(), ...wishes].find((wish) => known.includes(wish)) ?? known[0];
    location.replace(`${wanted}/index.html${location.hash}`);
  }

  const sectionInView = () => {
    const sections = [...document.querySelectorAll("article > section[id]")];
    return sections.findLast((section) => section.getBoundingClientRect().top < innerHeight / 3);
  };

  addEventListener("click", ({ target }) => {
    const link = target.closest?.("a[data-language]");
    if (!link) return;
    remember(link.dataset.language);
    link.hash = sectionInView()?.id ?? "";
  });
})();
