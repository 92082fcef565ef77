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

/** A reason as a report shows it. */
export function redacted({ redaction }: Pick<RunContext, "redaction">, reason: Reason): Reason {
  return { ...reason, text: redaction.text(reason.text) || "no reason was given" };
}

/**
 * Why an observation cannot be judged: a request got 5xx, and a valid one to the same endpoint gets
 * 5xx too and has no effect. The control requests are cited as evidence.
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
    const asked = `${failed.request.method} ${pathname} returns HTTP ${failed.response?.status}`;
    const shown =
      control.exchanges.length === 0
        ? "no valid request of this kind could be sent to compare"
        : "so does a valid request of this kind: the target is unhealthy";
    return { code: "server-error", text: `${asked}, and ${shown}; the rule is not judged` };
  }
  return undefined;
}

/**
 * Whether valid requests work by now, of each kind that failed: a target that fails for a while must
 * not confirm what it failed. The control requests are evidence of nothing.
 * @param exchanges what the check caused
 */
export async function worksAfter(run: RunContext, exchanges: readonly string[]): Promise<boolean> {
  const seen = exchanges.flatMap((id) => run.log.get(id) ?? []);
  for (const failed of run.controls.failures(seen)) {
    if ((await run.controls.after(failed)).state === "broken") return false;
  }
  return true;
}

/** The endpoints that failed, sorted: `2.0 POST /Users`. */
export function failedEndpoints(run: RunContext, exchanges: readonly string[]): string[] {
  const seen = exchanges.flatMap((id) => run.log.get(id) ?? []);
  return run.controls
    .failures(seen)
    .map((exchange) => run.controls.endpoint(exchange))
    .sort();
}

/** Whether any of the exchanges is a failure of the provider. */
export function sawFailure(run: RunContext, exchanges: readonly string[]): boolean {
  return run.log.sawFailure(exchanges);
}
