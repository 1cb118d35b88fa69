// Shows the state that the server tells, and asks for the next one as soon as there is one.

import { showList } from "./list.js";
import { showModule } from "./module.js";
import { showDock, showConnection } from "./problems.js";

const [, bank, module] = /^\/module\/([^/]+)\/([^/]+)$/.exec(location.pathname) ?? [];
const address = bank ? `/state/${bank}/${module}` : "/state";
const main = document.querySelector("#main");

async function renew() {
  const answer = await fetch(address);
  const state = await answer.json();
  if (!bank) showList(main, state);
  else if (answer.ok) await showModule(main, state);
  else showList(main, state, `There is no module ${decodeURIComponent(`${bank}/${module}`)} now.`);
  showDock(state);
  // What a script that waits for the new texts can look at.
  document.documentElement.dataset.version = state.version;
  return state.version;
}

/** Waits until the server has another version than this one. */
async function change(version) {
  for (;;) {
    const answer = await fetch(`/changes/${version}`);
    if (answer.status === 200) return;
    if (answer.status !== 204) throw new Error(`/changes: ${answer.status}`);
  }
}

for (;;) {
  try {
    const version = await renew();
    showConnection(true);
    await change(version);
  } catch (error) {
    console.warn(error);
    showConnection(false);
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
}
