import { clause } from "../clause.ts";
import { type Finding, notObserved } from "../not-observed.ts";
import { plainPatch } from "../patch/patching.ts";
import { withoutGroups } from "../provider/offered-groups.ts";
import { rejectedPuts } from "../put/rejected-puts.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { Skip } from "../run/stop.ts";
import { changesOfBystander } from "./bystander.ts";
import { deletedGroup, deletedUser } from "./samples.ts";

async function byPatch(t: CheckContext): Promise<Finding> {
  if (!(await t.provider.offers.capability("patch"))) {
    return notObserved("not-offered", "the provider does not support PATCH");
  }
  return [...(await plainPatch(t)).bystander];
}

/** A list and a filter, which change nothing at all. */
async function byQuery(t: CheckContext): Promise<Finding> {
  const { sent } = await t.createdUser();
  const filter = `userName eq ${JSON.stringify(sent.userName ?? "")}`;
  return changesOfBystander(t, async () => {
    await t.users.list({ count: 2 });
    await t.users.list({ filter });
  });
}

/** @param observe throws Skip where something cannot be deleted */
async function unless(observe: () => Promise<readonly string[]>): Promise<Finding> {
  try {
    return [...(await observe())];
  } catch (error) {
    if (!(error instanceof Skip)) throw error;
    return notObserved(error.code, error.message);
  }
}

/** SCIM 1.1 protocol §3, RFC 7644 §3.2: a request changes the resource that it addresses. */
export const others: readonly Requirement[] = [
  {
    title: "a request on one resource leaves other users as they are",
    area: "delete",
    safety: "destructive",
    versions: {
      "1.1": clause("SCIM11-API-3-10"),
      "2.0": clause("SCIM20-7644-3.2-07"),
    },
    expect: { byQuery: [], byPut: [], byPatch: [], byDelete: [], byDeleteOfGroup: [] },
    check: async (t) => ({
      byQuery: await byQuery(t),
      byPut: [...(await rejectedPuts.otherTitle(t)).bystander],
      byPatch: await byPatch(t),
      byDelete: await unless(async () => (await deletedUser(t)).bystander),
      byDeleteOfGroup: (await t.provider.offers.groups())
        ? await unless(async () => (await deletedGroup(t)).bystander)
        : withoutGroups(),
    }),
  },
];
