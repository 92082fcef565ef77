import { find } from "./dom.js";

/**
 * `/` goes to the search; within the list, `j` and `k` go to the next row and to the one before.
 * Tab, Enter and Space work as usual.
 *
 * @param {readonly import("./rows.js").Row[]} rows
 */
export function listenToKeys(rows) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "/") {
      event.preventDefault();
      find("#search", HTMLInputElement).focus();
    } else if (event.key === "j" || event.key === "k") {
      step(rows, event.key === "j" ? 1 : -1);
    }
  });
}

/**
 * @param {readonly import("./rows.js").Row[]} rows
 * @param {1 | -1} direction
 */
function step(rows, direction) {
  const shown = rows.filter(({ element }) => !element.hidden);
  const here = document.activeElement?.closest("article.row") ?? null;
  const at = shown.findIndex(({ element }) => element === here);
  const next = shown[at < 0 ? 0 : at + direction];
  if (!next) return;
  next.element.scrollIntoView({ block: "nearest" });
  find(".handle", HTMLElement, next.element).focus({ preventScroll: true });
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return (
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== "checkbox")
  );
}
