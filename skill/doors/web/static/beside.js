// What stands beside the conversation: each part can be opened and closed, and stays so.

const KEPT = "nerve-check-open";

/** Opens the parts that were open in this tab; at first the Echo Show, where there is room. */
export function keepOpen() {
  const parts = [...document.querySelectorAll("details[id]")];
  const roomy = matchMedia("(min-width: 70rem)").matches;
  const open = JSON.parse(sessionStorage.getItem(KEPT)) ?? (roomy ? ["show"] : []);
  for (const one of parts) {
    one.open = open.includes(one.id);
    one.addEventListener("toggle", () => {
      const now = parts.filter((part) => part.open).map((part) => part.id);
      sessionStorage.setItem(KEPT, JSON.stringify(now));
    });
  }
}

/** Calls "show" whenever a part is open and the talk has moved on, or when it is opened. */
export function whileOpen(part, talk, show) {
  const shown = () => {
    if (part.open) show();
  };
  part.addEventListener("toggle", shown);
  for (const moved of ["turn", "anew"]) talk.addEventListener(moved, shown);
  shown();
}

/** Returns a function that calls "work", dropping the answers that a later call overtook. */
export function latest(work, done) {
  let newest = 0;
  return async () => {
    const mine = ++newest;
    try {
      const answer = await work();
      if (mine === newest) done(answer);
    } catch {
      // The server is down: the conversation tells of it, and what was shown stays.
    }
  };
}
