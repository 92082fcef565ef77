import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Mock } from "../mock/index.ts";
import { ownFile } from "../schemas/own-file.ts";
import { profile, type ResolvedTarget, resolveTarget, type TargetFlags } from "./target.ts";

/** An organisation in a thread of this process. */
export interface EmbeddedMock extends Pick<Mock, "url" | "token"> {
  close(): Promise<unknown>;
}

/**
 * Starts the organisation that a run tests when no target is named. It has a thread to itself, so
 * that it loads beside the command, and answers while results are written.
 */
export async function startEmbeddedMock(): Promise<EmbeddedMock> {
  const thread = new Worker(ownFile("cli/mock-thread.js"));
  const [started] = (await once(thread, "message")) as [Pick<Mock, "url" | "token">];
  return { ...started, close: () => thread.terminate() };
}

/** The name of the target that means the embedded mock. */
export const embeddedName = "embedded mock";

/** The target that means the embedded mock. */
export function embeddedTarget(mock: EmbeddedMock, flags: TargetFlags): ResolvedTarget {
  const target = resolveTarget(
    { ...flags, v1: `${mock.url}/scim/v1`, v2: `${mock.url}/scim/v2` },
    { SLACK_SCIM_TOKEN: mock.token },
  );
  if (!target) throw new Error("no target");
  return { ...target, name: embeddedName, profile: profile(flags.profile ?? "slack") };
}
