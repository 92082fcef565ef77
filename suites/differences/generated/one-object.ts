import fc from "fast-check";
import { type Version, versions } from "../../../client/index.ts";
import { type Step, sequenceArbitrary } from "../../../generators/index.ts";
import { equal } from "../../expectation.ts";
import { asJson } from "../../json.ts";
import { play, Tags, tagged } from "../../properties/cast.ts";
import { Patience } from "../../properties/patience.ts";
import { smallerSteps } from "../../properties/smaller-steps.ts";
import { leaseAll } from "../../properties/stage.ts";
import { isRejection } from "../../run/endpoint.ts";
import type { BothVersions, Differential } from "./differential.ts";
import { disagreement, inBoth, type Seen } from "./disagreement.ts";
import { groupState, userState } from "./state.ts";

/** Steps, and the version to which each is sent. */
interface Written {
  steps: Step[];
  writers: Version[];
}

const maxSteps = 8;

/** One user and one group, written in either version in turn, and read in both. */
export const oneObject: Differential = {
  id: "DIFF-GEN-01",
  title: "both versions show the same user and group, whichever version wrote them",
  area: "users",
  topic: "generated sequences",
  find: (both) =>
    leaseAll(both.v1, { users: 1, groups: 1 }, ([user], [group]) => {
      const ids = new Map([
        ["user-1", user?.id ?? ""],
        ["group-1", group?.id ?? ""],
      ]);
      const namePrefix = both.v1.names.next();
      const tags = new Tags();
      const patience = new Patience(both.v1);
      const steps = sequenceArbitrary({
        maxSteps,
        maxUsers: 1,
        maxGroups: 1,
        namePrefix,
        emailDomain: both.v1.names.emailDomain,
        documentedIn: "both",
        // All cases share the group.
      }).map((drawn) => drawn.filter(({ kind }) => kind !== "deleteGroup"));
      const writers = fc.array(fc.constantFrom(...versions), {
        minLength: maxSteps,
        maxLength: maxSteps,
      });
      const values = fc
        .tuple(steps, writers)
        .map(([drawn, by]): Written => ({ steps: drawn, writers: by.slice(0, drawn.length) }));
      return disagreement(
        both,
        values,
        (value) =>
          write(both, ids, patience, {
            ...value,
            steps: tagged(value.steps, tags.next(), namePrefix),
          }),
        smaller,
      );
    }),
};

function smaller({ steps, writers }: Written): Written[] {
  return smallerSteps(steps).map((fewer) => ({
    steps: fewer,
    writers: writers.slice(writers.length - fewer.length),
  }));
}

/** @returns what each version shows after the first step where they disagree, or else after the last */
async function write(
  both: BothVersions,
  ids: ReadonlyMap<string, string>,
  patience: Patience,
  { steps, writers }: Written,
): Promise<Seen> {
  let seen: Seen = { v1: {}, v2: {} };
  for (const [index, step] of steps.entries()) {
    if (step.kind.startsWith("read") || step.kind === "findUser") continue;
    const by = writers[index] === "2.0" ? both.v2 : both.v1;
    const { status } = await play(by, step, ids);
    const id = ids.get("user" in step ? step.user : step.group) ?? "";
    if (step.kind === "deactivateUser" && !isRejection(status)) {
      await patience.until(
        "a DELETE deactivates or removes a user",
        () => by.users.get(id),
        ({ resource }) => resource?.active === false,
      );
    }
    const user = () =>
      inBoth(
        async () => userState(await both.v1.users.get(id)),
        async () => userState(await both.v2.users.get(id)),
      );
    const group = () =>
      inBoth(
        async () => groupState(await both.v1.groups.get(id)),
        async () => groupState(await both.v2.groups.get(id)),
      );
    // Only the groups of a user are known to be delayed (FACT-GROUP-29).
    seen =
      "user" in step
        ? await patience.until(
            "the groups of a user are the same in both versions",
            user,
            ({ v1, v2 }) => same(v1.groups, v2.groups),
          )
        : await patience.until("a group is the same in both versions", group, ({ v1, v2 }) =>
            same(v1, v2),
          );
    if (!same(seen.v1, seen.v2)) return seen;
  }
  return seen;
}

function same(one: unknown, other: unknown): boolean {
  return equal(asJson(one), asJson(other));
}
