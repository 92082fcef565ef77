import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type NeutralUser, violations } from "../schemas/index.ts";
import {
  type EdgeUser,
  edgeClasses,
  edgeUserArbitrary,
  userArbitrary,
  userEdges,
} from "./index.ts";
import { describeObligations } from "./obligations.ts";
import { phoneForms } from "./user/phone-numbers.ts";

const every = { outcomes: ["accepted", "converted", "refused", "open"] } as const;

/** The members of a user that an unusual value does not change. */
function untouched({ attribute, user }: EdgeUser): Partial<NeutralUser> {
  const root = attribute.split(".")[0];
  return Object.fromEntries(Object.entries(user).filter(([key]) => key !== root));
}

const minimalUser = { userName: "a", emails: [{ value: "a@b.example", primary: true }] };

describeObligations("edgeUserArbitrary of one unusual value", {
  arbitrary: () =>
    edgeUserArbitrary({ attributes: ["title"], edgeClasses: ["cjk"], emailDomain: "b.example" }),
  violations: ({ user }) => violations("suite/neutral-user", user),
  minimal: { ...minimalUser, title: "山" },
  minimalPart: ({ user }) => user,
});

describeObligations("edgeUserArbitrary of all unusual values", {
  arbitrary: () => edgeUserArbitrary(every),
  violations: ({ user }) => violations("suite/neutral-user", user),
  minimal: true,
  minimalPart: (edge) => edge.edgeClass === "absent" || Object.keys(untouched(edge)).length <= 2,
  classes: Object.fromEntries(
    [
      ...edgeClasses.map((edgeClass) => [
        `the class ${edgeClass}`,
        (edge: EdgeUser) => edge.edgeClass === edgeClass,
      ]),
      ...new Set(userEdges(every).map(({ attribute }) => attribute)),
    ].map((entry) =>
      typeof entry === "string"
        ? [`the attribute ${entry}`, (edge: EdgeUser) => edge.attribute === entry]
        : entry,
    ),
  ),
});

describe("every unusual value", () => {
  const edges = userEdges(every);

  test("has a unique name", () => {
    const names = edges.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test("has an expected error when it is rejected, and only then", () => {
    for (const edge of edges) expect(edge.due !== undefined).toBe(edge.outcome === "refused");
  });

  test("changes the attribute that it names, and nothing else", () => {
    const base = fc.sample(userArbitrary({ classes: ["full"] }), { seed: 1, numRuns: 1 })[0] ?? {};
    for (const { attribute, change } of edges) {
      const root = attribute.split(".")[0] ?? "";
      for (const apply of fc.sample(change, { seed: 2, numRuns: 3 })) {
        const changed = Object.entries(apply(base));
        expect(Object.fromEntries(changed.filter(([key]) => key !== root))).toEqual(
          Object.fromEntries(Object.entries(base).filter(([key]) => key !== root)),
        );
      }
    }
  });

  test("null, empty and absent occur for every attribute that can have them", () => {
    const seen = (edgeClass: string) =>
      new Set(
        edges.filter((edge) => edge.edgeClass === edgeClass).map(({ attribute }) => attribute),
      );
    // A password cannot be null, and a flag cannot be empty.
    expect([...seen("absent")].filter((name) => !seen("null").has(name))).toEqual(["password"]);
    expect([...seen("absent")].filter((name) => !seen("empty").has(name))).toEqual(["active"]);
    expect(seen("absent").size).toBe(34);
  });

  test("two addresses occur in every combination of primary and type", () => {
    const pairs = edges.filter(({ name }) => / \+ /.test(name));
    expect(pairs).toHaveLength(144);
    expect(pairs.filter(({ outcome }) => outcome === "open")).toHaveLength(16);
  });
});

test("all forms of telephone numbers occur in 300 draws", () => {
  const phones = edgeUserArbitrary({
    ...every,
    attributes: ["phoneNumbers"],
    edgeClasses: ["combination"],
  });
  const names = new Set(fc.sample(phones, { seed: 7, numRuns: 300 }).map(({ name }) => name));
  expect(names.size).toBe(phoneForms.length);
});

test("the letters of a case that is refused are in the user", () => {
  const tooLong = edgeUserArbitrary({
    outcomes: ["refused"],
    attributes: ["userName", "displayName"],
    edgeClasses: ["limit"],
  });
  for (const { attribute, user } of fc.sample(tooLong, { seed: 8, numRuns: 100 })) {
    if (attribute === "userName") expect(user.userName).toHaveLength(22);
    else expect(user.displayName).toHaveLength(81);
  }
});
