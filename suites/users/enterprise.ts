import type { JsonObject } from "../../client/index.ts";
import { clause, doc, obs, slackClause, slackClauses } from "../clause.ts";
import { clientError, oneOf, success } from "../expectation.ts";
import { asJson, at, typeOf } from "../json.ts";
import { needsAttributes, needsProfileFields } from "../provider/needs.ts";
import { userPutRequirement } from "../put/user-put-rule.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { blocked } from "../run/stop.ts";
import { withValues } from "../with-values.ts";
import { fullValues, readLongUser } from "./samples.ts";

const area = "users";
const safety = "write";

/** A body whose enterprise extension has the given manager. */
function withManager(t: CheckContext, manager: JsonObject): (body: JsonObject) => JsonObject {
  const { user, enterprise } = t.client.dialect.urns;
  return (body) => ({
    ...body,
    schemas: [user, enterprise],
    [enterprise]: { department: "Research", manager },
  });
}

/** What {@link withManager} changes. */
const touches = ["enterprise", "schemas"];

/** Whether a manager is returned; Slack returns one without a value where there is none. */
const isStored = (manager: unknown): boolean =>
  Boolean(manager) && at(manager, "managerId") !== null;

/** A requirement that a manager given by another value is stored by id. */
function managerGivenBy(
  title: string,
  id: string,
  of: (user: { userName?: string | null; emails?: { value?: string | null }[] | null }) => unknown,
): Requirement {
  const givenOf = async (t: CheckContext) => {
    const { id, created } = await t.createdUser();
    return { id, given: of(created.resource ?? {}) };
  };
  return userPutRequirement({
    title,
    area,
    versions: slackClauses(id, "DOC", "FACT-USER-42"),
    expect: { manager: "the id of the user" },
    touches,
    change: async (t) => withManager(t, { managerId: (await givenOf(t)).given }),
    observe: async (t, { put, read: { resource } }) => {
      if (put.status >= 400) return { manager: put.error?.code };
      needsProfileFields(t, resource);
      const manager = await givenOf(t);
      const stored = resource?.enterprise?.managerId;
      return {
        manager: withValues(stored === manager.id ? "the id of the user" : stored, {
          "manager sent": asJson(manager.given),
          "id of the user": manager.id,
        }),
      };
    },
  });
}

/** The enterprise extension: SCIM 1.1 core schema §7, RFC 7643 §4.3. */
export const enterprise: readonly Requirement[] = [
  {
    title: "the enterprise extension is returned under its URN",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7643-4.3-01", doc("FACT-FORMAT-52")) },
    expect: { block: "object" },
    check: async (t) => {
      const answer = await readLongUser(t, "enterprise");
      const block = at(answer.json, t.client.dialect.urns.enterprise);
      return {
        block: withValues(typeOf(block), { "names returned": Object.keys(Object(answer.json)) }),
      };
    },
  },
  {
    title: "the attributes of the enterprise extension are stored as sent",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-7-04", doc("FACT-USER-78")),
      "2.0": clause("SCIM20-7643-4.3-02", doc("FACT-USER-78")),
    },
    expect: fullValues.enterprise,
    check: async (t) => {
      const { managerId: _, ...kept } =
        (await readLongUser(t, "enterprise")).resource?.enterprise ?? {};
      return kept;
    },
  },
  {
    title: "the manager is stored by id",
    area,
    safety,
    versions: {
      "1.1": {
        ...clause("SCIM11-CS-7-02", doc("FACT-USER-41")),
        expect: { managerId: "the manager" },
      },
      "2.0": clause(
        "SCIM20-7643-4.3-03",
        doc(
          "FACT-USER-41",
          { managerId: "the manager", value: "absent" },
          "names the manager as managerId, as SCIM 1.1 does",
        ),
      ),
    },
    expect: { value: "the manager" },
    check: async (t) => {
      const { id } = await t.createdUser();
      const manager = await managerById(t);
      const say = (value: unknown) =>
        value === undefined ? "absent" : value === id ? "the manager" : "another";
      const of = (name: string) =>
        withValues(say(at(manager, name)), { "id sent": id, "manager returned": manager });
      return { managerId: of("managerId"), value: of("value") };
    },
  },
  {
    title: "the manager has a $ref",
    area,
    safety,
    versions: {
      "2.0": clause("SCIM20-7643-4.3-04", doc("FACT-USER-41", { ref: "absent" }, "has no $ref")),
    },
    expect: { ref: "string" },
    check: async (t) => {
      const manager = await managerById(t);
      return { ref: withValues(typeOf(at(manager, "$ref")), { manager }) };
    },
  },
  userPutRequirement({
    title: "PUT with an empty manager is accepted and sets none",
    area,
    versions: {
      "1.1": clause(
        "SCIM11-CS-7-01",
        obs("FACT-PUT-26", { status: success, kept: false }, "accepts it, and sets no manager"),
      ),
      "2.0": {
        ...slackClause("SLACK-USER-26", "OBS", "FACT-PUT-26"),
        expect: { status: success, kept: false },
      },
    },
    expect: { kept: false },
    applies: (t) => needsAttributes(t, "enterprise"),
    touches,
    change: async (t) => withManager(t, {}),
    observe: (t, { put: { status }, read: { json } }) => {
      const manager = at(json, t.client.dialect.urns.enterprise, "manager");
      const kept = status < 300 && isStored(manager);
      return { status, kept: withValues(kept, { "manager afterwards": asJson(manager) }) };
    },
  }),
  {
    title: "a manager with other members than managerId is rejected",
    area,
    safety,
    versions: slackClauses("SLACK-USER-43", "DOC", "FACT-ERROR-48"),
    expect: { status: clientError, code: "improper_enterprise_schema_format" },
    check: async (t) => {
      await needsAttributes(t, "enterprise");
      const { id: manager } = await t.createdUser();
      return t.fixtures.leaseFor([], async ({ id, sent }) => {
        const change = withManager(t, { value: manager });
        const { status, error } = await t.users.replace(id, sent, { change });
        return { status, code: error?.code };
      });
    },
  },
  userPutRequirement({
    title: "displayName of the manager is read-only",
    area,
    versions: {
      "1.1": clause("SCIM11-CS-7-03", doc("FACT-USER-41", { displayName: "absent" })),
      "2.0": clause("SCIM20-7643-4.3-05", doc("FACT-USER-41", { displayName: "absent" })),
    },
    expect: { displayName: oneOf("absent", "the server's") },
    applies: (t) => needsAttributes(t, "enterprise"),
    touches,
    change: async (t) =>
      withManager(t, {
        [t.provider.writes.managerKey]: (await t.createdUser()).id,
        displayName: "Written by the client",
      }),
    observe: (t, { put, read: { json, resource } }) => {
      if (put.status >= 400) return { displayName: `refused: ${put.error?.code}` };
      needsProfileFields(t, resource);
      const stored = at(storedManager(t, json), "displayName");
      if (stored === undefined || stored === null) return { displayName: "absent" };
      return {
        displayName: stored === "Written by the client" ? asJson(stored) : "the server's",
      };
    },
  }),
  managerGivenBy(
    "the manager can be given by primary e-mail address",
    "SLACK-USER-27",
    (user) => user.emails?.[0]?.value,
  ),
  managerGivenBy("the manager can be given by userName", "SLACK-USER-28", (user) => user.userName),
];

/**
 * The manager of a user, given by its id and read back.
 * @throws Skip where the enterprise extension is not returned
 */
function managerById(t: CheckContext): Promise<unknown> {
  return t.once("a manager given by its id", async () => {
    await needsAttributes(t, "enterprise");
    const { id: managerId } = await t.createdUser();
    return t.fixtures.leaseFor(["enterprise"], async ({ id, sent }) => {
      const put = await t.users.replace(id, { ...sent, enterprise: { managerId } });
      if (put.status >= 300) throw blocked(`a PUT with a manager returned ${describeAnswer(put)}`);
      const { json, resource } = await t.users.get(id);
      needsProfileFields(t, resource);
      return storedManager(t, json);
    });
  });
}

function storedManager(t: CheckContext, user: unknown): unknown {
  return at(user, t.client.dialect.urns.enterprise, "manager");
}
