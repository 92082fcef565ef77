import { find } from "./dom.js";
import { matcher } from "./filter.js";

/**
 * A difference on the page.
 *
 * @typedef {object} Row
 * @property {HTMLElement} element
 * @property {string} id
 * @property {string} impact
 * @property {string} state
 * @property {string} area
 * @property {string} topic
 * @property {string} text the text that is searched, in lower case
 */

/** @returns {Row[]} */
export function readRows() {
  return [...document.querySelectorAll("article.row")].flatMap((article) => {
    if (!(article instanceof HTMLElement)) return [];
    const { impact = "", state = "", area = "", topic = "" } = article.dataset;
    const searched = [...article.querySelectorAll(".s")].map((part) => part.textContent);
    const text = searched.join("\n").toLowerCase();
    return [{ element: article, id: article.id, impact, state, area, topic, text }];
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
  const details = find("details", HTMLDetailsElement, row.element);
  details.open = true;
  row.element.scrollIntoView({ block: "start" });
  find("summary", HTMLElement, details).focus({ preventScroll: true });
}
