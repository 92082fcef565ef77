import { NoAnswerError } from "../commands/migrate/verify/organisation.ts";
import { type VerifyingOrganisations, verifyForm } from "../commands/migrate/verify/verifier.ts";
import { type Mock, startMock } from "../mock/index.ts";
import type { FormVerification, Migration } from "../schemas/index.ts";
import type { Progress } from "./progress.ts";
import type { Signals } from "./signals.ts";

/** Delays decide when an effect is visible, not which one it is. */
const usual = { deactivationDelayMs: 0, photoDelayMs: 0, groupVisibilityDelayMs: 0 };
const delays = [...Object.keys(usual), "writeDurationMs"];

/**
 * The migration with what the replay of each form showed. Forms after a signal are not replayed.
 *
 * @param settings other readings of Slack, for the replayed requests
 * @throws Error where the organisations cannot start, or do not answer
 */
export async function verified(
  migration: Migration,
  settings: Record<string, unknown>,
  signals: Signals,
  progress: Progress,
): Promise<Migration> {
  progress.shortPhase("verifying");
  try {
    const forms = await withOrganisations(settings, (both) =>
      verifiedForms(migration.forms, both, signals, progress),
    );
    const stopped = signals.name ?? migration.stopped;
    return { ...migration, stopped, forms, verification: { settings } };
  } finally {
    progress.stop();
  }
}

async function verifiedForms(
  all: Migration["forms"],
  both: VerifyingOrganisations,
  signals: Signals,
  progress: Progress,
): Promise<Migration["forms"]> {
  const forms: Migration["forms"] = [];
  for (const form of all) {
    const result = signals.stopped.aborted
      ? stopped
      : await verifyForm(both, form, signals.stopped).catch(broken);
    forms.push({ ...form, verified: result });
    progress.update({ area: "forms", done: forms.length, total: all.length });
  }
  return forms;
}

async function withOrganisations<T>(
  settings: Record<string, unknown>,
  work: (both: VerifyingOrganisations) => Promise<T>,
): Promise<T> {
  const options = { users: 9, groups: 1, settings: usual };
  const mocks: Mock[] = [];
  try {
    for (let count = 0; count < 2; count += 1) mocks.push(await startMock(options));
    const [v1, v2] = mocks;
    if (!v1 || !v2) throw new Error("no organisation");
    const names = Object.keys(settings);
    const restored = Object.fromEntries(
      Object.entries(v1.settings).filter(([name]) => names.includes(name)),
    );
    const settleMs = Math.max(0, ...delays.map((name) => Number(settings[name] ?? 0)));
    const readings = { usual: restored, tried: settings, settleMs };
    return await work({ v1, v2, readings });
  } finally {
    for (const mock of mocks) await mock.close();
  }
}

const stopped: FormVerification = {
  outcome: "not-replayed",
  why: "stopped before it",
  replays: [],
};

/** A request that cannot be sent says nothing of the other forms; an organisation that is gone does. */
function broken(error: unknown): FormVerification {
  if (error instanceof NoAnswerError) throw error;
  const why = `it could not be sent: ${error instanceof Error ? error.message : "error"}`;
  return { outcome: "not-replayed", why, replays: [] };
}
