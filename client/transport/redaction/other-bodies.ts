import { personal } from "./hide.ts";

/** What the caller knows of a text: whether it is the run's own, or a word of the protocol. */
export type MayBeShown = (text: string) => boolean;

/**
 * The body of a response that is not JSON, or only in part: data in it is hidden. The text of an
 * HTML page, and of anything without a known format, is searched as a sentence.
 *
 * @param sentence searches free text
 */
export function otherBody(
  body: string,
  mayBeShown: MayBeShown,
  sentence: (text: string) => string,
): string {
  const start = body.trimStart().slice(0, 200);
  if (/^[[{]/.test(start)) return brokenJson(body, mayBeShown);
  if (/^<(?!!doctype html|(?:html|head|body|title|h\d|p|b|i|pre|div|center|span)\b)/i.test(start)) {
    return markup(body, mayBeShown);
  }
  if (/^[\w.[\]%+-]{1,64}=/.test(start) && !/\s/.test(body.trim())) return form(body, mayBeShown);
  return sentence(body);
}

/** Members whose values say nothing about a person; the same as in a whole resource. */
const structural = new Set([
  "schemas",
  "resourceType",
  "totalResults",
  "itemsPerPage",
  "startIndex",
]);

/** Truncated or broken JSON: names of members stay, strings and numbers are hidden. */
function brokenJson(body: string, mayBeShown: MayBeShown): string {
  let name = "";
  return body.replace(
    /"((?:[^"\\]|\\[\s\S])*)("?)(\s*:)?|[^\s"{}[\],:]+/g,
    (token, text: string | undefined, end: string, colon: string | undefined) => {
      if (text === undefined) {
        if (/^(?:true|false|null)$/.test(token)) return token;
        return structural.has(name) || !/[\p{L}\p{N}]/u.test(token) ? token : "0";
      }
      if (colon !== undefined) {
        if (!/^[\w$.:-]{1,200}$/.test(text)) return `"${personal}"${colon}`;
        name = text;
        return token;
      }
      if (text.trim() === "" || mayBeShown(text)) return token;
      return name === "schemas" && /^urn:[\w.:-]+$/i.test(text) ? token : `"${personal}${end}`;
    },
  );
}

/** XML: names of elements and attributes stay, their content is hidden. */
function markup(body: string, mayBeShown: MayBeShown): string {
  return body
    .split(/(<[^>]*>?)/)
    .map((part) => {
      if (!part.startsWith("<")) return shown(part, mayBeShown);
      if (/^<[?!]/.test(part))
        return part.startsWith("<!--") || part.startsWith("<![") ? `<!-- ${personal} -->` : part;
      return part.replace(/=\s*(?:"([^"]*)"?|'([^']*)'?)/g, (whole, one?: string, two?: string) => {
        const value = one ?? two ?? "";
        return /^(?:urn:[\w.:-]+|https?:\/\/www\.w3\.org\/[\w./-]*)$/i.test(value) ||
          value === "" ||
          mayBeShown(value)
          ? whole
          : `="${personal}"`;
      });
    })
    .join("");
}

function form(body: string, mayBeShown: MayBeShown): string {
  return body
    .split("&")
    .map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return value.length === 0
        ? shown(pair, mayBeShown)
        : `${name}=${shown(value.join("="), mayBeShown)}`;
    })
    .join("&");
}

function shown(text: string, mayBeShown: MayBeShown): string {
  return text.trim() === "" || mayBeShown(text.trim()) ? text : personal;
}
