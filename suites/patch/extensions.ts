import type { NeutralUser } from "../../schemas/index.ts";
import { clause, doc, inf, slackClause } from "../clause.ts";
import { clientError, matches } from "../expectation.ts";
import { at, items } from "../json.ts";
import { needsAttributes } from "../provider/needs.ts";
import type { Requirement } from "../requirement.ts";
import { managerById } from "./manager-by-id.ts";
import { alsoChanged, needsShown, patchUser } from "./patching.ts";
import { userPatchRequirement } from "./user-patch-rule.ts";

/** Every attribute of the enterprise extension except the manager. */
const enterprise = {
  employeeNumber: "43",
  costCenter: "C-8",
  organization: "Analytical Engines",
  division: "Difference",
  department: "Notes",
} as const;

const names = Object.keys(enterprise) as (keyof typeof enterprise)[];

/** An existing user as manager. */
const manager = (user: NeutralUser, managerId: string): Partial<NeutralUser> => ({
  enterprise: { ...user.enterprise, managerId },
});

const setNames = (user: NeutralUser): string[] =>
  [...names, "managerId" as const].filter((name) => Boolean(user.enterprise?.[name]));

export const extensions: readonly Requirement[] = [
  userPatchRequirement({
    title: "PATCH can set a single attribute of an extension",
    versions: {
      "1.1": slackClause("SLACK-PATCH-41", "DOC", "FACT-PATCH-81"),
      "2.0": clause("SCIM20-7644-3.10-02", doc("FACT-PATCH-81")),
    },
    intents: () => [{ kind: "set", path: "enterprise.employeeNumber", value: "43" }],
    changes: ["enterprise.employeeNumber"],
    expect: { employeeNumber: "43" },
    observe: (after) => ({ employeeNumber: after.enterprise?.employeeNumber }),
  }),
  userPatchRequirement({
    title: "an object for an extension is merged into it",
    versions: {
      "1.1": slackClause("SLACK-PATCH-42", "DOC", "FACT-PATCH-80"),
      "2.0": slackClause("SLACK-PATCH-42", "DOC", "FACT-PATCH-80"),
    },
    intents: () => [
      { kind: "set", path: "enterprise", value: { division: "Difference", department: "Notes" } },
    ],
    changes: ["enterprise.division", "enterprise.department"],
    expect: { division: "Difference", department: "Notes", costCenter: "C-7" },
    observe: (after) => ({
      division: after.enterprise?.division,
      department: after.enterprise?.department,
      costCenter: after.enterprise?.costCenter,
    }),
  }),
  userPatchRequirement({
    title: "PATCH can set each attribute of the enterprise extension",
    versions: {
      "1.1": slackClause("SLACK-PATCH-43", "DOC", "FACT-PATCH-80"),
      "2.0": slackClause("SLACK-PATCH-43", "DOC", "FACT-PATCH-80"),
    },
    intents: () => [{ kind: "set", path: "enterprise", value: enterprise }],
    changes: names.map((name) => `enterprise.${name}`),
    expect: enterprise,
    observe: (after) => Object.fromEntries(names.map((name) => [name, after.enterprise?.[name]])),
  }),
  {
    title: "setting an attribute of an extension adds its URN to `schemas`",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: { "2.0": clause("SCIM20-7644-3.5.2-12", doc("FACT-PATCH-88")) },
    expect: { declared: true },
    check: (t) =>
      t.fixtures.leaseFor([], async ({ id }) => {
        await t.users.patch(id, [{ kind: "set", path: "enterprise.department", value: "Notes" }]);
        const { json, resource } = await t.users.get(id);
        needsShown(t, resource ?? {}, ["enterprise"]);
        return { declared: items(at(json, "schemas")).includes(t.client.dialect.urns.enterprise) };
      }),
  },
  {
    title: "PATCH can set the manager by user id",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "1.1": slackClause("SLACK-PATCH-44", "DOC", "FACT-USER-42"),
      "2.0": slackClause("SLACK-PATCH-44", "DOC", "FACT-USER-42"),
    },
    expect: { manager: "the one given", alsoChanged: [] },
    check: async (t) => {
      await needsAttributes(t, "enterprise.managerId");
      const { boss, before, after } = await managerById(t);
      needsShown(t, before, ["enterprise"]);
      return {
        manager: after.enterprise?.managerId === boss.id ? "the one given" : "another or none",
        alsoChanged: await alsoChanged(t, { before, after }, ["enterprise.managerId"]),
      };
    },
  },
  {
    title: "PATCH can clear the manager and keeps the rest of the extension",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "1.1": slackClause("SLACK-PATCH-45", "DOC", "FACT-PATCH-84"),
      "2.0": slackClause("SLACK-PATCH-45", "DOC", "FACT-PATCH-84"),
    },
    expect: { managerIsSet: false, alsoChanged: [] },
    check: async (t) => {
      const boss = await t.createdUser();
      const { before, after } = await patchUser(t, {
        state: ({ user }) => manager(user.sent, boss.id),
        intents: () => [{ kind: "clear", path: "enterprise.managerId" }],
      });
      return {
        managerIsSet: Boolean(after.enterprise?.managerId),
        alsoChanged: await alsoChanged(t, { before, after }, ["enterprise.managerId"]),
      };
    },
  },
  userPatchRequirement({
    title: "PATCH can clear one attribute of an extension and keeps the rest",
    versions: { "1.1": slackClause("SLACK-PATCH-46", "DOC", "FACT-PATCH-85") },
    intents: () => [{ kind: "clear", path: "enterprise.department" }],
    changes: ["enterprise.department"],
    expect: { departmentIsSet: false },
    observe: (after) => ({ departmentIsSet: Boolean(after.enterprise?.department) }),
  }),
  userPatchRequirement({
    title: "PATCH can remove an attribute of an extension by URN, colon and name",
    versions: {
      "1.1": clause(
        "SCIM11-API-3.3.2-24",
        // How Slack handles the colon is not known.
        inf("FACT-PATCH-86", { alsoChanged: [] }, "documents a dot instead of the colon"),
      ),
    },
    intents: () => [{ kind: "clear", path: "enterprise.department" }],
    call: ({ t }) => ({
      change: (body) => ({
        ...body,
        meta: { attributes: [`${t.client.dialect.urns.enterprise}:department`] },
      }),
    }),
    changes: ["enterprise.department"],
    expect: { departmentIsSet: false },
    observe: (after) => ({ departmentIsSet: Boolean(after.enterprise?.department) }),
  }),
  {
    title: "PATCH can clear a whole extension, including the manager",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "1.1": slackClause("SLACK-PATCH-47", "DOC", "FACT-PATCH-87"),
      "2.0": slackClause("SLACK-PATCH-47", "DOC", "FACT-PATCH-87"),
    },
    expect: { set: [], alsoChanged: [] },
    check: async (t) => {
      const boss = await t.createdUser();
      const { before, after } = await patchUser(t, {
        state: ({ user }) => manager(user.sent, boss.id),
        intents: () => [{ kind: "clear", path: "enterprise" }],
      });
      return {
        set: setNames(after),
        alsoChanged: await alsoChanged(t, { before, after }, ["enterprise"]),
      };
    },
  },
  {
    title:
      "PATCH of a manager without managerId is rejected with improper_enterprise_schema_format",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "1.1": slackClause("SLACK-PATCH-48", "DOC", "FACT-ERROR-48"),
      "2.0": slackClause("SLACK-PATCH-48", "DOC", "FACT-ERROR-48"),
    },
    expect: { status: clientError, code: "improper_enterprise_schema_format", changed: [] },
    check: async (t) => {
      const { outcome, before, after } = await patchUser(t, {
        intents: () => [{ kind: "set", path: "enterprise", value: {} }],
        call: ({ t: { client } }) => ({
          change: (body) => withEmptyManager(body, client.dialect.urns.enterprise),
        }),
        touches: [],
      });
      return {
        status: outcome.status,
        code: outcome.error?.code,
        changed: await alsoChanged(t, { before, after }, []),
      };
    },
  },
  userPatchRequirement({
    title: "PATCH can set startDate through the profile extension",
    versions: { "1.1": slackClause("SLACK-PATCH-49", "DOC", "FACT-PATCH-92") },
    intents: () => [{ kind: "set", path: "profile", value: { startDate: "2024-04-10T00:00:00Z" } }],
    changes: ["profile"],
    expect: { startDate: matches(/^2024-04-10T00:00:00(Z|[+-]00:?00)$/) },
    observe: (after) => ({ startDate: after.profile?.startDate }),
  }),
];

/** A body with an empty `manager`, in the form of the version. */
function withEmptyManager(body: Record<string, unknown>, urn: string): Record<string, unknown> {
  const block = { manager: {} };
  if (body.Operations === undefined) return { ...body, [urn]: block };
  return {
    ...body,
    Operations: items(body.Operations).map((operation) => ({
      op: at(operation, "op"),
      path: at(operation, "path"),
      value: block,
    })),
  };
}
