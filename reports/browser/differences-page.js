import { addCopyButtons } from "./copy.js";
import { find } from "./dom.js";
import { evidenceOf, neighbours } from "./evidence.js";
import { listen, loaded } from "./list.js";
import { readRows } from "./rows.js";

const rows = readRows();

/**
 * The exchanges follow this script, so that rows work before all of them are loaded.
 *
 * @param {HTMLDetailsElement} details
 */
async function onOpened(details) {
  addCopyButtons(details);
  await loaded;
  const id = details.closest("article")?.id;
  const row = rows.find((one) => one.id === id);
  const place = find(".pairs", HTMLElement, details);
  if (!row || place.childElementCount > 0) return;
  place.append(...evidenceOf(row.id));
  find(".also", HTMLElement, details).append(...neighbours(row, rows));
}

// The content of a row is built when it is opened; `toggle` does not bubble, so it is captured.
document.addEventListener(
  "toggle",
  ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.matches(".evidence[open]")) onOpened(target);
  },
  true,
);

listen(rows);
