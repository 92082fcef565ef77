import type { Exchange, Json } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import { bodyOf } from "./body.ts";

export function isAccepted({ response }: Exchange): boolean {
  return response !== undefined && response.status < 300;
}

/** How a request ended, in words: `rejected with 400 invalid_syntax`, `accepted with 204`. */
export function outcomeOf(exchange: Exchange): string {
  const { response, error } = exchange;
  if (!response) return `no response: ${error ?? "unknown reason"}`;
  const { status } = response;
  if (isAccepted(exchange)) return `accepted with ${status}`;
  if (status === 429) return "held back by the rate limit, 429";
  const code = errorCodeIn(bodyOf(response));
  const words = status >= 500 ? "failed with" : status === 404 ? "not found," : "rejected with";
  return [words, status, ...(code === undefined ? [] : [code])].join(" ");
}

/** The error code, where the version writes it: in 1.1 the description, in 2.0 the detail too. */
function errorCodeIn(body: Json | undefined): string | undefined {
  if (!isObject(body)) return undefined;
  const [first] = Array.isArray(body.Errors) ? body.Errors : [body.Errors];
  const described = isObject(first) ? first.description : undefined;
  for (const candidate of [body.scimType, described, body.detail]) {
    // A code is one word; more may follow it, such as the id of the user.
    const [, code] = /^([a-z][A-Za-z]*(?:_[a-z]+)*)(?:$| \()/.exec(String(candidate ?? "")) ?? [];
    if (code !== undefined) return code;
  }
  return undefined;
}
