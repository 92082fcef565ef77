import { hash, randomBytes } from "node:crypto";
import { isKnownName } from "../../../client/member-names.ts";
import {
  brokenBy,
  dateLike,
  domain,
  domainLike,
  firstDigits,
  telephoneLike,
  urlLike,
} from "./forms.ts";
import { type Kind, kindOf } from "./kinds.ts";
import { inCaseOf } from "./letter-case.ts";

/** How many values get a number; later ones get a name made of a keyed hash, so that memory stays flat. */
const mostNumbered = 200_000;

/** The most characters that Slack takes, by attribute: what is too long stays too long (FACT-USER-11, FACT-USER-21). */
const longest: Readonly<Record<string, number>> = {
  username: 21,
  nickname: 21,
  emails: 64,
  email: 64,
  displayname: 80,
  group: 80,
};

/** Attributes that name a person: their stand-ins are those of a user. */
const ofPeople =
  /^(?:user|nick|display|given|family|middle)Name$|^(?:name|formatted|emails?|display|id|text)$/i;

const separators = ["-", "", ".", "_"];
/** How often a separator is repeated before a name gets another number. */
const mostRepeated = 4;
/** Characters for which Slack may reject a name, beside the first special one. */
const forbidden = /[\p{Cc}\p{Extended_Pictographic}<>()",;:\\[\]]/gu;

/**
 * Stand-ins for personal values, each valid where the value was.
 *
 * The same value has the same stand-in wherever it occurs, and no two values share one, but for letter
 * case: names that differ only in case have stand-ins that differ only in case, and addresses have the
 * same one, as servers find both in any case. Names that differ only in punctuation share a number, so that a server
 * that turns `Ada King` into `ada_king` turns `User 1` into `user_1`; an address has the number of its
 * local part, which is often the name too.
 *
 * Values are kept as keyed hashes.
 */
export class StandIns {
  readonly #key = randomBytes(32).toString("hex");
  readonly #most: number;
  /** By the hash of a value in lower case. */
  readonly #given = new Map<string, string>();
  readonly #taken = new Set<string>();
  /** The hashes of domains of addresses, in lower case: all have the same stand-in. */
  readonly #domains = new Set<string>();
  /** The hashes of ids, which have no stand-ins. */
  readonly #ids = new Set<string>();
  readonly #names = new Map<string, NameNumber>();
  readonly #counts: Record<Kind, number> = {
    address: 0,
    url: 0,
    date: 0,
    telephone: 0,
    digits: 0,
    name: 0,
  };

  /** @param most how many values get a number */
  constructor(most = mostNumbered) {
    this.#most = most;
  }

  /**
   * @param attribute that holds the value: it decides what the first stand-in looks like
   * @returns the value itself where it has no letter and no digit
   */
  of(value: string, attribute: string): string {
    const core = value.trim();
    if (!/[\p{L}\p{N}]/u.test(core)) return value;
    const start = value.indexOf(core);
    return value.slice(0, start) + this.#ofCore(core, attribute) + value.slice(start + core.length);
  }

  /** A number in place of another. */
  ofNumber(value: number): number {
    return Number(this.of(String(value).replace(/\D/g, ""), "number"));
  }

  /** The stand-in of a value that has one already. */
  known(value: string): string | undefined {
    const made = this.#given.get(this.#hash(sought(value)));
    return made === undefined ? undefined : shaped(value, made);
  }

  /** Remembers the id of a resource, which stays as it is. */
  keepId(id: string): void {
    if (this.#ids.size < this.#most) this.#ids.add(this.#hash(id));
  }

  /** Whether a text was kept as an id. */
  isKnownId(text: string): boolean {
    return this.#ids.has(this.#hash(text));
  }

  /**
   * A part of an address in place of another, as a search has it: `ada@corp` becomes the beginning of the
   * stand-in of `ada@corp.com`. It is not kept, since the address may follow.
   */
  ofAddressPart(part: string, isEnd: boolean): string {
    const at = part.lastIndexOf("@");
    const local = part.slice(0, at);
    const end = part.slice(at + 1);
    const isWhole = isEnd || end.includes(".");
    const made = end === "" ? "" : isWhole ? domainLike(end) : domain.slice(0, domain.indexOf("."));
    return `${this.#localPart(local)}@${made}`;
  }

  /** Whether an address had the domain. */
  isKnownDomain(text: string): boolean {
    return this.#domains.has(this.#hash(text.toLowerCase()));
  }

  #ofCore(core: string, attribute: string): string {
    const known = this.known(core);
    if (known !== undefined) return known;
    return shaped(core, this.#keep(core, this.#made(core, attribute)));
  }

  /** In lower case. */
  #made(core: string, attribute: string): string {
    switch (kindOf(core, attribute)) {
      case "address":
        return this.#address(core, attribute);
      case "url":
        return urlLike(core, this.#isFull ? this.#hashed(core) : String(this.#next("url")));
      case "date":
        return dateLike(core, this.#next("date")).toLowerCase();
      case "telephone":
        return this.#telephone(core);
      case "digits":
        return String(firstDigits + this.#next("digits"));
      case "name":
        return this.#name(core, attribute);
    }
  }

  #keep(core: string, made: string): string {
    if (!this.#isFull) {
      this.#given.set(this.#hash(sought(core)), made);
      this.#taken.add(made);
    }
    return made;
  }

  get #isFull(): boolean {
    return this.#given.size >= this.#most;
  }

  #next(kind: Kind): number {
    this.#counts[kind] += 1;
    return this.#counts[kind];
  }

  #address(core: string, attribute: string): string {
    const at = core.lastIndexOf("@");
    const local = core.slice(0, at);
    const given = core.slice(at + 1).toLowerCase();
    if (this.#domains.size < this.#most) this.#domains.add(this.#hash(given));
    const ownDomain = domainLike(given);
    const name = this.#localPart(local);
    const missing = [...brokenBy(local)].filter((one) => !name.includes(one)).join("");
    const made = `${tooLong(local, name + missing, attribute)}@${ownDomain}`;
    if (!this.#taken.has(made)) return made;
    // Another address has the local part already.
    const number = this.#isFull ? this.#hashed(core) : String(this.#next("name"));
    return `user-${number}${brokenBy(local)}@${ownDomain}`;
  }

  #localPart(local: string): string {
    const parts = local
      .split("@")
      .map((part) => this.of(part.toLowerCase(), "userName").replace(/^[a-z]+/, "user"));
    return parts.join("@");
  }

  #telephone(core: string): string {
    const number = this.#next("telephone");
    const separator = /\d([ .-])/.exec(core)?.[1] ?? (/[\s()]/.test(core) ? " " : "");
    return telephoneLike(core, number, separator);
  }

  #name(core: string, attribute: string): string {
    const prefix = prefixOf(attribute);
    if (this.#isFull) return tooLong(core, `${prefix}-${this.#hashed(core)}`, attribute);
    const folded = this.#hash(letters(core));
    const name = this.#names.get(folded) ?? { number: this.#next("name"), isConverted: false };
    this.#names.set(folded, name);
    const isOfPerson = ofPeople.test(attribute);
    for (const separator of separatorsLike(core.toLowerCase(), name, isOfPerson)) {
      const made = tooLong(core, `${prefix}${separator}${name.number}`, attribute);
      if (!this.#taken.has(made)) return made;
    }
    // Many names have the same letters.
    const [own = ""] = separatorsLike(core.toLowerCase(), { ...name }, isOfPerson);
    return tooLong(core, `${prefix}${own || "-"}${this.#next("name")}`, attribute);
  }

  /** A name for a value beyond those that are numbered. */
  #hashed(core: string): string {
    return BigInt(`0x${hash("sha256", this.#key + sought(core)).slice(0, 15)}`).toString(36);
  }

  #hash(text: string): string {
    return hash("sha256", this.#key + text, "base64").slice(0, 16);
  }
}

/** What names of the same letters share. */
interface NameNumber {
  readonly number: number;
  /** One of them has characters that Slack converts to `_` (FACT-USER-12). */
  isConverted: boolean;
}

/** Letter case counts in web addresses only. */
function sought(value: string): string {
  return kindOf(value, "") === "url" ? value : value.normalize("NFC").toLowerCase();
}

/** Fewer letters are left by chance of names that have nothing else in common. */
const fewestLetters = 3;

/** What a name has in common with the one that Slack converts it to, where letters with accents are `_` too. */
function letters(value: string): string {
  const folded = value.normalize("NFKC").toLowerCase();
  const plain = folded.replace(/[^a-z0-9]/g, "");
  return plain.length < fewestLetters ? folded.replace(/[^\p{L}\p{M}\p{N}]/gu, "") : plain;
}

/** Whether Slack converts a letter of a name to `_` (FACT-USER-12). */
const hasConvertedLetter = (value: string) =>
  /[^\p{ASCII}]/u.test(value.normalize("NFKC").replace(/[^\p{L}\p{M}\p{N}]/gu, ""));

function shaped(value: string, made: string): string {
  switch (kindOf(value, "")) {
    case "url":
    case "address":
      return made;
    case "date":
      return made.toUpperCase();
    default:
      return inCaseOf(value, made);
  }
}

/** What is no attribute, and has stand-ins too. */
const others = new Set(["group", "member", "parameter", "schema"]);

/** What stands before the number, in lower case: never a name that only the client knows. */
function prefixOf(attribute: string): string {
  if (ofPeople.test(attribute)) return "user";
  const isPublic = others.has(attribute) || isKnownName(attribute);
  return isPublic && /^[a-z]{1,14}$/i.test(attribute) ? attribute.toLowerCase() : "value";
}

/** Stand for letters that Slack converts. */
const accented = ["\u00e9", "\u00e0", "\u00fc", "\u00f6", "\u00f1"];

/**
 * Separators for a stand-in, the first choice first: a special character stays special, and so does
 * a letter in the name of a person.
 */
function* separatorsLike(core: string, name: NameNumber, isOfPerson: boolean): Generator<string> {
  const [first] = /[^\p{L}\p{M}\p{N}._-]/u.exec(core) ?? [];
  const special = first && [...new Set([first, ...(core.match(forbidden) ?? [])])].join("");
  const [own = ""] = /[^\p{L}\p{M}\p{N}]/u.exec(core) ?? [];
  if (special !== undefined) {
    name.isConverted = true;
    for (let count = 1; count <= mostRepeated; count += 1) yield special.repeat(count);
    return;
  }
  if (isOfPerson && hasConvertedLetter(core)) {
    name.isConverted = true;
    yield* accented;
    return;
  }
  if (own === "_" && name.isConverted) yield "_";
  yield "-";
  yield own;
  yield* separators;
  for (let count = 2; count <= mostRepeated; count += 1) yield "-".repeat(count);
}

/** A stand-in that a server finds too long where the value was too long. */
function tooLong(value: string, made: string, attribute: string): string {
  const most = longest[attribute.toLowerCase()];
  const isTooLong = most !== undefined && value.length > most;
  return isTooLong ? made.padEnd(most + 1, "x") : made;
}
