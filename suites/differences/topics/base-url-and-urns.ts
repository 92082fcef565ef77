import { asJson, at } from "../../json.ts";
import { messageUrns } from "../../message-urns.ts";
import type { Difference } from "../difference.ts";
import { createdGuest } from "../probing/guest-life.ts";
import { listOfOne, readGivenUser } from "../probing/shared-reads.ts";
import { shown } from "../probing/user-changes.ts";

const core10 = messageUrns["1.1"];
const user20 = "urn:ietf:params:scim:schemas:core:2.0:User";
const group20 = "urn:ietf:params:scim:schemas:core:2.0:Group";
const extensionOf = (name: string) => ({
  "1.1": { block: `urn:scim:schemas:extension:${name}:1.0` },
  "2.0": { block: `urn:ietf:params:scim:schemas:extension:${name}:2.0:User` },
});

/** The extension URN under which a resource carries a member. */
function blockWith(resource: unknown, member: string): string | undefined {
  if (typeof resource !== "object" || resource === null) return undefined;
  return Object.entries(resource).find(
    ([name, value]) => name.startsWith("urn:") && at(value, member) !== undefined,
  )?.[0];
}

/** Base URL and schema URNs. */
export const baseUrlAndUrns: readonly Difference[] = [
  {
    id: "DIFF-URL-01",
    facts: ["FACT-SERVICE-01"],
    area: "discovery",
    topic: "base URL",
    title: "the base URL names the version",
    kind: "documented",
    impact: "breaking",
    v1: "https://api.slack.com/scim/v1/",
    v2: "https://api.slack.com/scim/v2/",
    source: "Slack's transition list; SDKs",
    clientMustChange: "Change the base URL, and do not store an absolute meta.location as a key.",
    expect: { "1.1": { status: 200, version: "v1" }, "2.0": { status: 200, version: "v2" } },
    safety: "read",
    observe: async (t) => {
      const answer = await readGivenUser(t);
      const location = String(at(answer.json, "meta", "location") ?? "");
      return { status: answer.status, version: /\/(v\d+)\/Users\//.exec(location)?.[1] };
    },
  },
  {
    id: "DIFF-URN-01",
    facts: ["FACT-FORMAT-50"],
    area: "representation",
    topic: "schema URNs",
    title: "the schema URN of users",
    kind: "documented",
    impact: "breaking",
    v1: core10,
    v2: user20,
    source: "Slack's transition list; Slack reference",
    clientMustChange: "Send the 2.0 URN, and choose parsers by URN.",
    expect: {
      "1.1": { schema: core10 },
      "2.0": { schema: user20 },
    },
    safety: "read",
    observe: async (t) => ({ schema: asJson(at((await readGivenUser(t)).json, "schemas", 0)) }),
  },
  {
    id: "DIFF-URN-02",
    facts: ["FACT-FORMAT-51"],
    area: "representation",
    topic: "schema URNs",
    title: "the schema URN of groups",
    kind: "documented",
    impact: "breaking",
    v1: `${core10}, the same as for users`,
    v2: group20,
    source: "Slack's transition list; Slack reference",
    clientMustChange: "Tell users and groups apart by endpoint in 1.1 and by URN in 2.0.",
    expect: {
      "1.1": { schema: core10 },
      "2.0": { schema: group20 },
    },
    safety: "read",
    observe: async (t) => {
      const group = await t.groups.read((await t.sharedGroup()).id);
      return { schema: asJson(at(group.json, "schemas", 0)) };
    },
  },
  {
    id: "DIFF-URN-03",
    facts: ["FACT-FORMAT-52"],
    area: "representation",
    topic: "schema URNs",
    title: "the key of the enterprise extension",
    kind: "documented",
    impact: "silent",
    v1: extensionOf("enterprise")["1.1"].block,
    v2: extensionOf("enterprise")["2.0"].block,
    source: "Slack's transition list; Slack reference",
    clientMustChange:
      "Rename the JSON key: a block under the old key may be dropped without an error.",
    expect: extensionOf("enterprise"),
    safety: "write",
    observe: async (t) => {
      const user = await t.users.read((await t.createdUser()).id);
      return { block: shown(blockWith(user.json, "department"), "enterprise extension") };
    },
  },
  {
    id: "DIFF-URN-04",
    facts: ["FACT-FORMAT-53", "FACT-FORMAT-61"],
    area: "representation",
    topic: "schema URNs",
    title: "the key of the guest extension",
    kind: "documented",
    impact: "silent",
    v1: extensionOf("slack:guest")["1.1"].block,
    v2: extensionOf("slack:guest")["2.0"].block,
    source: "Slack's transition list; Slack reference (one paragraph omits ietf:params)",
    clientMustChange: "Rename the key: otherwise a full, billable member may be created.",
    expect: extensionOf("slack:guest"),
    safety: "write",
    observe: async (t) => {
      const read = await t.users.read((await createdGuest(t)).id);
      return { block: blockWith(read.json, "type") };
    },
  },
  {
    id: "DIFF-URN-05",
    facts: ["FACT-FORMAT-54"],
    area: "representation",
    topic: "schema URNs",
    title: "the key of the profile extension",
    kind: "documented",
    impact: "silent",
    v1: extensionOf("slack:profile")["1.1"].block,
    v2: extensionOf("slack:profile")["2.0"].block,
    source: "Slack's transition list; Slack reference",
    clientMustChange: "Rename the key.",
    expect: extensionOf("slack:profile"),
    safety: "write",
    observe: (t) =>
      t.fixtures.leaseUser(async ({ id }) => {
        await t.users.patch(id, [
          { kind: "set", path: "profile", value: { startDate: "2024-04-10T00:00:00Z" } },
        ]);
        const user = await t.users.read(id);
        return { block: shown(blockWith(user.json, "startDate"), "profile extension") };
      }),
  },
  {
    id: "DIFF-URN-06",
    facts: ["FACT-FORMAT-55", "FACT-LIST-06"],
    area: "representation",
    topic: "schema URNs",
    title: "the URN of list responses",
    kind: "documented",
    impact: "cosmetic",
    v1: core10,
    v2: messageUrns.list,
    source: "Slack reference; recorded answers",
    clientMustChange: "Validate list responses by version.",
    expect: { "1.1": { schemas: [core10] }, "2.0": { schemas: [messageUrns.list] } },
    safety: "read",
    observe: async (t) => ({ schemas: asJson(at((await listOfOne(t)).json, "schemas")) }),
  },
];
