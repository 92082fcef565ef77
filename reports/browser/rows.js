import { find } from "./dom.js";
import { matcher } from "./filter.js";

/**
 * An entry of the page: a difference, or a fact.
 *
 * @typedef {object} Row
 * @property {HTMLElement} element
 * @property {string} id
 * @property {Readonly<Record<string, string | undefined>>} data what the filters choose by, and more
 * @property {string} text the text that is searched, in lower case
 */

/** @returns {Row[]} */
export function readRows() {
  return [...document.querySelectorAll("article.row")].flatMap((article) => {
    if (!(article instanceof HTMLElement)) return [];
    const searched = [...article.querySelectorAll(".s")].map((part) => part.textContent);
    const text = searched.join("\n").toLowerCase();
    return [{ element: article, id: article.id, data: article.dataset, text }];
  });
}

/**
 * Shows the rows that match a filter, and the sections that have any.
 *
 * @param {readonly Row[]} rows
 * @param {import("./filter.js").Filter} filter
 */
export function show(rows, filter) {
  const matches = matcher(filter);
  /** @type {Map<Element | null, number>} */
  const bySection = new Map();
  let shown = 0;
  for (const row of rows) {
    const hidden = !matches(row);
    if (row.element.hidden !== hidden) row.element.hidden = hidden;
    const section = row.element.parentElement;
    bySection.set(section, (bySection.get(section) ?? 0) + (hidden ? 0 : 1));
    if (!hidden) shown += 1;
  }
  for (const [section, count] of bySection) {
    if (!(section instanceof HTMLElement)) continue;
    section.hidden = count === 0;
    find(".count", HTMLElement, section).textContent = String(count);
  }
  find("#shown", HTMLElement).textContent = `${shown} of ${rows.length} shown`;
  find("#none", HTMLElement).hidden = shown > 0;
}

/**
 * Opens a row and scrolls to it.
 *
 * @param {Row} row
 */
export function goTo(row) {
  for (const details of row.element.querySelectorAll("details")) {
    if (!details.parentElement?.closest("details")) details.open = true;
  }
  row.element.scrollIntoView({ block: "start" });
  find(".handle", HTMLElement, row.element).focus({ preventScroll: true });
}
