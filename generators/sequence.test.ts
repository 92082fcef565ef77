import fc from "fast-check";
import { expect, test } from "vitest";
import { violations } from "../schemas/index.ts";
import { distinguishSteps, type Step, sequenceArbitrary, stepKinds, withIds } from "./index.ts";
import { describeObligations } from "./obligations.ts";

/** Violations of the rules for sequences, found by walking through one. */
function faultsOf(steps: readonly Step[]): string[] {
  const users = new Map<string, { active: boolean }>();
  const groups = new Set<string>();
  const names = new Set<string>();
  const found: string[] = [];
  const say = (isViolation: boolean, violation: string) => {
    if (isViolation) found.push(violation);
  };
  const members = (values: readonly { value?: unknown }[]) => {
    for (const { value } of values) {
      say(!users.get(String(value))?.active, `${value} cannot be a member`);
    }
  };
  for (const step of steps) {
    if ("user" in step && step.kind !== "createUser") say(!users.has(step.user), "unknown user");
    if ("group" in step && step.kind !== "createGroup")
      say(!groups.has(step.group), "unknown group");
    switch (step.kind) {
      case "createUser":
        say(names.has(String(step.body.userName)), "userName taken");
        names.add(String(step.body.userName));
        users.set(step.user, { active: true });
        break;
      case "deactivateUser":
      case "reactivateUser":
        users.set(step.user, { active: step.kind === "reactivateUser" });
        break;
      case "createGroup":
        groups.add(step.group);
        members(step.body.members ?? []);
        break;
      case "replaceGroup":
        members(step.body.members ?? []);
        break;
      case "deleteGroup":
        groups.delete(step.group);
        break;
      case "patchUser":
      case "patchGroup":
        say(step.intents.length === 0, "no intents");
        for (const intent of step.intents) {
          found.push(...violations("suite/patch-intent", intent).map(({ message }) => message));
          if (intent.path === "members" && "values" in intent) members(intent.values);
        }
        break;
    }
    if ("body" in step) {
      const schema = "user" in step ? "suite/neutral-user" : "suite/neutral-group";
      found.push(...violations(schema, step.body).map(({ message }) => message));
    }
  }
  return found;
}

describeObligations("sequenceArbitrary", {
  arbitrary: () => sequenceArbitrary({ emailDomain: "b.example" }),
  violations: faultsOf,
  minimal: [
    {
      kind: "createUser",
      user: "user-1",
      body: { userName: "n1", emails: [{ value: "n2.0@b.example", primary: true }] },
    },
  ],
  classes: {
    ...Object.fromEntries(
      stepKinds.map((kind) => [
        `the step ${kind}`,
        (steps: Step[]) => steps.some((step) => step.kind === kind),
      ]),
    ),
    "a group with a member": (steps) =>
      steps.some((step) => step.kind === "createGroup" && step.body.members?.length),
    "a member removed": (steps) =>
      steps.some(
        (step) => step.kind === "patchGroup" && step.intents.some(({ kind }) => kind === "remove"),
      ),
    "three users": (steps) => steps.some((step) => "user" in step && step.user === "user-3"),
  },
});

test("the budgets of users, groups and steps are kept", () => {
  const small = sequenceArbitrary({ maxSteps: 6, maxUsers: 1, maxGroups: 1 });
  for (const steps of fc.sample(small, { seed: 1, numRuns: 300 })) {
    expect(steps.length).toBeLessThanOrEqual(6);
    expect(steps.filter(({ kind }) => kind === "createUser")).toHaveLength(1);
    expect(steps.filter(({ kind }) => kind === "createGroup").length).toBeLessThanOrEqual(1);
  }
});

test("a tag goes into every userName and address, and nowhere else", () => {
  const namePrefix = "zz-";
  for (const steps of fc.sample(sequenceArbitrary({ namePrefix }), { seed: 2, numRuns: 100 })) {
    const tagged = distinguishSteps(steps, "qq", namePrefix);
    const names = JSON.stringify(steps).match(/zz-n\d+/g) ?? [];
    expect(JSON.stringify(tagged).match(/zz-qqn\d+/g)).toHaveLength(names.length);
    expect(JSON.stringify(tagged).replaceAll("zz-qqn", "zz-n")).toBe(JSON.stringify(steps));
  }
});

test("ids replace the names of users in groups", () => {
  const ids = new Map([["user-1", "W1"]]);
  const members = [{ value: "user-1" }];
  expect(withIds({ kind: "createGroup", group: "group-1", body: { members } }, ids)).toEqual({
    kind: "createGroup",
    group: "group-1",
    body: { members: [{ value: "W1" }] },
  });
  const intents = [{ kind: "remove", path: "members", match: { value: "user-1" } }] as const;
  expect(withIds({ kind: "patchGroup", group: "group-1", intents }, ids)).toMatchObject({
    intents: [{ match: { value: "W1" } }],
  });
});
