import type { VerifiedDifference } from "../../../schemas/index.ts";
import { isObject } from "../../../schemas/json-value.ts";
import type { Kind } from "./place.ts";
import { differingGroup, differingUser } from "./state.ts";

/** More ids of a list are not shown. */
const mostIds = 10;

/**
 * What is different in the answers to a GET of users or groups in both versions: who is in it, in which order, and
 * what it shows of each. A filter or a parameter that one version ignores is seen here.
 */
export function differencesOfAnswers(kind: Kind, v1: unknown, v2: unknown): VerifiedDifference[] {
  const [one, two] = [resourcesOf(v1), resourcesOf(v2)];
  const counters = ["totalResults", "startIndex", "itemsPerPage"].flatMap((attribute) => {
    const values = [v1, v2].map((list) => (isObject(list) ? list[attribute] : undefined));
    return told("answer", attribute, values.map((value) => value ?? "").map(String));
  });
  const ids = [one, two].map((all) => all.map(idOf));
  const hasOrder = ids[0]?.join() === ids[1]?.join();
  const order = hasOrder ? [] : told("answer", "ids", ids.map(idsText));
  const shown = one.flatMap((resource) => {
    const id = idOf(resource);
    const other = two.find((each) => idOf(each) === id);
    if (other === undefined) return [];
    const differing = kind === "Groups" ? differingGroup : differingUser;
    return differing(resource, other).flatMap(({ attribute, v1: before, v2: after }) =>
      told(id, attribute, [before ?? "", after ?? ""]),
    );
  });
  return [...order, ...counters, ...shown];
}

function resourcesOf(body: unknown): unknown[] {
  if (!isObject(body)) return [];
  return Array.isArray(body.Resources) ? body.Resources : "id" in body ? [body] : [];
}

const idOf = (resource: unknown) => (isObject(resource) ? String(resource.id) : "");

function idsText(ids: readonly string[]): string {
  const more = ids.length - mostIds;
  return `${ids.slice(0, mostIds).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function told(
  resource: string,
  attribute: string,
  values: readonly string[],
): VerifiedDifference[] {
  const [v1 = "", v2 = ""] = values;
  if (v1 === v2) return [];
  return [{ resource, attribute, ...(v1 !== "" && { v1 }), ...(v2 !== "" && { v2 }) }];
}
