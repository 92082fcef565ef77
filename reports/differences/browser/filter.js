/**
 * What is shown: any of the chosen values of a group, and all groups together; an empty group
 * restricts nothing.
 *
 * @typedef {object} Filter
 * @property {string} text words that must all occur
 * @property {readonly string[]} impact
 * @property {readonly string[]} state
 * @property {string} area
 */

/** @typedef {{ impact: string, state: string, area: string, text: string }} Filterable */

/** @type {Filter} */
export const everything = { text: "", impact: [], state: [], area: "" };

/**
 * @param {Filter} filter
 * @returns {(row: Filterable) => boolean}
 */
export function matcher({ text, impact, state, area }) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return (row) =>
    (impact.length === 0 || impact.includes(row.impact)) &&
    (state.length === 0 || state.includes(row.state)) &&
    (area === "" || area === row.area) &&
    words.every((word) => row.text.includes(word));
}

/**
 * A filter as the URL fragment, so that it can be linked to.
 *
 * @param {Filter} filter
 */
export function toHash({ text, impact, state, area }) {
  const parameters = new URLSearchParams();
  if (text !== "") parameters.set("q", text);
  if (impact.length > 0) parameters.set("impact", impact.join(","));
  if (state.length > 0) parameters.set("status", state.join(","));
  if (area !== "") parameters.set("area", area);
  return parameters.toString();
}

/**
 * @param {string} hash what stands after `#`
 * @returns {Filter}
 */
export function fromHash(hash) {
  const parameters = new URLSearchParams(hash);
  /** @param {string} name */
  const list = (name) => (parameters.get(name) ?? "").split(",").filter(Boolean);
  return {
    text: parameters.get("q") ?? "",
    impact: list("impact"),
    state: list("status"),
    area: parameters.get("area") ?? "",
  };
}

/**
 * @param {HTMLFormElement} form
 * @returns {Filter}
 */
export function readControls(form) {
  const data = new FormData(form);
  /** @param {string} name */
  const list = (name) => data.getAll(name).map(String);
  return {
    text: String(data.get("q") ?? ""),
    impact: list("impact"),
    state: list("status"),
    area: String(data.get("area") ?? ""),
  };
}

/**
 * @param {HTMLFormElement} form
 * @param {Filter} filter
 */
export function writeControls(form, { text, impact, state, area }) {
  const chosen = [...impact.map((one) => `impact ${one}`), ...state.map((one) => `status ${one}`)];
  for (const control of form.elements) {
    if (control instanceof HTMLSelectElement) {
      // A link from another run may name an area that this one does not have.
      control.value = area;
      if (control.selectedIndex < 0) control.value = "";
    } else if (control instanceof HTMLInputElement) {
      if (control.type === "checkbox") {
        control.checked = chosen.includes(`${control.name} ${control.value}`);
      } else {
        control.value = text;
      }
    }
  }
}
