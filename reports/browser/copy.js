import { element } from "./dom.js";

/**
 * Buttons that copy the requests of a lesson. Without this script their texts are shown all the same.
 *
 * @param {ParentNode} row
 */
export function addCopyButtons(row) {
  for (const request of row.querySelectorAll(".request")) {
    const [http, curl, python] = request.querySelectorAll("pre");
    if (!http || !curl || request.querySelector(".copy")) continue;
    const said = element("output", { class: "dim" });
    request.prepend(
      element("div", { class: "copy" }, [
        copyButton("Copy", http, said),
        copyButton("Copy as curl", curl, said),
        ...(python ? [copyButton("Copy as Python requests", python, said)] : []),
        said,
      ]),
    );
  }
}

/**
 * @param {string} label
 * @param {HTMLElement} source
 * @param {HTMLElement} said where the outcome is told
 */
function copyButton(label, source, said) {
  const button = element("button", { type: "button" }, [label]);
  button.addEventListener("click", async () => {
    // A second time is told too.
    said.textContent = "";
    said.textContent = (await copied(source)) ? "Copied." : "Selected: press Ctrl+C or ⌘C.";
  });
  return button;
}

/**
 * Copies a text, or at least selects it: a page that was opened from disk may have no clipboard.
 *
 * @param {HTMLElement} source
 */
async function copied(source) {
  try {
    await navigator.clipboard.writeText(source.textContent);
    return true;
  } catch {
    // Only what is shown can be selected.
    const hidden = source.closest("details");
    if (hidden) hidden.open = true;
    getSelection()?.selectAllChildren(source);
    return document.execCommand("copy");
  }
}
