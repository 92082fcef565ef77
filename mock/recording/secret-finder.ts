/**
 * A secret as one pattern: each of its characters in any of its encodings. The mock has its own
 * implementation, so that it and the client cannot share a mistake; both share one file of test vectors.
 */
export function withoutSecrets(secrets: readonly string[]): (text: string) => string {
  const patterns = [...new Set(secrets)]
    .filter((secret) => secret.length >= shortest)
    .map((secret) => new RegExp([spelled(secret), ...encoded(secret)].join("|"), "g"));
  return (text) => patterns.reduce((clean, pattern) => clean.replace(pattern, "REDACTED"), text);
}

/** Shorter secrets occur in most texts. */
const shortest = 4;

const named: Readonly<Record<string, string>> = {
  ...{ '"': "quot|QUOT", "&": "amp|AMP", "<": "lt|LT", ">": "gt|GT", "'": "apos", "%": "percnt" },
  ...{ "/": "sol", "\\": "bsol", _: "lowbar|UnderBar", "+": "plus", "=": "equals", "@": "commat" },
  ...{ ":": "colon", ".": "period", "!": "excl", "#": "num", $: "dollar", "*": "ast|midast" },
  ...{ "(": "lpar", ")": "rpar", ",": "comma", ";": "semi", "?": "quest", "[": "lsqb|lbrack" },
  ...{ "]": "rsqb|rbrack", "^": "Hat", "`": "grave", "{": "lcub|lbrace", "}": "rcub|rbrace" },
  ...{ "|": "verbar|vert" },
};

function spelled(text: string): string {
  return [...text].map((character) => `(?:${spellings(character).join("|")})`).join("");
}

/** Repetitions are bounded: the time must not grow with the square of a text of backslashes. */
function spellings(character: string): string[] {
  const code = character.codePointAt(0) ?? 0;
  const bytes = [...Buffer.from(character, "utf8")].map(
    (byte) => `%(?:25){0,3}${eitherCase(byte.toString(16).padStart(2, "0"))}`,
  );
  const units = character
    .split("")
    .map((unit) => `\\\\{1,8}u${eitherCase(unit.charCodeAt(0).toString(16).padStart(4, "0"))}`);
  const entity = "&(?:amp;){0,3}";
  const plain = character.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return [
    ...(/["\\/]/.test(character) ? [`\\\\{1,8}${plain}`] : []),
    plain,
    units.join(""),
    bytes.join(""),
    `${entity}#0{0,6}${code}(?:;|(?!\\d))`,
    `${entity}#[xX]0{0,6}${eitherCase(code.toString(16))}(?:;|(?![\\da-fA-F]))`,
    ...(named[character] === undefined ? [] : [`${entity}(?:${named[character]});`]),
  ];
}

function eitherCase(hex: string): string {
  return hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

/**
 * The part of a secret that is the same in Base64 with any neighbouring bytes, at each of the three
 * positions where it can begin; the characters at its ends, which hold bits of both, are included.
 */
function encoded(secret: string): string[] {
  const bytes = Buffer.from(secret, "utf8");
  return [0, 1, 2].map((before) => {
    const base64 = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    const whole = Math.floor(((before + bytes.length) * 8) / 6);
    const first = Math.ceil((before * 8) / 6);
    const core = base64.slice(first, whole);
    return `[\\w+/-]${before === 0 ? "{0}" : ""}${[...core].map(base64Spellings).join("")}(?:[\\w+/-]?(?:={1,2}|%3[dD])?)`;
  });
}

function base64Spellings(character: string): string {
  const other = character === "+" ? "-" : character === "/" ? "_" : undefined;
  const all = [...spellings(character), ...(other === undefined ? [] : spellings(other))];
  return `(?:${all.join("|")})`;
}
