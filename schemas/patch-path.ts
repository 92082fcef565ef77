/** A token of a path: a bracket, a quoted string, or a word. */
const token = /\s*(?:([()[\]])|("(?:[^"\\]|\\.)*")|([^\s()[\]"]+))/y;
const attribute = /^(?:urn:[\w.:-]+:)?[A-Za-z$][\w$-]*(?:\.[A-Za-z$][\w$-]*)?$/;
/** Slack joins an extension's URN and its attributes with dots too (FACT-PATCH-89). */
const slackAttribute = /^(?:urn:[\w.:-]+:)?[A-Za-z$][\w$-]*(?:\.[A-Za-z$][\w$-]*){0,3}$/;
const compares = /^(?:eq|ne|co|sw|ew|gt|ge|lt|le)$/i;
const literal = /^(?:true|false|null|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i;

function tokensOf(text: string): string[] | undefined {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const found = token.exec(text);
    if (!found) return undefined;
    tokens.push(found[1] ?? found[2] ?? found[3] ?? "");
  }
  return tokens;
}

/** Reads `valFilter` of RFC 7644 §3.5.2 from the front of the tokens; false when it is malformed. */
function takeFilter(tokens: string[], unquoted: boolean): boolean {
  for (;;) {
    const first = tokens.shift();
    if (first === undefined) return false;
    if (first === "(" || (/^not$/i.test(first) && tokens.shift() === "(")) {
      if (!takeFilter(tokens, unquoted) || tokens.shift() !== ")") return false;
    } else {
      if (!attribute.test(first)) return false;
      const operator = tokens.shift() ?? "";
      if (compares.test(operator)) {
        const value = tokens.shift() ?? "";
        const plain = unquoted ? /^[\w@.+-]+$/.test(value) : literal.test(value);
        if (!plain && !value.startsWith('"')) return false;
      } else if (!/^pr$/i.test(operator)) return false;
    }
    if (!/^(?:and|or)$/i.test(tokens[0] ?? "")) return true;
    tokens.shift();
  }
}

function isPath(text: string, name: RegExp, unquoted: boolean): boolean {
  const open = text.indexOf("[");
  if (open < 0) return name.test(text);
  const close = text.lastIndexOf("]");
  if (!name.test(text.slice(0, open)) || !/^(?:\.[A-Za-z$][\w$-]*)?$/.test(text.slice(close + 1)))
    return false;
  const tokens = tokensOf(text.slice(open + 1, close));
  return tokens !== undefined && takeFilter(tokens, unquoted) && tokens.length === 0;
}

/** `path` of a PATCH operation: `attrPath`, or `valuePath` and a sub-attribute (RFC 7644 §3.5.2). */
export const isPatchPath = (text: string): boolean => isPath(text, attribute, false);

/** A path that Slack accepts: bare ids in filters, dots after a URN (FACT-PATCH-97, FACT-PATCH-89). */
export const isSlackPatchPath = (text: string): boolean => isPath(text, slackAttribute, true);
