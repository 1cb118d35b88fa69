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

/** Waits until the server has another version than this one, and the page is looked at. */
async function change(version) {
  for (;;) {
    await shown();
    // A browser has few connections for one server: pages in the background hold none.
    const away = new AbortController();
    const leave = () => document.hidden && away.abort();
    document.addEventListener("visibilitychange", leave);
    try {
      const answer = await fetch(`/changes/${version}`, { signal: away.signal });
      if (answer.status === 200) return;
      if (answer.status !== 204) throw new Error(`/changes: ${answer.status}`);
    } catch (error) {
      if (!away.signal.aborted) throw error;
    } finally {
      document.removeEventListener("visibilitychange", leave);
    }
  }
}

/** Waits until the page is looked at. */
function shown() {
  return new Promise((resolve) => {
    const look = () => {
      if (document.hidden) return;
      document.removeEventListener("visibilitychange", look);
      resolve();
    };
    document.addEventListener("visibilitychange", look);
    look();
  });
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
