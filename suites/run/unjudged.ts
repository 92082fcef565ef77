import type { Reason } from "../../schemas/index.ts";
import { CannotWriteError } from "./cannot-write.ts";
import type { RunContext } from "./run-context.ts";
import { Skip } from "./stop.ts";
import { Trouble } from "./trouble.ts";

/**
 * Why a check that threw gave no verdict. Where the journal cannot be written, nothing more may be
 * created: that stops the run.
 */
export function reasonOf({ stop }: Pick<RunContext, "stop">, error: unknown): Reason {
  const text = error instanceof Error ? error.message : String(error);
  if (error instanceof CannotWriteError) {
    stop.stop(text);
    return { code: "aborted", text };
  }
  if (error instanceof Skip) {
    const { code, blockedBy, feature } = error;
    return {
      code,
      text,
      ...(blockedBy === undefined ? {} : { blockedBy }),
      ...(feature === undefined ? {} : { feature }),
    };
  }
  return { code: error instanceof Trouble ? error.code : "internal", text };
}

/**
 * Why what was seen cannot be judged: a request was answered 5xx, and so is a valid one to the same
 * endpoint, without an effect. The control requests are cited as evidence.
 * @param exchanges what the check caused so far
 */
export async function serverErrorIn(
  run: RunContext,
  exchanges: readonly string[],
): Promise<Reason | undefined> {
  const seen = exchanges.flatMap((id) => run.log.get(id) ?? []);
  for (const failed of run.controls.failures(seen)) {
    const control = await run.controls.of(failed);
    run.log.cite(control.exchanges);
    if (control.state !== "broken") continue;
    const { pathname } = new URL(failed.request.url);
    return {
      code: "server-error",
      text: `${failed.request.method} ${pathname} answers HTTP ${failed.response?.status}, and so does a valid request of the kind: the target is sick, and nothing is judged by it`,
    };
  }
  return undefined;
}

/** Why a finding is not believed that rests on an answer 5xx which does not come each time. */
export const flaky: Reason = {
  code: "server-error",
  text: "the target answered 5xx, and not each time: it fails at random, and nothing is judged by it",
};

/** The endpoints that answered as a failed provider, in order: `2.0 POST /Users`. */
export function failedEndpoints(run: RunContext, exchanges: readonly string[]): string[] {
  const seen = exchanges.flatMap((id) => run.log.get(id) ?? []);
  return run.controls
    .failures(seen)
    .map((exchange) => run.controls.endpoint(exchange))
    .sort();
}

/** Whether any of the exchanges was answered as a failure of the provider. */
export function sawFailure(run: RunContext, exchanges: readonly string[]): boolean {
  return failedEndpoints(run, exchanges).length > 0;
}
