import type { Outcome } from "../../client/index.ts";
import { notObserved } from "../not-observed.ts";
import type { CheckContext } from "../run/check-context.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { Skip } from "../run/stop.ts";

/**
 * Whether a provider declines a filter, in a query or in a path, which it need not support: it answers with
 * 403 or 501, or with 400 and no other reason than the filter (RFC 7644 §3.4.2.2; §3.12, table 9). The
 * response explains itself: it is an error of SCIM.
 */
export function isDeclined({ status, error }: Outcome<unknown>): boolean {
  if (error === undefined || error.envelope === "other") return false;
  if (status === 403 || status === 501) return true;
  const reasons: readonly unknown[] = [undefined, "invalidFilter", "invalidPath"];
  return status === 400 && reasons.includes(error.scimType);
}

/** A filter without its values, which differ from run to run. */
const shapeOf = (filter: string) => filter.replaceAll(/"(?:\\.|[^"\\])*"/g, '"…"');

/**
 * The filter that every provider with filters has: an identity, compared. It may be written in any case, with
 * any value.
 */
const plain = /^userName eq (["'])(?:\\.|(?!\1)[^\\])*\1$/i;

/**
 * Ends a check whose filter the provider declines, for the attribute, the operator or the form.
 * @throws Skip
 */
export function needsFilter(t: CheckContext, filter: string, answer: Outcome<unknown>): void {
  if (t.provider.offers.knownFilters || plain.test(filter) || !isDeclined(answer)) return;
  throw new Skip(
    "not-offered",
    `the provider declines the filter ${shapeOf(filter)} with ${describeAnswer(answer)}`,
  );
}

/** Leaves out a fact that needs a declined filter or a missing value, so that the others of the check are judged. */
export function leftOut(error: unknown) {
  if (!(error instanceof Skip)) throw error;
  if (error.code !== "not-offered" && error.code !== "blocked-by") throw error;
  return notObserved(error.code, error.message);
}
