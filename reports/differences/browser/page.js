import { find } from "./dom.js";
import { evidenceOf, neighbours } from "./evidence.js";
import { everything, fromHash, readControls, toHash, writeControls } from "./filter.js";
import { listenToKeys } from "./keys.js";
import { goTo, readRows, show } from "./rows.js";

const rows = readRows();
const byId = new Map(rows.map((row) => [row.id, row]));
const form = find("#filters", HTMLFormElement);

/** The exchanges follow this script, so that rows work before all of them are loaded. */
const exchangesRead = new Promise((resolve) => {
  addEventListener("load", resolve, { once: true });
});

/** Applies the controls and keeps them in the address. */
function onControls() {
  const filter = readControls(form);
  show(rows, filter);
  const hash = toHash(filter);
  history.replaceState(null, "", hash === "" ? location.pathname + location.search : `#${hash}`);
}

/** Applies the address: a row, a section of the page, or a filter. */
function onAddress() {
  const hash = location.hash.slice(1);
  const row = byId.get(decoded(hash));
  if (!row && document.getElementById(decoded(hash))) return;
  const filter = row ? everything : fromHash(hash);
  // A linked row is shown among all others; if it is visible already, the filter stays.
  if (!row || row.element.hidden) {
    writeControls(form, filter);
    show(rows, filter);
  }
  // The browser scrolls to the fragment when the page is loaded: this must come later.
  if (row) exchangesRead.then(() => requestAnimationFrame(() => goTo(row)));
}

/** @param {string} hash */
function decoded(hash) {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** @param {HTMLDetailsElement} details */
async function onOpened(details) {
  await exchangesRead;
  const row = byId.get(details.closest("article")?.id ?? "");
  const place = find(".pairs", HTMLElement, details);
  if (!row || place.childElementCount > 0) return;
  place.append(...neighbours(row, rows), ...evidenceOf(row.id));
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

// The content of a row is built when it is opened; `toggle` does not bubble, so it is captured.
document.addEventListener(
  "toggle",
  ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.matches(".evidence[open]")) onOpened(target);
  },
  true,
);

listenToKeys(rows);
show(rows, everything);
onAddress();
