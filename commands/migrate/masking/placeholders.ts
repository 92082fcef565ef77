import { createHmac, randomBytes } from "node:crypto";

/** How many values get a number; later ones get a name made of a keyed hash, so that memory stays flat. */
const mostNumbered = 200_000;

const address = /^[^\s@"<>]+@[^\s@"<>]+$/;
const webAddress = /^[a-z][a-z0-9+.-]*:\/\//i;
const date = /^(\d{4}-\d\d-\d\d)(T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** Gives a stand-in for a value. */
export interface StandIns {
  /** @param attribute that holds the value: decides what the first stand-in looks like */
  of(value: string, attribute: string): string;
}

/**
 * Stand-ins for personal values: the same value gets the same one, whatever attribute it stands in,
 * and each is valid where the value was, so that the requests can be replayed.
 */
export class Placeholders implements StandIns {
  readonly #numbered = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  readonly #key = randomBytes(32);

  of(value: string, attribute: string): string {
    const known = this.#numbered.get(value);
    if (known !== undefined) return known;
    const kind = kindOf(value, attribute);
    if (this.#numbered.size >= mostNumbered) {
      const hash = createHmac("sha256", this.#key).update(value).digest("hex").slice(0, 12);
      return standIn(kind, hash, value);
    }
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    const made = standIn(kind, String(number), value);
    this.#numbered.set(value, made);
    return made;
  }
}

const telephones = new Set(["phoneNumbers", "faxes"]);

function kindOf(value: string, attribute: string): string {
  if (address.test(value)) return "address";
  if (webAddress.test(value)) return "url";
  if (date.test(value)) return "date";
  if (telephones.has(attribute)) return "telephone";
  if (attribute === "userName") return "user";
  return /^[A-Za-z]\w{0,30}$/.test(attribute) ? attribute : "value";
}

function standIn(kind: string, number: string, value: string): string {
  switch (kind) {
    case "address":
      return `person-${number}@placeholder.example`;
    case "url":
      return `https://placeholder.example/${number}`;
    case "telephone":
      return `+1 555 01 ${number}`;
    // Its form stays: a version may reject another.
    case "date":
      return value
        .replace(/^\d{4}-\d\d-\d\d/, "2001-01-01")
        .replace(/T\d\d:\d\d:\d\d/, "T00:00:00");
    default:
      return `${kind}-${number}`;
  }
}
