import { type Finder, personal } from "./hide.ts";

const localCharacter = /[\p{L}\p{N}._%+'-]/u;
const domain = /[\p{L}\p{N}.-]+\.\p{L}{2,}/uy;

/**
 * Finds mail addresses by their `@`: a pattern for a whole address would try each letter of a text
 * as its beginning, which costs more than all other searches together.
 *
 * @param mayBeWritten of an address, with its domain in lower case
 */
export function findAddresses(mayBeWritten: (address: string, domain: string) => boolean): Finder {
  return (text, hits) => {
    let from = 0;
    for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
      const start = beginning(text, from, at);
      // The text before an `@` is read once, however many follow.
      from = at + 1;
      if (start === at) continue;
      domain.lastIndex = at + 1;
      const [found] = domain.exec(text) ?? [];
      if (found === undefined) continue;
      const end = at + 1 + found.length;
      from = end;
      if (mayBeWritten(text.slice(start, end), found.toLowerCase())) continue;
      hits.push({ start, end, by: personal });
    }
  };
}

/** Where the local part of an address begins that ends before `at`. */
function beginning(text: string, from: number, at: number): number {
  let start = at;
  while (start > from && isLocal(text, start - 1)) start -= 1;
  return start;
}

function isLocal(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 128) return asciiLocal[code] === true;
  // Half of a character beyond the first 65,536 is taken for a letter.
  return (code >= 0xd800 && code <= 0xdfff) || localCharacter.test(text.charAt(index));
}

const asciiLocal = Array.from({ length: 128 }, (_, code) =>
  localCharacter.test(String.fromCharCode(code)),
);
