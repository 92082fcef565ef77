import { needsAttributes } from "../provider/needs.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { blocked } from "../run/stop.ts";
import { alsoChanged, needsFilterInPath, needsShown, patchUser } from "./patching.ts";
import { sharedPatches } from "./shared-patches.ts";
import { expectationOfCase, findingsOf, remember, type UserPatchCase } from "./user-patch-case.ts";

/**
 * These have values before the PATCH, which are to be kept.
 * @throws Skip where the provider rejects a create with one of them
 */
function needsFirstValues(t: CheckContext, { changes, expect }: UserPatchCase): void {
  const needed = ["addresses" in expect ? "emails" : "", ...changes];
  const refused = t.fixtures.refused?.attributes ?? [];
  const missing = ["name", "emails"].find(
    (name) => refused.includes(name) && needed.some((path) => path.split(".")[0] === name),
  );
  if (missing !== undefined) throw blocked(`the provider rejects users with ${missing}`);
}

/** A requirement whose PATCH is sent together with those of others where it can be. */
export function userPatchRequirement(patch: UserPatchCase): Requirement {
  const requirement: Requirement = {
    title: patch.title,
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: patch.versions,
    ...(patch.removes ? { optional: patch.removes } : {}),
    expect: expectationOfCase(patch),
    check: async (t) => {
      await needsAttributes(t, ...patch.changes);
      needsFirstValues(t, patch);
      const shared = (await sharedPatches(t)).get(patch.title);
      if (shared?.seen.findings) {
        t.cite(shared.exchanges);
        return shared.seen.findings;
      }
      const { scene, ...patched } = patch.send
        ? await patch.send(t)
        : await patchUser(t, { ...patch, touches: patch.changes });
      const { before, after, declined } = patched;
      needsShown(t, before, patch.changes);
      if (!patch.tellsDeclined) needsFilterInPath(patched);
      return {
        ...(declined === undefined ? {} : { declined }),
        ...findingsOf(patch, { ...patched, scene }),
        alsoChanged: await alsoChanged(t, { before, after }, patch.changes),
      };
    },
  };
  remember(requirement, patch);
  return requirement;
}
