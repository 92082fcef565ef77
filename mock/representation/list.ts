import type { JsonObject } from "../../schemas/json-value.ts";
import type { Call } from "../call.ts";
import { urnsOf } from "../urns.ts";

/** FACT-LIST-05: a page of a list. Key order differs between the versions (FACT-FORMAT-17). */
export function listResource(
  resources: readonly JsonObject[],
  totalResults: number,
  startIndex: number,
  call: Call,
  itemsPerPage = resources.length,
): JsonObject {
  const schemas = [urnsOf(call.version).list];
  const counters = { totalResults, itemsPerPage, startIndex };
  return call.version === "1.1"
    ? { ...counters, schemas, Resources: resources }
    : { schemas, Resources: resources, ...counters };
}
