import { element, find } from "./dom.js";

/** @typedef {import("../shown-pair.ts").ShownPair} ShownPair */
/** @typedef {import("../shown-pair.ts").ShownLine} ShownLine */

/** Equal lines that stay in sight around what differs; longer runs are folded. */
const context = 3;

/** How a line differs, in a sign that needs no colour, and in words for who hears the page. */
const signs = {
  changed: ["≠", "differs: "],
  own: ["≈", "made by the run: "],
  left: ["−", "only here: "],
  right: ["+", "only here: "],
};

/**
 * The pairs of exchanges of a row. They are read when the row is opened: the page has very many.
 *
 * @param {string} id of the row
 * @returns {HTMLElement[]}
 */
export function evidenceOf(id) {
  const source = document.querySelector(`script[data-row="${CSS.escape(id)}"]`);
  /** @type {ShownPair[]} */
  const pairs = JSON.parse(source?.textContent ?? "[]");
  return pairs.map(shownPair);
}

/** @param {ShownPair} pair */
function shownPair({ left, right, differing, open, lines }) {
  const says =
    left === undefined || right === undefined
      ? "one version only"
      : `${differing === 0 ? "no" : differing} ${differing === 1 ? "line differs" : "lines differ"}`;
  const body = element("tbody");
  body.append(...withFolds(lines));
  const table = element("table", { class: "diff" }, [
    element("thead", {}, [
      element("tr", {}, [
        element("th", { scope: "col" }, ["SCIM 1.1"]),
        element("th", { scope: "col" }, ["SCIM 2.0"]),
      ]),
    ]),
    body,
  ]);
  const captions = element("span", { class: "captions" }, [
    element("bdi", {}, [left ?? "no such request in 1.1"]),
    element("bdi", {}, [right ?? "no such request in 2.0"]),
  ]);
  const summary = element("summary", {}, [captions, element("span", { class: "says" }, [says])]);
  return element("details", { class: "pair", ...(open ? { open: "" } : {}) }, [summary, table]);
}

/**
 * Lines as rows of the table; long runs of equal ones behind a button.
 *
 * @param {readonly ShownLine[]} lines
 */
function withFolds(lines) {
  /** @type {HTMLElement[]} */
  const rows = [];
  let from = 0;
  while (from < lines.length) {
    let to = from;
    while (to < lines.length && typeof lines[to] === "string") to += 1;
    const equal = lines.slice(from, to).map(lineRow);
    if (equal.length > 2 * context + 2) {
      const folded = equal.slice(context, -context);
      rows.push(...equal.slice(0, context), foldRow(folded), ...equal.slice(-context));
    } else {
      rows.push(...equal);
    }
    const line = lines[to];
    if (line !== undefined) rows.push(lineRow(line));
    from = to + 1;
  }
  return rows;
}

/** @param {readonly HTMLElement[]} folded */
function foldRow(folded) {
  const button = element("button", { type: "button" }, [
    `${folded.length} lines are the same: show them`,
  ]);
  const row = element("tr", { class: "fold" }, [element("td", { colspan: "2" }, [button])]);
  button.addEventListener("click", () => {
    row.replaceWith(...folded);
    // The button is gone: who uses the keyboard goes on where it was.
    folded[0]?.setAttribute("tabindex", "-1");
    folded[0]?.focus();
  });
  return row;
}

/** @param {ShownLine} line */
function lineRow(line) {
  if (typeof line === "string") return same(line, line);
  const [state, left, right, from] = line;
  if (state === "heading") {
    return element("tr", { class: "part" }, [element("th", { colspan: "2" }, [left])]);
  }
  if (state === "same") return same(left ?? "", right ?? "");
  return element("tr", { class: state }, [
    left === null ? empty() : cell(state === "only" ? "left" : state, left, from),
    right === null ? empty() : cell(state === "only" ? "right" : state, right, from),
  ]);
}

/**
 * @param {string} left
 * @param {string} right
 */
function same(left, right) {
  return element("tr", {}, [element("td", {}, [left]), element("td", {}, [right])]);
}

const empty = () => element("td", { class: "empty" });

/**
 * A side of a line that differs, marked from where it does.
 *
 * @param {keyof typeof signs} kind
 * @param {string} text
 * @param {number} from
 */
function cell(kind, text, from) {
  const end = text.endsWith(",") ? text.length - 1 : text.length;
  const [sign = "", words = ""] = signs[kind];
  return element("td", {}, [
    element("span", { class: "sign", "aria-hidden": "true" }, [sign]),
    element("span", { class: "aside" }, [words]),
    text.slice(0, from),
    element(kind === "own" ? "span" : "mark", kind === "own" ? { class: "own-value" } : {}, [
      element("bdi", {}, [text.slice(from, end)]),
    ]),
    text.slice(end),
  ]);
}

/**
 * Links to the other differences of a row's topic, and to all of its area where they are many.
 *
 * @param {import("./rows.js").Row} row
 * @param {readonly import("./rows.js").Row[]} rows
 */
export function neighbours(row, rows) {
  const shown = 12;
  const others = rows.filter(({ topic, id }) => topic === row.topic && id !== row.id);
  if (others.length === 0) return [];
  const links = others
    .slice(0, shown)
    .flatMap(({ id, element: article }) => [
      " ",
      element("a", { href: `#${encodeURIComponent(id)}`, title: titleOf(article) }, [id]),
    ]);
  const all = new URLSearchParams({ area: row.area });
  const more = element("a", { href: `#${all}` }, [`all of ${row.area}`]);
  return [
    element("p", { class: "neighbours" }, [
      "See also:",
      ...links,
      ...(others.length > shown ? [" … ", more] : []),
    ]),
  ];
}

/** @param {HTMLElement} article */
const titleOf = (article) => find("h3", HTMLElement, article).textContent;
