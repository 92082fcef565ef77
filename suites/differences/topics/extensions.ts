import type { JsonObject } from "../../../client/index.ts";
import type { NeutralUser, PatchIntent } from "../../../schemas/index.ts";
import { oneOf } from "../../expectation.ts";
import { at, items } from "../../json.ts";
import { managerById } from "../../patch/manager-by-id.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { type Difference, sameInBoth, sayingBoth } from "../difference.ts";
import { example, lesson, patchUser } from "../lesson.ts";
import { inForms } from "../probing/changes-in-forms.ts";
import { inOwnForm } from "../probing/forms.ts";
import { managerWritten } from "../probing/manager-forms.ts";
import type { Trial } from "../probing/trial.ts";
import { tried } from "../probing/trials.ts";
import { shown } from "../probing/user-changes.ts";

const clearDepartment: PatchIntent = { kind: "clear", path: "enterprise.department" };

const managedBy = (managerId: string): Partial<NeutralUser> => ({
  enterprise: { department: "Research", managerId },
});

const departmentSet = inForms({
  key: "DIFF-ENT-01",
  touches: ["enterprise"],
  intents: () => [{ kind: "set", path: "enterprise", value: { department: "Sales" } }],
  done: ({ enterprise }, { user }) => {
    const { department, costCenter } = shown(enterprise, "enterprise extension");
    return department === "Sales" && costCenter === user.sent.enterprise?.costCenter;
  },
});

const managerCleared = (managerId: string): Trial<string> => ({
  key: "DIFF-ENT-02, manager",
  state: () => managedBy(managerId),
  touches: ["enterprise"],
  intents: () => [{ kind: "clear", path: "enterprise.managerId" }],
  call: { change: joinedBy(".", "manager.managerId") },
  see: ({ enterprise }) =>
    shown(enterprise, "enterprise extension").managerId ? "no effect" : "removes",
  usual: "removes",
});

const departmentCleared = (separator: "." | ":"): Trial<string> => ({
  key: `DIFF-ENT-02, department by ${separator}`,
  touches: ["enterprise"],
  intents: () => [clearDepartment],
  call: { change: joinedBy(separator, "department") },
  see: ({ enterprise }) =>
    shown(enterprise, "enterprise extension").department ? "no effect" : "removes",
  usual: "removes",
});

const startDateSet = inForms({
  key: "DIFF-PROF-01",
  state: () => ({ profile: { startDate: "2020-01-01T00:00:00Z" } }),
  touches: ["profile"],
  intents: () => [{ kind: "set", path: "profile", value: { startDate } }],
  done: ({ profile }) =>
    Date.parse(shown(profile, "profile extension").startDate ?? "") === Date.parse(startDate),
});

/** The manager set by something that names the user. */
async function managerSet(t: CheckContext, by: "address" | "userName"): Promise<Trial<boolean>> {
  const { id, sent } = await t.createdUser();
  const value = { address: sent.emails?.[0]?.value, userName: sent.userName }[by];
  return {
    key: `SAME-07, by ${by}`,
    touches: ["enterprise"],
    intents: () => [{ kind: "set", path: "enterprise.managerId", value }],
    see: ({ enterprise }) => shown(enterprise, "enterprise extension").managerId === id,
    usual: true,
  };
}

async function isManagerById(t: CheckContext): Promise<boolean> {
  const { boss, after } = await managerById(t);
  return after.enterprise?.managerId === boss.id;
}

/** What may become of a manager in another form, where Slack's behaviour is not known. */
const managerOutcomes = [
  "whole request rejected",
  "rejected in part",
  "accepted without a manager",
  "manager set",
];

const startDate = "2024-04-10T00:00:00Z";

/** The enterprise and profile extensions. */
export const extensions: readonly Difference[] = [
  {
    id: "DIFF-ENT-03",
    facts: ["FACT-USER-41", "FACT-USER-43", "FACT-PATCH-90"],
    area: "users",
    topic: "enterprise extension",
    title: "the attribute that names a manager",
    kind: "documented",
    impact: "silent",
    v1: "manager.managerId",
    v2: "manager.value in the RFC; Slack keeps manager.managerId",
    source: "SCIM 1.1 core schema §7; RFC 7643 §4.3; Slack reference",
    clientMustChange:
      'Keep managerId: send {"manager": {"managerId": "U456DEF"}} under urn:ietf:params:scim:schemas:extension:enterprise:2.0:User, and read manager.managerId there. A library that follows RFC 7643 reads manager.value and finds no manager; what it writes as {"manager": {"value": …}} is rejected (DIFF-ENT-04).',
    lesson: lesson(
      "If your organisation showed manager.value, Slack has changed and a library of the RFC may work; if this was not probed, read one user who has a manager before you choose.",
      patchUser([{ kind: "set", path: "enterprise", value: { managerId: example.otherUser } }]),
    ),
    ...sameInBoth({ shownAs: ["managerId"], setByManagerId: true, setByValue: false }),
    safety: "write",
    observe: async (t) => {
      const { boss, json } = await managerById(t);
      const urn = t.client.dialect.urns.enterprise;
      const block = Object(shown(at(json, urn, "manager"), "manager"));
      return {
        shownAs: items(Object.keys(block)).map(String),
        setByManagerId: Object.values(block).includes(boss.id),
        setByValue: (await managerWritten(t, boss.id, "value")) === "manager set",
      };
    },
  },
  {
    id: "DIFF-ENT-04",
    facts: ["FACT-USER-43", "FACT-USER-44", "FACT-PATCH-83", "FACT-PATCH-90"],
    area: "patch",
    topic: "enterprise extension",
    title: "a manager written as RFC 7643 names it",
    kind: "documented",
    impact: "breaking",
    v1: 'The standard names it managerId, as Slack does: {"manager": {"value": "U123"}} is rejected with improper_enterprise_schema_format',
    v2: 'The form of the RFC, {"manager": {"value": "U123"}}, is rejected: 400 improper_enterprise_schema_format, and nothing of the request is stored; the same is assumed of "manager": "U123". A replace at the path urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value is assumed to return 200 and to set no manager',
    source: "Slack reference (FACT-USER-43, FACT-PATCH-83); assumed: FACT-USER-44, FACT-PATCH-90",
    clientMustChange:
      'Send {"manager": {"managerId": "U456DEF"}} at the URN of the enterprise extension, not {"manager": {"value": "U456DEF"}}; in place of the id an e-mail address or userName works too (SAME-07). In an identity provider map the manager to manager.managerId, or leave it out of the mapping: one manager.value loses every other change in the same request, such as active: false. Then read one user: a 200 does not say that the manager was set.',
    lesson: lesson(
      'If your organisation accepted {"manager": {"value": …}}, read the user to see whether the manager was set; if this was not probed, expect the whole request to be rejected.',
      patchUser([
        { kind: "set", path: "title", value: "Engineer" },
        { kind: "set", path: "enterprise", value: { managerId: example.otherUser } },
      ]),
    ),
    expect: {
      "1.1": {
        value: oneOf("whole request rejected", "rejected in part"),
        text: oneOf(...managerOutcomes),
        valuePath: "not applicable",
      },
      "2.0": {
        value: "whole request rejected",
        text: oneOf(...managerOutcomes),
        valuePath: oneOf(...managerOutcomes),
      },
    },
    assumes: {
      facts: ["FACT-PATCH-90"],
      expect: { "2.0": { valuePath: "accepted without a manager" } },
    },
    safety: "write",
    observe: async (t) => {
      const { id } = await t.createdUser();
      return {
        value: await managerWritten(t, id, "value"),
        text: await managerWritten(t, id, "text"),
        valuePath:
          t.version === "1.1" ? "not applicable" : await managerWritten(t, id, "valuePath"),
      };
    },
  },
  {
    id: "DIFF-ENT-01",
    facts: ["FACT-PATCH-80", "FACT-PATCH-81"],
    area: "patch",
    topic: "enterprise extension",
    title: "setting one enterprise attribute",
    kind: "documented",
    impact: "breaking",
    v1: "An object under the URN, which is merged: the other attributes stay",
    v2: "An add or replace operation at the URN with an object, or at the URN and the attribute",
    source: "Slack reference",
    clientMustChange:
      'Send {"op": "add", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "value": {"department": "Sales"}} in place of the object under urn:scim:schemas:extension:enterprise:1.0. The attributes that you leave out, such as costCenter, stay in both versions.',
    lesson: lesson(
      "If 2.0 changed the attribute by the 1.1 body as well, both forms work and you can change the client later; if this was not probed, expect the old value to stay.",
      patchUser([{ kind: "set", path: "enterprise", value: { department: "Sales" } }]),
    ),
    expect: inOwnForm,
    safety: "write",
    ...departmentSet,
  },
  {
    id: "DIFF-ENT-02",
    facts: ["FACT-PATCH-84", "FACT-PATCH-85", "FACT-PATCH-86", "FACT-PATCH-89"],
    area: "patch",
    topic: "enterprise extension",
    title: "the separator between the URN and a removed attribute",
    kind: "documented",
    impact: "silent",
    v1: "A dot in meta.attributes: urn:…:1.0.department",
    v2: "A dot for manager.managerId; for other attributes the reference does not choose between the dot and the colon of RFC 7644",
    source: "Slack reference",
    clientMustChange:
      "Send a remove operation at urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.manager.managerId, with the dot, in place of urn:scim:schemas:extension:enterprise:1.0.manager.managerId in meta.attributes. For other attributes send the separator that your organisation accepts: the reference has the colon only where it sets one, urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber. Read the user after the change.",
    lesson: lesson(
      "If 2.0 accepted both separators, either will do; if this was not probed, remove one department by the colon, as RFC 7644 writes it, from a test user and read the user.",
      patchUser([
        { kind: "clear", path: "enterprise.managerId" },
        { kind: "clear", path: "enterprise.department" },
      ]),
    ),
    expect: {
      "1.1": {
        managerByDot: "removes",
        departmentByDot: "removes",
        departmentByColon: oneOf("removes", "no effect"),
      },
      "2.0": {
        managerByDot: "removes",
        departmentByDot: oneOf("removes", "no effect"),
        departmentByColon: oneOf("removes", "no effect"),
      },
    },
    assumes: { facts: ["FACT-PATCH-86"], expect: { "1.1": { departmentByColon: "removes" } } },
    safety: "write",
    trials: async (t) => [
      managerCleared((await t.createdUser()).id),
      departmentCleared("."),
      departmentCleared(":"),
    ],
    observe: async (t) => ({
      managerByDot: await tried(t, managerCleared((await t.createdUser()).id)),
      departmentByDot: await tried(t, departmentCleared(".")),
      departmentByColon: await tried(t, departmentCleared(":")),
    }),
  },
  {
    id: "DIFF-PROF-01",
    facts: ["FACT-PATCH-92", "FACT-PATCH-94", "FACT-PATCH-95"],
    area: "patch",
    topic: "profile extension",
    title: "setting the start date",
    kind: "documented",
    impact: "silent",
    v1: "An object under the URN",
    v2: "The reference prints the 1.1 body; it is assumed to mean an add operation at the URN",
    source: "Slack reference",
    clientMustChange:
      'Send {"op": "add", "path": "urn:ietf:params:scim:schemas:extension:slack:profile:2.0:User", "value": {"startDate": "2024-04-10T00:00:00Z"}}, not the 1.1 body that the reference prints for 2.0. Read the user afterwards: that the operation stores the date is assumed (FACT-PATCH-95).',
    lesson: lesson(
      "If 2.0 stored the date by the printed 1.1 body, or the operation had no effect, send what worked in your run; if this was not probed, try the operation on a test user and read startDate.",
      patchUser([{ kind: "set", path: "profile", value: { startDate } }]),
    ),
    expect: {
      "1.1": inOwnForm["1.1"],
      "2.0": {
        partialResource: oneOf("no effect", "works"),
        operations: oneOf("works", "no effect"),
      },
    },
    assumes: { facts: ["FACT-PATCH-95"], expect: { "2.0": { operations: "works" } } },
    safety: "write",
    ...startDateSet,
  },
  {
    id: "SAME-07",
    facts: ["FACT-USER-42"],
    area: "users",
    topic: "enterprise extension",
    title: "a manager is set by id, e-mail address or userName",
    kind: "documented",
    impact: "silent",
    ...sayingBoth("managerId accepts all three"),
    source: "Slack reference",
    clientMustChange:
      'Keep naming a manager in managerId by id, e-mail address or userName, such as "grace@example.com": both versions accept all three. Compare by id: both return "U456DEF".',
    lesson: lesson(
      "If one of the three did not work, or this was not probed, send the id, which the other two stand for.",
      patchUser([{ kind: "set", path: "enterprise", value: { managerId: "grace@example.com" } }]),
    ),
    ...sameInBoth({ byId: true, byEmail: true, byUserName: true }),
    safety: "write",
    trials: (t) => Promise.all([managerSet(t, "address"), managerSet(t, "userName")]),
    observe: async (t) => ({
      byId: await isManagerById(t),
      byEmail: await tried(t, await managerSet(t, "address")),
      byUserName: await tried(t, await managerSet(t, "userName")),
    }),
  },
];

/** Joins URN and attribute with this separator in the path of a body. */
function joinedBy(separator: "." | ":", attribute: string) {
  return (body: JsonObject): unknown =>
    JSON.parse(
      JSON.stringify(body).replace(new RegExp(`[.:]${attribute}"`), `${separator}${attribute}"`),
    );
}
