import fc, { type Arbitrary } from "fast-check";
import { DISPLAY_NAME_MAX, USER_NAME_MAX } from "../limits.ts";
import { letter, unicodeArbitrary, unicodeClasses } from "../text.ts";
import { displayNameArbitrary } from "../user/display-name.ts";
import { userNameArbitrary } from "../user/user-name.ts";
import {
  accepted,
  converted,
  open,
  refused,
  type UserChangeOf,
  type UserEdge,
  withAttribute,
  withPart,
} from "./edge.ts";

/** The domain of a userName that is a mail address. */
export const edgeDomain = "local.example";

const UNICODE = "strings are Unicode (RFC 7643 §2.3.1), and Slack's list excludes no letters";
const EMOJI =
  "Slack rejects emoji in a value (DOC: invalid_emoji_not_allowed), not documented in which";

function userNameEdges(namePrefix: string): UserEdge[] {
  const attribute = "userName";
  const ofLength = (length: number) =>
    userNameArbitrary({ namePrefix, minLength: length, maxLength: length }).map((name) =>
      withAttribute("userName", name),
    );
  const limit = (what: string) => ({ attribute, edgeClass: "limit" as const, what });
  const character = (what: string) => ({ attribute, edgeClass: "character" as const, what });
  const base = userNameArbitrary({ namePrefix, maxLength: USER_NAME_MAX - 4 });
  const around = (change: (name: string) => string) =>
    base.map((name) => withAttribute("userName", change(name)));
  const TOO_LONG =
    "at most 21 characters; the code is username_too_long or, as observed, long_username";
  const edges = [
    accepted(limit("20 characters"), "DOC", "at most 21 characters", ofLength(USER_NAME_MAX - 1)),
    accepted(limit("21 characters"), "DOC", "at most 21 characters", ofLength(USER_NAME_MAX)),
    refused(
      limit("22 characters"),
      ["username_too_long", "long_username"],
      "DOC",
      TOO_LONG,
      ofLength(USER_NAME_MAX + 1),
    ),
    ...[".", "_", "-"].map((mark) =>
      accepted(
        character(mark),
        "DOC",
        "., _ and - are allowed",
        around((name) => `${name}${mark}a`),
      ),
    ),
    converted(
      character("upper case"),
      "DOC",
      "stored in lower case",
      around((name) => `${name}A`),
    ),
    ...[" ", "+", "!", "#", "/", "é"].map((special) =>
      converted(
        character(special),
        "DOC",
        "v1.1's table: other specials become _ ; v2.0's table does not mention them",
        around((name) => `${name}${special}a`),
      ),
    ),
    converted(
      character("a mail address"),
      "OBS",
      "a mail address becomes its local part",
      around((name) => `${name}@${edgeDomain}`),
    ),
    ...unicodeClasses.map((unicodeClass) => {
      const place = { attribute, edgeClass: unicodeClass, what: "after a name" };
      const change = fc
        .tuple(base, unicodeArbitrary(unicodeClass))
        .map(([name, text]) => withAttribute("userName", `${name}${text}`));
      return unicodeClass === "emoji"
        ? refused(place, ["invalid_emoji_not_allowed", "username_invalid"], "DOC", EMOJI, change)
        : open(place, "whether non-ASCII letters become _ is not documented", change);
    }),
  ];
  if (namePrefix !== "") return edges;
  const place = { attribute, edgeClass: "one-character", what: "one letter" } as const;
  return [accepted(place, "DOC", "only an empty value is rejected", ofLength(1)), ...edges];
}

function nickNameEdges(namePrefix: string): UserEdge[] {
  const attribute = "nickName";
  const long = userNameArbitrary({
    namePrefix,
    minLength: USER_NAME_MAX + 1,
    maxLength: USER_NAME_MAX + 1,
  });
  return [
    accepted(
      { attribute, edgeClass: "combination", what: "equal to userName" },
      "DOC",
      "nickName mirrors userName",
      (user) => ({ ...user, nickName: user.userName ?? "a" }),
    ),
    open(
      { attribute, edgeClass: "combination", what: "other than userName" },
      "which of the two wins on create is not documented",
      userNameArbitrary({ namePrefix }).map((name) => withAttribute("nickName", name)),
    ),
    refused(
      { attribute, edgeClass: "limit", what: "22 characters" },
      ["long_nickname", "long_username", "username_too_long"],
      "DOC",
      "at most 21 characters",
      long.map((name) => withAttribute("nickName", name)),
    ),
  ];
}

function displayNameEdges(): UserEdge[] {
  const attribute = "displayName";
  const ofLength = (length: number): Arbitrary<UserChangeOf> =>
    fc
      .string({ unit: letter, minLength: length, maxLength: length, size: "max" })
      .map((name) => withAttribute("displayName", name));
  const limit = (what: string) => ({ attribute, edgeClass: "limit" as const, what });
  const character = (what: string) => ({ attribute, edgeClass: "character" as const, what });
  const around = (change: (name: string) => string) =>
    displayNameArbitrary().map((name) => withAttribute("displayName", change(name.slice(0, 70))));
  const AT = "@ is rejected: invalid_name_specials or, at the beginning, invalid_starts_with_at";
  return [
    accepted(limit("79 characters"), "DOC", "at most 80", ofLength(DISPLAY_NAME_MAX - 1)),
    accepted(limit("80 characters"), "DOC", "at most 80", ofLength(DISPLAY_NAME_MAX)),
    refused(
      limit("81 characters"),
      ["invalid_name_maxlength"],
      "DOC",
      "at most 80",
      ofLength(DISPLAY_NAME_MAX + 1),
    ),
    accepted(
      { attribute, edgeClass: "one-character", what: "one letter" },
      "DOC",
      "only a maximum length is documented",
      ofLength(1),
    ),
    ...[".", "_", "-", " "].map((mark) =>
      accepted(
        character(mark),
        "DOC",
        "., _ and - are allowed, and the examples contain spaces",
        around((name) => `${name}${mark}a`),
      ),
    ),
    ...["!", "#", "/", "<", "&"].map((special) =>
      open(
        character(special),
        "the table turns specials into _, the examples keep some",
        around((name) => `${name}${special}a`),
      ),
    ),
    refused(
      character("@ in front"),
      ["invalid_starts_with_at", "invalid_name_specials"],
      "DOC",
      AT,
      around((name) => `@${name}`),
    ),
    refused(
      character("@ inside"),
      ["invalid_name_specials", "invalid_starts_with_at"],
      "DOC",
      AT,
      around((name) => `${name}@a`),
    ),
    ...unicodeEdges(attribute, (text) => withAttribute("displayName", text)),
  ];
}

function unicodeEdges(attribute: string, change: (text: string) => UserChangeOf): UserEdge[] {
  return unicodeClasses.map((unicodeClass) => {
    const place = { attribute, edgeClass: unicodeClass, what: "alone" };
    const drawn = unicodeArbitrary(unicodeClass).map(change);
    if (unicodeClass === "emoji") {
      const tag = attribute === "displayName" ? "DOC" : "INF";
      return refused(place, ["invalid_emoji_not_allowed"], tag, EMOJI, drawn);
    }
    return unicodeClass === "zero-width"
      ? open(place, "whether invisible characters are kept is not documented", drawn)
      : accepted(place, "RFC", UNICODE, drawn);
  });
}

function fullNameEdges(): UserEdge[] {
  const NAMES = "only givenName, familyName and honorificPrefix are supported";
  const parts = ["givenName", "familyName"] as const;
  const blank = { givenName: " ", familyName: "  " };
  return [
    ...parts.map((part) =>
      accepted(
        { attribute: `name.${part}`, edgeClass: "one-character", what: "one letter" },
        "DOC",
        "only blank names are rejected",
        letter.map((text) => withPart("name", { givenName: "a", [part]: text })),
      ),
    ),
    ...parts.flatMap((part) =>
      unicodeEdges(`name.${part}`, (text) => withPart("name", { givenName: "a", [part]: text })),
    ),
    refused(
      { attribute: "name", edgeClass: "character", what: "only spaces" },
      ["invalid_name_required"],
      "DOC",
      "both names only spaces",
      withAttribute("name", blank),
    ),
    ...(["middleName", "honorificSuffix", "formatted"] as const).map((part) =>
      open(
        { attribute: `name.${part}`, edgeClass: "combination", what: "unsupported part" },
        NAMES,
        withPart("name", { givenName: "a", [part]: "b" }),
      ),
    ),
    ...unicodeEdges("title", (text) => withAttribute("title", text)),
    accepted(
      { attribute: "title", edgeClass: "one-character", what: "one letter" },
      "DOC",
      "no limit is documented",
      letter.map((text) => withAttribute("title", text)),
    ),
  ];
}

/** Unusual names: userName, nickName, displayName, name and title. */
export function nameEdges(namePrefix: string): UserEdge[] {
  return [
    ...userNameEdges(namePrefix),
    ...nickNameEdges(namePrefix),
    ...displayNameEdges(),
    ...fullNameEdges(),
  ];
}
