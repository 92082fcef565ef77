import type { EmbeddedMock } from "./embedded-mock.ts";
import { profile, type ResolvedTarget, resolveTarget, type TargetFlags } from "./target.ts";

/** The name of the target that means the embedded mock. */
export const embeddedName = "embedded mock";

/** The target that means the embedded mock, once that answers. */
export async function embeddedTarget(
  mock: EmbeddedMock,
  flags: TargetFlags,
): Promise<ResolvedTarget> {
  const { url, token } = await mock.started;
  const target = resolveTarget(
    { ...flags, v1: `${url}/scim/v1`, v2: `${url}/scim/v2` },
    { SLACK_SCIM_TOKEN: token },
  );
  if (!target) throw new Error("no target");
  return { ...target, name: embeddedName, profile: profile(flags.profile ?? "slack") };
}
