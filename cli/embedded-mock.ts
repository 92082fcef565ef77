import type { Mock } from "../mock/index.ts";
import { profile, type ResolvedTarget, resolveTarget, type TargetFlags } from "./target.ts";

/** Starts the organisation that a run tests when no target is named. */
export async function startEmbeddedMock(): Promise<Mock> {
  const { startMock } = await import("../mock/index.ts");
  // Long enough that a check has to wait, and no longer.
  return startMock({ rateLimits: "off", settings: { deactivationDelayMs: 5, photoDelayMs: 5 } });
}

/** The target that means the embedded mock. */
export function embeddedTarget(mock: Mock, flags: TargetFlags): ResolvedTarget {
  const target = resolveTarget(
    { ...flags, v1: `${mock.url}/scim/v1`, v2: `${mock.url}/scim/v2` },
    { SLACK_SCIM_TOKEN: mock.token },
  );
  if (!target) throw new Error("no target");
  return { ...target, name: "embedded mock", profile: profile(flags.profile ?? "slack") };
}
