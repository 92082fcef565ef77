/**
 * What is shown: any of the chosen values of a group, and all groups together; a group without a
 * choice restricts nothing.
 *
 * @typedef {object} Filter
 * @property {string} text words that must all occur
 * @property {Readonly<Record<string, readonly string[]>>} choices the chosen values of each group,
 *   by its name: that of the controls, and of the `data-` attribute of the rows
 */

/** The name of the search among the controls and in the address. */
const search = "q";

/** @type {Filter} */
export const everything = { text: "", choices: {} };

/**
 * @param {Filter} filter
 * @returns {(row: Pick<import("./rows.js").Row, "data" | "text">) => boolean}
 */
export function matcher({ text, choices }) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = Object.entries(choices);
  return (row) =>
    groups.every(([name, values]) => values.includes(row.data[name] ?? "")) &&
    words.every((word) => row.text.includes(word));
}

/**
 * A filter as the URL fragment, so that it can be linked to.
 *
 * @param {Filter} filter
 */
export function toHash({ text, choices }) {
  const parameters = new URLSearchParams();
  if (text !== "") parameters.set(search, text);
  for (const [name, values] of Object.entries(choices)) parameters.set(name, values.join(","));
  return parameters.toString();
}

/**
 * @param {string} hash what stands after `#`
 * @returns {Filter}
 */
export function fromHash(hash) {
  const parameters = new URLSearchParams(hash);
  const text = parameters.get(search) ?? "";
  parameters.delete(search);
  const choices = [...parameters].map(([name, list]) => [name, list.split(",")]);
  return { text, choices: Object.fromEntries(choices) };
}

/**
 * @param {HTMLFormElement} form
 * @returns {Filter}
 */
export function readControls(form) {
  const data = new FormData(form);
  const text = String(data.get(search) ?? "");
  data.delete(search);
  const names = [...new Set(data.keys())];
  const choices = names
    .map((name) => /** @type {const} */ ([name, data.getAll(name).map(String).filter(Boolean)]))
    .filter(([, values]) => values.length > 0);
  return { text, choices: Object.fromEntries(choices) };
}

/**
 * Sets the controls. A choice that they do not offer is dropped: a link from another run may name an
 * area that this one does not have.
 *
 * @param {HTMLFormElement} form
 * @param {Filter} filter
 */
export function writeControls(form, { text, choices }) {
  for (const control of form.elements) {
    if (control instanceof HTMLSelectElement) {
      control.value = choices[control.name]?.[0] ?? "";
      if (control.selectedIndex < 0) control.value = "";
    } else if (control instanceof HTMLInputElement) {
      if (control.type === "checkbox") {
        control.checked = choices[control.name]?.includes(control.value) ?? false;
      } else {
        control.value = text;
      }
    }
  }
}
