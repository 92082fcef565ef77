import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import type { Call, Operation } from "../../call.ts";
import type { User } from "../../organization/types.ts";
import type { Fault } from "../fault.ts";
import { type Breaks, onBody, planter } from "../plant.ts";
import { type Alteration, alterations, cutAt, type Kind, kinds } from "./alterations.ts";

const plant = planter("users");

/** Changes one text of a user. */
type Change = (draft: User, alter: Alteration) => void;

type TextName =
  | "displayName"
  | "givenName"
  | "familyName"
  | "honorificPrefix"
  | "title"
  | "userType"
  | "preferredLanguage"
  | "locale"
  | "timezone"
  | "profileUrl"
  | "role"
  | "mobilePhone"
  | "primaryPhone"
  | "userName"
  | "primaryEmail"
  | "secondaryEmail";

const text =
  (name: TextName): Change =>
  (draft, alter) => {
    // Every one of these members is a text, or null where a text may be unset.
    const value = draft[name];
    if (value !== null) draft[name] = alter(value);
  };

const enterprise =
  (name: "employeeNumber" | "costCenter" | "organization" | "division" | "department"): Change =>
  (draft, alter) => {
    const value = draft.enterprise[name];
    if (value !== null) draft.enterprise[name] = alter(value);
  };

const addressPart =
  (name: "streetAddress" | "locality" | "region" | "postalCode" | "country"): Change =>
  (draft, alter) => {
    const value = draft.address?.[name];
    if (draft.address && value) draft.address = { ...draft.address, [name]: alter(value) };
  };

const inWords: readonly Kind[] = ["spaces", "accents", "decomposed", "case"];
const inFreeText: readonly Kind[] = kinds;

/** Each text of a user: its name in a fault, the alterations that its values show, and where it is cut. */
type Row = readonly [name: string, change: Change, kinds: readonly Kind[], cut?: number];

const attributes: readonly Row[] = [
  ["title", text("title"), inFreeText, 99],
  ["display-name", text("displayName"), inWords, 79],
  ["given-name", text("givenName"), [...inWords, "compatible", "apostrophes"], 39],
  ["family-name", text("familyName"), [...inWords, "escaped", "apostrophes"], 39],
  ["honorific-prefix", text("honorificPrefix"), ["spaces", "case"], 12],
  ["user-type", text("userType"), inFreeText, 63],
  ["preferred-language", text("preferredLanguage"), ["case"], 9],
  ["locale", text("locale"), ["case"]],
  ["timezone", text("timezone"), ["case"], 29],
  ["employee-number", enterprise("employeeNumber"), ["case", "zeros"], 7],
  ["cost-center", enterprise("costCenter"), inFreeText, 63],
  ["organization", enterprise("organization"), inFreeText, 63],
  ["division", enterprise("division"), inFreeText, 63],
  ["department", enterprise("department"), inFreeText, 63],
  ["street-address", addressPart("streetAddress"), inFreeText, 63],
  ["locality", addressPart("locality"), inFreeText, 39],
  ["region", addressPart("region"), inFreeText, 39],
  ["postal-code", addressPart("postalCode"), ["spaces", "case", "zeros"], 7],
  ["country", addressPart("country"), inFreeText, 29],
  ["role", text("role"), inFreeText, 63],
  ["primary-phone", text("primaryPhone"), ["gaps"], 16],
  ["mobile-phone", text("mobilePhone"), ["gaps", "zeros"], 15],
  ["primary-email", text("primaryEmail"), ["dots", "tag"]],
  ["secondary-email", text("secondaryEmail"), ["marks"]],
  ["user-name", text("userName"), ["marks", "dots"], 20],
];

/** In which of the writes each kind is looked for, in turn, so that each attribute is tested in all of them. */
const written = ["SLACK-PROPERTY-07", "SLACK-PROPERTY-08", "SLACK-PROPERTY-09"] as const;

/** The rules that a fault of an attribute breaks: another write in each version. */
function brokenBy(name: string, position: number): Breaks {
  const isPost = { "user-name": 1, "secondary-email": 1 }[name] ?? 0;
  // A PATCH leaves the primary address as it is.
  const rules = name === "primary-email" ? written.slice(0, 2) : written.slice(isPost);
  const at = (turn: number) => [rules[(position + turn) % rules.length] ?? written[1]];
  return { v1: at(0), v2: at(1) };
}

const alike = attributes.flatMap(([name, change, own, longest], row) =>
  [...own.map((kind) => alterations[kind]), ...(longest === undefined ? [] : [cutAt(longest)])].map(
    ({ summary, alter, word }, position) =>
      plant(
        `${name}-${word}`,
        `The ${name.replaceAll("-", " ")} of a user is stored ${summary}`,
        brokenBy(name, row + position),
        { storeUser: (draft) => change(draft, alter) },
      ),
  ),
);

function everyText(draft: User, alter: Alteration): void {
  const isText = (name: string) => !/email|phone|user-name|timezone|language|locale/.test(name);
  for (const [name, change] of attributes) if (isText(name)) change(draft, alter);
}

/** Alters every text in one kind of write only. */
function inWrites(operation: Operation, kind: Kind) {
  const { alter } = alterations[kind];
  return {
    storeUser(draft: User, _before: User | undefined, call: Call) {
      if (call.operation === operation) everyText(draft, alter);
    },
  };
}

const writes = [
  ["post", "create", "SLACK-PROPERTY-07"],
  ["put", "replace", "SLACK-PROPERTY-08"],
  ["patch", "patch", "SLACK-PROPERTY-09"],
] as const;

const inOneWrite = writes.flatMap(([method, operation, rule]) =>
  (["spaces", "accents", "escaped"] as const).map((kind) =>
    plant(
      `${method}-texts-${alterations[kind].word}`,
      `A ${method.toUpperCase()} of a user stores texts ${alterations[kind].summary}`,
      { v1: [rule], v2: [rule] },
      inWrites(operation, kind),
    ),
  ),
);

/** A value with every text in it altered. */
function alteredWithin(value: unknown, alter: Alteration): unknown {
  if (typeof value === "string") return alter(value);
  if (Array.isArray(value)) return value.map((one) => alteredWithin(one, alter));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, alteredWithin(inner, alter)]),
  );
}

function inBody(body: JsonObject, kind: Kind): void {
  Object.assign(body, alteredWithin(body, alterations[kind].alter));
}

/** Texts that only some responses alter; what is stored is as sent. */
const inOneResponse: readonly Fault[] = [
  plant(
    "listed-texts-single-spaced",
    "Lists of users show texts with single spaces",
    { v1: ["SLACK-PROPERTY-07", "SLACK-PROPERTY-08"], v2: ["SLACK-PROPERTY-07"] },
    onBody({ operation: "list", resource: "Users" }, (body) => inBody(body, "spaces")),
  ),
  plant(
    "read-texts-escaped",
    "A read of a user shows texts with escaped ampersands",
    { v1: ["SLACK-PROPERTY-07"], v2: ["SLACK-PROPERTY-09"] },
    onBody({ operation: "read", resource: "Users" }, (body) => inBody(body, "escaped")),
  ),
  plant(
    "written-texts-without-accents",
    "The response to a write of a user shows texts without accents",
    { v1: ["SLACK-PROPERTY-08"], v2: ["SLACK-PROPERTY-07"] },
    onBody({ operation: ["create", "replace"], resource: "Users" }, (body) =>
      inBody(body, "accents"),
    ),
  ),
];

/** Texts of a user that come back nearly as they were sent: a fault for each text and each alteration. */
export const nearTextFaults: readonly Fault[] = [
  ...alike,
  ...inOneWrite,
  ...inOneResponse,
  plant(
    "profile-url-lower-case",
    "The profileUrl of a new user is stored in lower case",
    { v1: ["SLACK-PROPERTY-07"], v2: ["SLACK-PROPERTY-07"] },
    { storeUser: (draft) => text("profileUrl")(draft, alterations.case.alter) },
  ),
  plant(
    "profile-url-without-fragment",
    "The profileUrl of a new user is stored without its fragment",
    { v1: ["SLACK-PROPERTY-07"], v2: ["SLACK-PROPERTY-07"] },
    { storeUser: (draft) => text("profileUrl")(draft, (url) => url.replace(/#.*$/, "")) },
  ),
  plant(
    "profile-url-unescaped",
    "The profileUrl of a new user is stored with its escapes decoded",
    { v1: ["SLACK-PROPERTY-07"], v2: ["SLACK-PROPERTY-07"] },
    { storeUser: (draft) => text("profileUrl")(draft, decodeURIComponent) },
  ),
];
