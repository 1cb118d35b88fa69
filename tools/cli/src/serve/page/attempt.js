// The attempt on screen, as the client keeps it in this browser; `engine/src/progress` has the names (key.rs)
// and the form (saved.rs).

/** What stands for a bank in the names of entries: its id, and a hash of its address (FNV-1a, 32 bits). */
function scopeOf(state, bank) {
  const folder = bank === state.every ? "every" : "banks";
  const address = new URL(`${folder}/${state.bank}.json`, document.baseURI).href.replace(/[?#].*$/s, "");
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(address)) hash = Math.imul(hash ^ byte, 0x01000193);
  return `${bank}~${(hash >>> 0).toString(16).padStart(8, "0")}`;
}

/** Everything that is kept of a bank, by its sort: open, given, done. Names of earlier releases have the bank's id alone. */
function kept(state, bank) {
  const found = { open: [], given: [], done: [] };
  try {
    const scopes = [scopeOf(state, bank), bank];
    for (const name of Object.keys(localStorage)) {
      const [ours, scope, sort, attempt] = name.split(":");
      if (ours !== "jalon" || !scopes.includes(scope) || !(sort in found)) continue;
      const value = read(name)?.[sort];
      if (value) found[sort].push({ name, attempt, value });
    }
  } catch (error) {
    // Without storage the client keeps the attempt to itself.
    console.warn(error);
  }
  return found;
}

/** What an entry holds; nothing where it is damaged or of a later version. */
function read(name) {
  try {
    const entry = JSON.parse(localStorage.getItem(name));
    return entry.jalon === 1 ? entry.saved : undefined;
  } catch {
    return undefined;
  }
}

/** The attempt that the client shows: that which goes on, worked on last, else begun first; else the one that was handed in last. */
function shown(state, bank) {
  const { module, questions } = state;
  const { open, given, done } = kept(state, bank);
  const ids = new Set(questions.map((one) => one.id));
  // The client draws anew where less than half of an attempt's questions are left.
  const fits = ({ head }) => head.plan.length > 0 && head.plan.filter((one) => ids.has(one.question)).length * 2 >= head.plan.length;
  const last = (attempt) => Math.max(0, ...given.filter((one) => one.attempt === attempt).map(({ value }) => value.at));
  const goingOn = open
    .filter(({ value, attempt }) => value.module === module && !done.some((one) => one.attempt === attempt))
    .map((one) => ({ ...one, head: one.value, last: last(one.attempt) }))
    .filter(fits)
    .sort((a, b) => b.last - a.last || a.head.started - b.head.started || (a.attempt < b.attempt ? -1 : 1));
  const handedIn = done
    .filter(({ value }) => value.head.module === module)
    .map((one) => ({ ...one, head: one.value.head }))
    .filter(fits)
    .sort((a, b) => b.value.submitted - a.value.submitted);
  return goingOn[0] ?? handedIn[0];
}

/** The ids of the questions on screen, in order; empty where that can't be known. */
export function asked(state, bank) {
  const plan = shown(state, bank)?.head.plan ?? [];
  const questions = new Map(state.questions.map((one) => [one.id, one]));
  const ids = plan.map((one) => one.question).filter((id) => questions.has(id));
  return together(ids, state.questions, (id) => questions.get(id).stimulus);
}

/** Questions that share a stimulus stand together at the place of the first of them, in the order of the file. */
function together(ids, all, stimulus) {
  const ordered = [];
  for (const id of ids) {
    if (ordered.includes(id)) continue;
    const shared = stimulus(id);
    const group = all.filter((one) => shared && one.stimulus === shared && ids.includes(one.id));
    ordered.push(...(shared ? group.map((one) => one.id) : [id]));
  }
  return ordered;
}

/**
 * Has the attempt ask every question, in the order of the file, and shows the wordings that were edited: what is new in the file is seen at
 * once. Answers stay; one that was handed in keeps its questions.
 */
export function askEvery(state, edited) {
  if (!state.attempt) return;
  const fresh = JSON.parse(state.attempt);
  const own = shown(state, state.every);
  try {
    if (!own) {
      const head = fresh.saved.open;
      head.started = Date.now();
      head.id = `${head.started}-0`;
      localStorage.setItem(`jalon:${scopeOf(state, state.every)}:open:${head.id}`, JSON.stringify(fresh));
      return;
    }
    const entry = JSON.parse(localStorage.getItem(own.name));
    const head = entry.saved.open ?? entry.saved.done.head;
    const before = new Map(head.plan.map((one) => [one.question, one]));
    const drawn = new Map(fresh.saved.open.plan.map((one) => [one.question, one]));
    const plan = entry.saved.open ? fresh.saved.open.plan : head.plan;
    head.plan = plan.map((one) => reworded(before.get(one.question) ?? one, drawn.get(one.question), state, edited));
    const text = JSON.stringify(entry);
    if (text !== localStorage.getItem(own.name)) localStorage.setItem(own.name, text);
  } catch (error) {
    console.warn(error);
  }
}

/**
 * A planned question with the wordings that were edited; where one is gone, with another. Languages without an edit show the partner of what was
 * edited, since those who read every language see pairs alone.
 */
function reworded(planned, drawn, state, edited) {
  const question = state.questions.find((one) => one.id === planned.question);
  const wordings = { ...planned.wordings };
  const all = Object.entries(question?.wordings ?? {}).map(([lang, list]) => [lang, list.map(([id]) => id)]);
  const isEdited = (lang, id) => edited.has(wordingName(question.id, lang, id));
  for (const [lang, ids] of all) {
    const changed = ids.filter((id) => isEdited(lang, id));
    if (!ids.includes(wordings[lang])) wordings[lang] = drawn?.wordings[lang] ?? ids[0];
    if (changed.length && !changed.includes(wordings[lang])) wordings[lang] = changed[0];
  }
  const [first] = all.find(([lang]) => isEdited(lang, wordings[lang])) ?? [];
  for (const [lang, ids] of first ? all : []) {
    const partner = wordings[first];
    if (!isEdited(lang, wordings[lang]) && ids.includes(partner)) wordings[lang] = partner;
  }
  return { ...planned, wordings };
}

const wordingName = (question, lang, id) => `${question} ${lang} ${id}`;

/** The wordings of a state that another one doesn't have, or has otherwise. */
export function editedSince(before, now) {
  const digests = (state) =>
    state.questions.flatMap((one) =>
      Object.entries(one.wordings).flatMap(([lang, all]) => all.map(([id, digest]) => [wordingName(one.id, lang, id), digest])),
    );
  if (!before) return new Set();
  const known = new Map(digests(before));
  return new Set(digests(now).filter(([name, digest]) => known.get(name) !== digest).map(([name]) => name));
}

/** Takes the attempts of a module away, with all answers. */
export function forget(state, bank) {
  const { open, given, done } = kept(state, bank);
  const mine = [...open, ...done].filter(({ value }) => (value.head ?? value).module === state.module);
  const attempts = new Set(mine.map(({ attempt }) => attempt));
  for (const { name } of [...mine, ...given.filter(({ attempt }) => attempts.has(attempt))]) localStorage.removeItem(name);
}
