import { TransportError, type TransportFailure } from "../../client/index.ts";
import type { ReasonCode } from "../../schemas/index.ts";

/** Failures of the target or the network: the codes of results.json. */
export type TroubleCode = Extract<
  ReasonCode,
  "rate-limited" | "server-error" | "timeout" | "connection" | "aborted"
>;

/** The target or the network failed: the check gets the verdict `error`. */
export class Trouble extends Error {
  override readonly name = "Trouble";
  readonly code: TroubleCode;

  constructor(code: TroubleCode, text: string) {
    super(text);
    this.code = code;
  }
}

const codes: Readonly<Record<TransportFailure, TroubleCode>> = {
  aborted: "aborted",
  broken: "connection",
  timeout: "timeout",
  "too-large": "connection",
  unreachable: "connection",
};

/** A request without a usable response. */
function troubleOf(error: TransportError): Trouble {
  return new Trouble(codes[error.kind], error.message);
}

/**
 * Ends a check whose response cannot be judged: a 429 after all retries means that the organisation
 * is busy, which says nothing about a rule.
 * @throws Trouble for such a response
 */
export function refuseTrouble(
  request: string,
  received: { status: number } | TransportError,
): void {
  if (received instanceof TransportError) throw troubleOf(received);
  if (received.status === 429) {
    throw new Trouble("rate-limited", `${request}: still HTTP 429 after all retries`);
  }
}
