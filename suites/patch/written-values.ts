import type { JsonObject } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { at, items } from "../json.ts";

/** Attributes with one plain text, which no other attribute depends on; and the names of a user. */
const plainTexts = [
  "title",
  "displayName",
  "userType",
  "preferredLanguage",
  "locale",
  "timezone",
  "userName",
  "nickName",
] as const;

/** Plain texts that a PATCH writes, each by the name of its attribute; "" where it clears one. */
export type WrittenText = { readonly [Name in (typeof plainTexts)[number]]?: string };

/**
 * The plain texts that the body of a PATCH writes, in the form of any version. A user shows the
 * effect of the PATCH if it has none of them before.
 */
export function writtenTexts(body: JsonObject): WrittenText[] {
  const operations = items(body.Operations).flatMap((operation) => {
    const path = at(operation, "path");
    const isRemoval = at(operation, "op") === "remove";
    if (typeof path === "string")
      return textsOf({ [path]: isRemoval ? "" : at(operation, "value") });
    return textsOf(Object(at(operation, "value")));
  });
  const cleared = items(at(body, "meta", "attributes")).flatMap((name) =>
    textsOf({ [String(name)]: "" }),
  );
  return [...textsOf(body), ...operations, ...cleared];
}

function textsOf(values: JsonObject): WrittenText[] {
  return plainTexts.flatMap((name) => {
    const value = values[name];
    // One space clears an attribute in version 1.1 (FACT-PATCH-17).
    return typeof value === "string" ? [{ [name]: value.trim() }] : [];
  });
}

/** The attributes whose state matters before a PATCH: not plain texts that it writes. */
export function stateNeeded(
  touched: readonly string[],
  written: readonly WrittenText[],
  state: Partial<NeutralUser> = {},
): string[] {
  const names = new Set(written.flatMap((one) => Object.keys(one)));
  return touched.filter((name) => name in state || !names.has(name));
}
