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
