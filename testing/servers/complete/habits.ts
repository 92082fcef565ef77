import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import type { CompleteOptions } from "./options.ts";
import { listOf } from "./values.ts";

/** How a server normalises received values. */
export function kept(values: JsonObject, { canonical, fillsIn }: CompleteOptions): JsonObject {
  if (canonical === "userName" && typeof values.userName === "string") {
    values.userName = values.userName.toLowerCase();
  }
  if (canonical === "phoneNumbers") {
    // RFC 7643 §4.1.2: the value SHOULD be in the form of RFC 3966.
    for (const entry of listOf(values.phoneNumbers)) {
      const number = String(entry.value);
      if (!number.startsWith("tel:")) entry.value = `tel:${number.trim().replace(/[\s()]+/g, "-")}`;
    }
  }
  if (fillsIn && values.userName !== undefined) fillIn(values);
  return values;
}

/** Values that many providers add themselves. */
function fillIn(values: JsonObject): void {
  const { name } = values;
  if (isObject(name)) {
    name.formatted = [name.givenName, name.familyName].filter(Boolean).join(" ");
    values.displayName ??= name.formatted;
  }
  values.displayName ??= values.userName;
  values.locale ??= "en-US";
}
