import { withKnownNames } from "../../client/member-names.ts";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import { enterpriseParts, nameParts, v1Urns } from "./attributes.ts";
import { asBoolean, isBlank, isDeletion } from "./entries.ts";

const texts = ["title", "userType", "preferredLanguage", "locale", "timezone"] as const;

const addressParts = ["streetAddress", "locality", "region", "postalCode", "country"] as const;

/** Read-only: that the answer does not show them counts only where nothing else was asked for. */
const ignored = ["externalId", "profileUrl", "groups"] as const;

/** What a request asks for, and whether the answer shows it; undefined where that cannot be told. */
type Checks = (boolean | undefined)[];

const sameText = (asked: string, given: string) => asked.trim() === given.trim();

/** Whether an answer shows a text; one that is absent, such as in Slack's short form, tells nothing. */
function text(asked: unknown, given: unknown): boolean | undefined {
  if (typeof asked !== "string" || given === undefined) return undefined;
  const shown = typeof given === "string" ? given : "";
  return isBlank(asked) ? shown === "" : sameText(asked, shown);
}

/** Names are converted by Slack (FACT-USER-12, FACT-USER-18): their letters and digits are compared. */
function convertedName(asked: unknown, given: unknown): boolean | undefined {
  if (typeof asked !== "string" || typeof given !== "string" || asked.includes("@"))
    return undefined;
  const letters = (value: string) => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return letters(asked) === letters(given);
}

function valuesOf(list: unknown): string[] {
  const entries = Array.isArray(list) ? list : isObject(list) ? [list] : [];
  return entries.flatMap((entry: unknown) => {
    const value = isObject(entry) ? entry.value : entry;
    return typeof value === "string" && value !== "" ? [value.toLowerCase()] : [];
  });
}

function list(asked: unknown, given: unknown): Checks {
  if (!Array.isArray(asked) || !Array.isArray(given)) return [];
  const shown = new Set(valuesOf(given));
  const additions = asked.filter((entry) => !isDeletion(entry));
  const deletions = valuesOf(asked.filter(isDeletion));
  const wanted = valuesOf(additions);
  return [
    ...(wanted.length > 0 ? [wanted.some((value) => shown.has(value))] : []),
    ...deletions.map((value) => wanted.includes(value) || !shown.has(value)),
  ];
}

function addressGone(asked: unknown, given: unknown): boolean | undefined {
  if (!Array.isArray(asked) || !Array.isArray(given)) return undefined;
  if (!asked.some(isDeletion) || !asked.every(isDeletion)) return undefined;
  return !given.some(
    (entry) =>
      isObject(entry) &&
      Object.values(entry).some((part) => typeof part === "string" && part !== ""),
  );
}

/** Whether one of the addresses that were sent is there: Slack stores one. */
function addressShown(asked: unknown, given: unknown): boolean | undefined {
  if (!Array.isArray(asked) || !Array.isArray(given)) return undefined;
  const parts = (entry: unknown) =>
    addressParts.flatMap((part) => {
      const value = isObject(entry) && !isDeletion(entry) ? entry[part] : undefined;
      return typeof value === "string" && value.trim() !== "" ? [[part, value] as const] : [];
    });
  const additions = asked.map(parts).filter((entry) => entry.length > 0);
  if (additions.length === 0) return undefined;
  return additions.some((entry) =>
    given.some((stored) =>
      entry.every(
        ([part, value]) => isObject(stored) && sameText(value, String(stored[part] ?? "")),
      ),
    ),
  );
}

/** A manager may be written by its address or userName: only that none is stored can be told. */
function managerShown(asked: unknown, given: unknown): boolean | undefined {
  const id = members(asked).managerId;
  if (typeof id !== "string" || id.trim() === "" || !isObject(given)) return undefined;
  return !isEmpty(given.managerId);
}

const members = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** A value that stands for "nothing stored". */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  if (Array.isArray(value)) return valuesOf(value).length === 0;
  return false;
}

/** What `meta.attributes` names, and whether it is gone. */
function removed(names: unknown, answer: JsonObject): Checks {
  if (!Array.isArray(names)) return [];
  const enterprise = members(answer[v1Urns.enterprise]);
  return names.map((each: unknown) => {
    const name = String(each).toLowerCase();
    const attribute = [
      "title",
      "userType",
      "preferredLanguage",
      "locale",
      "roles",
      "phoneNumbers",
    ].find((known) => known.toLowerCase() === name);
    if (attribute !== undefined && attribute in answer) return isEmpty(answer[attribute]);
    if (name === v1Urns.guest) return !(v1Urns.guest in answer);
    const part = enterpriseParts.find((known) =>
      [".", ":"].some(
        (separator) => name === `${v1Urns.enterprise}${separator}${known.toLowerCase()}`,
      ),
    );
    return part !== undefined && part in enterprise ? isEmpty(enterprise[part]) : undefined;
  });
}

/** The members that a PatchOp body sets at plain paths. */
function ofPatchOp(operations: unknown): JsonObject {
  const found: [string, unknown][] = [];
  for (const operation of Array.isArray(operations) ? operations : []) {
    if (!isObject(operation) || String(operation.op).toLowerCase() === "remove") continue;
    const { path, value } = operation;
    if (typeof path === "string" && /^\w+$/.test(path)) found.push([path, value]);
    else if (path === undefined && isObject(value)) found.push(...Object.entries(value));
  }
  const known = withKnownNames(Object.fromEntries(found));
  return members(known);
}

/**
 * What the answer to a write does not show of what was asked for.
 *
 * @param body of the request @param answer of 2xx, a user or group of 1.1
 * @returns the first attribute that is not shown, a name of Slack's schemas; undefined where all is
 *   shown, and where nothing can be told
 */
export function notShown(body: unknown, answer: unknown): string | undefined {
  const request = members(withKnownNames(body));
  const given = members(withKnownNames(answer));
  if (!isObject(answer) || Object.keys(given).length === 0) return undefined;
  const asked = "Operations" in request ? ofPatchOp(request.Operations) : request;
  const name = members(asked.name);
  const enterprise = members(asked[v1Urns.enterprise]);
  const attributes: [string, Checks][] = [
    ...texts.map((each): [string, Checks] => [each, [text(asked[each], given[each])]]),
    ["userName", [userName(asked, given.userName)]],
    ["nickName", "userName" in asked ? [] : [convertedName(asked.nickName, given.nickName)]],
    [
      "displayName",
      isBlank(asked.displayName) || asked.displayName === ""
        ? []
        : [convertedName(asked.displayName, given.displayName)],
    ],
    [
      "active",
      typeof asBoolean(asked.active) === "boolean" && "active" in given
        ? [asBoolean(asked.active) === given.active || v1Urns.guest in asked]
        : [],
    ],
    ...nameParts.map((part): [string, Checks] => [
      `name.${part}`,
      [text(name[part], members(given.name)[part])],
    ]),
    ...enterpriseParts.map((part): [string, Checks] => [
      part,
      [text(enterprise[part], members(given[v1Urns.enterprise])[part])],
    ]),
    [
      "the guest extension",
      isObject(asked[v1Urns.guest]) && "userName" in given ? [v1Urns.guest in given] : [],
    ],
    ...["emails", "phoneNumbers", "roles", "members"].map((each): [string, Checks] => [
      each,
      list(asked[each], given[each]),
    ]),
    [
      "addresses",
      [
        addressGone(asked.addresses, given.addresses),
        addressShown(asked.addresses, given.addresses),
      ],
    ],
    ["manager", [managerShown(enterprise.manager, members(given[v1Urns.enterprise]).manager)]],
    ["meta.attributes", removed(members(asked.meta).attributes, given)],
  ];
  const told = attributes.flatMap(([attribute, checks]) =>
    checks.flatMap((check) => (check === undefined ? [] : [{ attribute, check }])),
  );
  if (told.length > 0) return told.find(({ check }) => !check)?.attribute;
  return ignored.find(
    (each) =>
      typeof asked[each] === "string" &&
      asked[each] !== "" &&
      text(asked[each], given[each]) === false,
  );
}

/** A nickName that differs becomes the userName, in both versions: then the answer shows what was asked for. */
function userName({ userName: asked, nickName }: JsonObject, given: unknown): boolean | undefined {
  const check = convertedName(asked, given);
  return check === false && convertedName(nickName, given) ? undefined : check;
}
