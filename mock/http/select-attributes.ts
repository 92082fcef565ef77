import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import type { Answer, Call } from "../call.ts";

const always = new Set(["schemas", "id", "meta"]);

function namesOf(parameter: string | undefined): readonly string[] {
  return (parameter ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "");
}

function selected(resource: JsonObject, wanted: readonly string[], unwanted: readonly string[]) {
  const entries = Object.entries(resource).filter(([key]) => {
    if (always.has(key)) return true;
    const name = key.toLowerCase();
    if (unwanted.includes(name)) return false;
    return (
      wanted.length === 0 || wanted.some((each) => each.split(".")[0] === name || each === name)
    );
  });
  return Object.fromEntries(entries);
}

/** Setting `attributesParameter: "honour"`: `attributes` and `excludedAttributes` select top-level attributes. */
export function selectAttributes(answer: Answer, call: Call): void {
  const wanted = namesOf(call.query.attributes);
  const unwanted = namesOf(call.query.excludedAttributes);
  const { body } = answer;
  const applies = call.resource !== "none" && answer.status < 300 && body !== undefined;
  if (!applies || (wanted.length === 0 && unwanted.length === 0)) return;
  if (Array.isArray(body.Resources)) {
    body.Resources = body.Resources.map((each: unknown) =>
      isObject(each) ? selected(each, wanted, unwanted) : each,
    );
  } else answer.body = selected(body, wanted, unwanted);
}
