import { find } from "./dom.js";
import { everything, fromHash, readControls, toHash, writeControls } from "./filter.js";
import { listenToKeys } from "./keys.js";
import { goTo, show } from "./rows.js";

/** Rows work before all of a long page is loaded. */
export const loaded = new Promise((resolve) => {
  addEventListener("load", resolve, { once: true });
});

/**
 * Lets a reader search and filter the rows of the page, by its controls, its address and keys.
 *
 * @param {readonly import("./rows.js").Row[]} rows
 */
export function listen(rows) {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const form = find("#filters", HTMLFormElement);
  const showChosen = () => show(rows, readControls(form));

  /** Applies the controls and keeps them in the address. */
  function onControls() {
    showChosen();
    const hash = toHash(readControls(form));
    history.replaceState(null, "", hash === "" ? location.pathname + location.search : `#${hash}`);
  }

  /** Applies the address: a row, a section of the page, or a filter. */
  function onAddress() {
    const hash = location.hash.slice(1);
    const row = byId.get(decoded(hash));
    if (!row && document.getElementById(decoded(hash))) return;
    // A linked row is shown among all others; if it is visible already, the filter stays.
    if (!row || row.element.hidden) {
      writeControls(form, row ? everything : fromHash(hash));
      showChosen();
    }
    // The browser scrolls to the fragment when the page is loaded: this must come later.
    if (row) loaded.then(() => requestAnimationFrame(() => goTo(row)));
  }

  form.hidden = false;
  form.addEventListener("input", onControls);
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of document.querySelectorAll("button.clear")) {
    button.addEventListener("click", () => {
      writeControls(form, everything);
      onControls();
      find("#search", HTMLInputElement).focus();
    });
  }
  addEventListener("hashchange", onAddress);
  listenToKeys(rows);
  show(rows, everything);
  onAddress();
}

/** @param {string} hash */
function decoded(hash) {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
