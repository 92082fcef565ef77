/**
 * Allure shows the description of a test in a frame of its own, whose sandbox lets no link open
 * outside it, and a page of the report or a foreign one does not fit into it. Such a link opens in
 * a tab.
 */
document.addEventListener(
  "load",
  ({ target }) => {
    if (!(target instanceof HTMLIFrameElement)) return;
    target.contentDocument?.addEventListener("click", (event) => {
      const link = event.composedPath().find(isLink);
      if (!link || !/^(?:https?|file):$/.test(link.protocol)) return;
      event.preventDefault();
      open(link.href, "_blank", "noopener,noreferrer");
    });
  },
  // `load` does not bubble.
  true,
);

/**
 * The frame has classes of its own: `instanceof` does not recognise its elements.
 *
 * @param {EventTarget} target
 * @returns {target is HTMLAnchorElement}
 */
function isLink(target) {
  return "tagName" in target && target.tagName === "A" && "href" in target;
}

// Allure handles keys anywhere on its page: on a link of the navigation, Enter must follow the link.
addEventListener(
  "keydown",
  (event) => {
    const { target } = event;
    if (target instanceof Element && target.closest("nav.pages")) event.stopImmediatePropagation();
  },
  true,
);
