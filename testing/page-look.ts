/**
 * Scripts for a page in a browser, as texts: what runs there is not compiled with our types.
 */

/** Elements that a reader sees and that end beyond the window, as `TD.level: its text`. */
export const beyondTheWindow = `(() => {
  const clipped = (element) => element.closest(".label, .aside, pre");
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.checkVisibility() && !clipped(element))
    .filter((element) => element.getBoundingClientRect().right > innerWidth + .5)
    .map((element) => element.tagName + "." + element.className + ": " + element.textContent.slice(0, 40));
})()`;

/** Texts with a contrast under 4.5:1 (WCAG 2.2 §1.4.3), as `rgb(…) on rgb(…): the text`. */
export const faintTexts = `(() => {
  const parts = (color) => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\\d.]+/g) ?? []).map(Number);
    return { rgb: [red, green, blue], alpha };
  };
  const over = (front, alpha, back) => front.map((one, index) => one * alpha + back[index] * (1 - alpha));
  // Of each element once: texts of a page share most of what they stand in.
  const backgrounds = new Map([[null, [255, 255, 255]]]);
  const background = (element) => {
    if (!backgrounds.has(element)) {
      const { rgb, alpha } = parts(getComputedStyle(element).backgroundColor);
      backgrounds.set(element, alpha === 1 ? rgb : over(rgb, alpha, background(element.parentElement)));
    }
    return backgrounds.get(element);
  };
  const luminance = (rgb) => {
    const [red, green, blue] = rgb
      .map((one) => one / 255)
      .map((one) => (one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4));
    return .2126 * red + .7152 * green + .0722 * blue;
  };
  const found = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode;
    if (textContent.trim() === "" || !parentElement.checkVisibility()) continue;
    if (parentElement.closest("script, style, noscript, option")) continue;
    const back = background(parentElement);
    const { rgb, alpha } = parts(getComputedStyle(parentElement).color);
    const levels = [luminance(back), luminance(over(rgb, alpha, back))].sort((one, other) => other - one);
    const ratio = (levels[0] + .05) / (levels[1] + .05);
    if (ratio < 4.5) found.set(rgb + " on " + back + " (" + ratio.toFixed(2) + ")", textContent.trim().slice(0, 40));
  }
  return [...found].map(([colours, text]) => colours + ": " + text);
})()`;
