import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import type { ScimErrorBody } from "../outcome.ts";

/** Slack's descriptions: an error code, sometimes followed by context in parentheses (FACT-ERROR-06). */
const codeAndSuffix = /^([A-Za-z_]+)(?: \((.*)\))?$/s;

/** Decodes an error of either version: a server may use the other version's envelope. */
export function decodeError(json: unknown): ScimErrorBody {
  if (!isObject(json)) return { envelope: "other", code: "" };
  if (typeof json.detail === "string" || json.status !== undefined) {
    return read("error-message", json.detail, json.status, json);
  }
  if (Array.isArray(json.Errors)) {
    const first: unknown = json.Errors[0];
    return isObject(first)
      ? read("errors-array", first.description, first.code, first)
      : { envelope: "errors-array", code: "" };
  }
  if (isObject(json.Errors)) {
    return read("errors-object", json.Errors.description, json.Errors.code, json.Errors);
  }
  return { envelope: "other", code: "" };
}

function read(
  envelope: ScimErrorBody["envelope"],
  explanation: unknown,
  status: unknown,
  holder: JsonObject,
): ScimErrorBody {
  const text = typeof explanation === "string" ? explanation : "";
  const match = codeAndSuffix.exec(text);
  const error: ScimErrorBody = { envelope, code: match?.[1] ?? text };
  if (match?.[2] !== undefined) error.suffix = match[2];
  if (status !== undefined) error.status = status;
  if (holder.scimType !== undefined) error.scimType = holder.scimType;
  return error;
}
