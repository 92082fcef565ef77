/**
 * Characters that XML 1.0 §2.2 forbids, also as references: control characters but tab and line
 * ends, halves of surrogate pairs, U+FFFE and U+FFFF.
 */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // A parser would turn them into spaces in an attribute, and the second into a line end elsewhere.
  "\t": "&#9;",
  "\r": "&#13;",
  "\n": "&#10;",
};

/** Any text as the content of an element. A forbidden character becomes U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(forbidden, "\ufffd")
    .replace(/[&<>\r]/g, (character) => escapes[character] ?? character);
}

/** Any text as the value of an attribute, between double quotes. */
function xmlValue(text: string): string {
  return text
    .replace(forbidden, "\ufffd")
    .replace(/[&<>"\t\r\n]/g, (character) => escapes[character] ?? character);
}

/**
 * An element.
 * @param content XML, each part on its own line; a text is one part, and stays as it is
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: readonly string[] = [],
): string {
  const pairs = Object.entries(attributes).map(
    ([attribute, value]) => ` ${attribute}="${xmlValue(String(value))}"`,
  );
  const start = `<${name}${pairs.join("")}`;
  return content.length === 0 ? `${start}/>` : `${start}>${content.join("\n")}</${name}>`;
}
