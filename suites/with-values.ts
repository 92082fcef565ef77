import type { Outcome } from "../client/index.ts";
import type { Json } from "./expectation.ts";
import { typeOf } from "./json.ts";

/** What a message tells of a fact beside the fact itself. */
export interface Details {
  /** The values that the fact was taken from, by a name that the reader knows. */
  values: Readonly<Record<string, Json | undefined>>;
  /** Ids of the exchanges that decided the fact; none where any of the check may have. */
  exchanges: readonly string[];
}

/** Stands for a fact together with its {@link Details}. A class, so that no value sent by a server can pass for it. */
export class WithValues implements Details {
  readonly fact: Json | undefined;
  readonly values: Details["values"];
  readonly exchanges: readonly string[];

  constructor(fact: Json | undefined, values: Details["values"], exchanges: readonly string[]) {
    this.fact = fact;
    this.values = values;
    this.exchanges = exchanges;
  }
}

/**
 * A fact that hides the values which decided it, such as `"unchanged"`, with these values. They are
 * for the message only: a fact is compared with expectations and between versions, so it contains
 * nothing that differs from run to run.
 * @param values by what they are: `{ before: "2026-…", after: "2026-…" }`
 * @param from the responses that decided it
 */
export function withValues(
  fact: Json | undefined,
  values: Readonly<Record<string, unknown>>,
  ...from: readonly Pick<Outcome<unknown>, "exchangeId">[]
): WithValues {
  // What came out of JSON.parse is JSON.
  const given = values as Details["values"];
  return new WithValues(
    fact,
    given,
    from.map(({ exchangeId }) => exchangeId),
  );
}

/** How much of a value a message shows. */
const longest = 200;

/** Values as a message shows them: `before "2026-…", after absent`. */
export function describeValues(values: Details["values"]): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${describeValue(value)}`)
    .join(", ");
}

function describeValue(value: Json | undefined): string {
  if (value === undefined) return typeOf(value);
  const text = JSON.stringify(value);
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
