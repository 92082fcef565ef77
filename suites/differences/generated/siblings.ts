import type { Version } from "../../../client/index.ts";
import { type Step, sequenceArbitrary } from "../../../generators/index.ts";
import type { NeutralUser } from "../../../schemas/index.ts";
import { equal } from "../../expectation.ts";
import { asJson } from "../../json.ts";
import { play, Tags, tagged } from "../../properties/cast.ts";
import { Patience } from "../../properties/patience.ts";
import { smallerSteps } from "../../properties/smaller-steps.ts";
import { leaseAll } from "../../properties/stage.ts";
import { isRejection } from "../../run/endpoint.ts";
import { type Created, describeAnswer } from "../../run/fixtures.ts";
import { blocked } from "../../run/stop.ts";
import type { BothVersions, Differential } from "./differential.ts";
import { disagreement, inBoth } from "./disagreement.ts";
import { groupState, userState } from "./state.ts";

/** A user and a group that are written only in one version. */
interface Sibling {
  user: Created<NeutralUser>;
  ids: ReadonlyMap<string, string>;
  by: Version;
}

/** Two users and two groups: one user and one group for each version, changed by the same intents. */
export const siblings: Differential = {
  id: "DIFF-GEN-02",
  title: "the same changes lead to the same users and groups in both versions",
  area: "users",
  topic: "generated sequences",
  find: (both) =>
    leaseAll(both.v1, { users: 2, groups: 2 }, ([user1, user2], [group1, group2]) => {
      if (!user1 || !user2) throw blocked("no users could be leased");
      const sibling = (user: Created<NeutralUser>, group: string | undefined, by: Version) => ({
        user,
        by,
        ids: new Map([
          ["user-1", user.id],
          ["group-1", group ?? ""],
        ]),
      });
      const pair = {
        v1: sibling(user1, group1?.id, "1.1"),
        v2: sibling(user2, group2?.id, "2.0"),
      };
      // Alike before the first case, and after one that leads to the same in both.
      let areAlike = false;
      const namePrefix = both.v1.names.next();
      const tags = new Tags();
      const patience = new Patience(both.v1);
      const sequences = sequenceArbitrary({
        maxSteps: 8,
        maxUsers: 1,
        maxGroups: 1,
        namePrefix,
        emailDomain: both.v1.names.emailDomain,
        documentedIn: "both",
        // All cases share the groups.
      }).map((steps) => steps.filter(({ kind }) => kind !== "deleteGroup"));
      return disagreement(
        both,
        sequences,
        async (steps) => {
          const part = () => ({ steps, tag: tags.next(), namePrefix });
          const parts = { v1: part(), v2: part() };
          // Attributes that a PUT leaves unchanged (FACT-PUT-11) must start equal in both.
          if (!areAlike) {
            await inBoth(
              () => reset(both, pair.v1.user),
              () => reset(both, pair.v2.user),
            );
          }
          areAlike = false;
          const answers = await inBoth(
            () => grow(both, pair.v1, patience, parts.v1),
            () => grow(both, pair.v2, patience, parts.v2),
          );
          const look = () =>
            inBoth(
              () => stateOf(both, pair.v1, parts.v1),
              () => stateOf(both, pair.v2, parts.v2),
            );
          // Changes of a group may be delayed (FACT-GROUP-29); those of a user are not known to be.
          const groups = (seen: object) =>
            Object.entries(seen).filter(([name]) => name.startsWith("group"));
          const seen = await patience.until(
            "the same changes show in both versions",
            look,
            ({ v1, v2 }) => equal(asJson(groups(v1)), asJson(groups(v2))),
          );
          const came = {
            v1: { ...answers.v1, ...seen.v1 },
            v2: { ...answers.v2, ...seen.v2 },
          };
          areAlike = equal(asJson(came.v1), asJson(came.v2));
          return came;
        },
        smallerSteps,
      );
    }),
};

interface Part {
  steps: readonly Step[];
  tag: string;
  namePrefix: string;
}

const reset = ({ v1 }: BothVersions, { id, sent }: Created<NeutralUser>) =>
  v1.users.replace(id, { ...sent, displayName: "Sibling" });

/** Carries out the steps on one sibling. @returns the result of each */
async function grow(
  { v1, v2 }: BothVersions,
  { user, ids, by }: Sibling,
  patience: Patience,
  { steps, tag, namePrefix }: Part,
): Promise<Record<string, unknown>> {
  const writer = by === "1.1" ? v1 : v2;
  const answers: Record<string, string> = {};
  for (const [index, step] of tagged(steps, tag, namePrefix).entries()) {
    const answer = await play(writer, step, ids);
    answers[`step ${index + 1} ${step.kind}`] =
      answer.status < 400 ? "accepted" : describeAnswer(answer);
    if (step.kind !== "deactivateUser" || isRejection(answer.status)) continue;
    await patience.until(
      "a DELETE deactivates or removes a user",
      () => v1.users.get(user.id),
      ({ resource }) => resource?.active === false,
    );
  }
  return answers;
}

/**
 * The state of a sibling, with the generated names. Both are read in one version, since how each
 * version shows one object is another property.
 */
async function stateOf(
  { v1 }: BothVersions,
  { user, ids }: Sibling,
  { steps, tag, namePrefix }: Part,
): Promise<Record<string, unknown>> {
  const grown: Record<string, unknown> = {};
  const state = userState(await v1.users.get(user.id));
  const { id, groups, created, profileUrl, ...rest } = state;
  const states: Record<string, object> = { "user-1": rest };
  if (steps.some(({ kind }) => kind === "createGroup")) {
    const {
      id: _,
      created: __,
      ...group
    } = groupState(await v1.groups.get(ids.get("group-1") ?? ""));
    states["group-1"] = group;
  }
  for (const [name, attributes] of Object.entries(states)) {
    for (const [attribute, value] of Object.entries(attributes))
      grown[`${name}.${attribute}`] = value;
  }
  const names = new Map([...ids].map(([name, id]) => [id, name]));
  return JSON.parse(JSON.stringify(grown), (_key, value: unknown) =>
    typeof value === "string" ? untagged(names.get(value) ?? value, tag, namePrefix) : value,
  );
}

/** A text without the sibling's tag. */
function untagged(text: string, tag: string, namePrefix: string): string {
  const suffix = ` ${tag}1`;
  const named = text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
  const prefix = namePrefix + tag;
  const rest = named.startsWith(prefix) ? named.slice(prefix.length) : "";
  // Generated texts contain no digits: only the names of a sequence look like this.
  return /^n\d/.test(rest) ? namePrefix + rest : named;
}
