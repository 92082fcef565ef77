import { clause, doc, inf, obs, slackClause, slackClauses } from "../clause.ts";
import { oneOf, success } from "../expectation.ts";
import { needsAttributes } from "../provider/needs.ts";
import type { Requirement } from "../requirement.ts";
import { Skip } from "../run/stop.ts";
import {
  createWithPassword,
  createWithUnsupported,
  password,
  presumptuousUser,
} from "./samples.ts";

const area = "users";
const safety = "write";

/** What becomes of attributes that a client can send but not have: RFC 7644 §3.3. */
export const unusualCreate: readonly Requirement[] = [
  {
    title: "null in a create clears the default",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7644-3.3-03") },
    expect: { timezone: "cleared" },
    check: async (t) => {
      const { resource, status } = await createWithUnsupported(t);
      if (resource === undefined)
        throw new Skip("not-applicable", `the create is refused: HTTP ${status}`);
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
      return { status: (await createWithPassword(t)).created.status };
    },
  },
  {
    title: "a password that was sent comes back in no answer",
    area,
    safety,
    versions: {
      "1.1": slackClause("SLACK-USER-05", "DOC", "§5.1"),
      "2.0": clause("SCIM20-7643-7-10", doc("§5.1")),
    },
    expect: { shownBy: [] },
    check: async (t) => {
      const { created } = await createWithPassword(t);
      const answers = { create: created.text, read: "" };
      const id = created.resource?.id;
      if (id !== undefined) answers.read = (await t.users.read(id)).text;
      return {
        shownBy: Object.entries(answers)
          .filter(([, text]) => text.includes(password))
          .map(([name]) => name),
      };
    },
  },
  {
    title: "members that are not supported are ignored or refused as invalid_request_payload",
    area,
    safety,
    versions: slackClauses("SLACK-USER-06", "DOC", "§7.1"),
    expect: { answer: oneOf("accepted", "invalid_request_payload") },
    check: async (t) => {
      const { status, error } = await createWithUnsupported(t);
      return { answer: status < 300 ? "accepted" : error?.code };
    },
  },
  {
    title: "read-only attributes in a create are ignored",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7644-3.3-01", inf("§3")) },
    expect: { taken: [] },
    check: async (t) => {
      const { sent, created } = await presumptuousUser(t);
      const { id, meta, groups } = created.resource ?? {};
      return {
        taken: [
          ...(id === sent.id ? ["id"] : []),
          ...(meta?.location === sent.meta?.location ? ["meta"] : []),
          ...(groups?.some((group) => group.display === "mine") ? ["groups"] : []),
        ],
      };
    },
  },
  {
    title: "the client cannot choose the id",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-5.1-04", inf("§3")),
      "2.0": clause("SCIM20-7643-3.1-04", inf("§3")),
    },
    expect: { chosen: false },
    check: async (t) => {
      const { id, sent } = await presumptuousUser(t);
      return { chosen: id === sent.id };
    },
  },
  {
    title: "meta that the client sends is ignored",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7643-3.1-13", obs("§3")) },
    expect: { created: "the server's" },
    check: async (t) => {
      const { sent, created } = await presumptuousUser(t);
      // The same time can be written in another zone.
      const [asked, shown] = [sent, created.resource].map((user) =>
        Date.parse(String(user?.meta?.created)),
      );
      return { created: asked === shown ? "the client's" : "the server's" };
    },
  },
];
