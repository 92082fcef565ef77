import { clause, doc, inf, slackClause, slackClauses } from "../clause.ts";
import { oneOf, success } from "../expectation.ts";
import { at } from "../json.ts";
import { needsAttributes } from "../provider/needs.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { Skip } from "../run/stop.ts";
import { withValues } from "../with-values.ts";
import {
  createWithPassword,
  createWithUnsupported,
  password,
  userWithReadOnlyAttributes,
} from "./samples.ts";

const area = "users";
const safety = "write";

/** Attributes that a client can send but not set: RFC 7644 §3.3. */
export const unusualCreate: readonly Requirement[] = [
  {
    title: "null in a POST clears the default value",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7644-3.3-03") },
    expect: { timezone: "cleared" },
    check: async (t) => {
      const { resource, status } = await createWithUnsupported(t);
      if (resource === undefined) throw new Skip("not-applicable", `POST returned HTTP ${status}`);
      return { timezone: resource.timezone || "cleared" };
    },
  },
  {
    title: "a user can be created with a password",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7643-4.1.1-15") },
    expect: { status: success },
    check: async (t) => {
      await needsAttributes(t, "password");
      const { status } = (await createWithPassword(t)).created;
      // A provider need not have passwords, and may reject what it does not have.
      if (status === 400 && !(await isPasswordKnown(t))) {
        throw new Skip("not-offered", "the provider rejects a password, and no schema has it");
      }
      return { status };
    },
  },
  {
    title: "a password is not returned after creation",
    area,
    safety,
    versions: {
      "1.1": slackClause("SLACK-USER-05", "DOC", "FACT-USER-36"),
      "2.0": clause("SCIM20-7643-7-10", doc("FACT-USER-36")),
    },
    expect: { shownBy: [] },
    check: async (t) => {
      const { created } = await createWithPassword(t);
      const answers: Record<string, string> = { create: created.text };
      const id = created.resource?.id;
      if (id !== undefined) answers.read = (await t.users.get(id)).text;
      return {
        shownBy: Object.entries(answers)
          .filter(([, text]) => text.includes(password))
          .map(([name]) => name),
      };
    },
  },
  {
    title: "unsupported attributes are ignored or rejected with invalid_request_payload",
    area,
    safety,
    versions: slackClauses("SLACK-USER-06", "DOC", "FACT-ERROR-24"),
    expect: { answer: oneOf("accepted", "invalid_request_payload") },
    check: async (t) => {
      const { status, error } = await createWithUnsupported(t);
      return { answer: status < 300 ? "accepted" : error?.code };
    },
  },
  {
    title: "read-only attributes in a POST are ignored",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7644-3.3-01", inf("FACT-FORMAT-42")) },
    expect: { takenFromClient: [] },
    check: async (t) => {
      const { sent, created } = await userWithReadOnlyAttributes(t);
      const { id, meta, groups } = created.resource ?? {};
      const stored = [
        ...(id === sent.id ? ["id"] : []),
        ...(meta?.location === sent.meta?.location ? ["meta"] : []),
        ...(groups?.some((group) => group.display === "mine") ? ["groups"] : []),
      ];
      const values = stored.flatMap((name) => [
        [`${name} sent`, at(sent, name)],
        [`${name} returned`, at(created.json, name)],
      ]);
      return { takenFromClient: withValues(stored, Object.fromEntries(values), created) };
    },
  },
  {
    title: "the client cannot assign the id",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-5.1-04", inf("FACT-FORMAT-42")),
      "2.0": clause("SCIM20-7643-3.1-04", inf("FACT-FORMAT-42")),
    },
    expect: { chosen: false },
    check: async (t) => {
      const { id, sent } = await userWithReadOnlyAttributes(t);
      return { chosen: withValues(id === sent.id, { "id sent": sent.id, "id returned": id }) };
    },
  },
  {
    title: "meta sent by the client is ignored",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-5.1-17", inf("FACT-FORMAT-42")),
      "2.0": clause("SCIM20-7643-3.1-13", inf("FACT-FORMAT-42")),
    },
    expect: { created: "the server's" },
    check: async (t) => {
      const { sent, created } = await userWithReadOnlyAttributes(t);
      // The same time may be returned with another offset.
      const [asked, shown] = [sent, created.resource].map((user) =>
        Date.parse(String(user?.meta?.created)),
      );
      return {
        created: withValues(
          asked === shown ? "the client's" : "the server's",
          { sent: sent.meta?.created, returned: created.resource?.meta?.created },
          created,
        ),
      };
    },
  },
];

/** Whether users are known to have passwords: by a published schema, or because the provider is known. */
async function isPasswordKnown(t: CheckContext): Promise<boolean> {
  if (t.provider.offers.everyAttribute) return true;
  try {
    const attributes = await t.provider.documents.attributes("User");
    return attributes.some(({ path }) => path === "password");
  } catch (error) {
    if (error instanceof Skip) return false;
    throw error;
  }
}
