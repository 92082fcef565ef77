import { asJson, at } from "../../json.ts";
import { messageUrns } from "../../message-urns.ts";
import { readFullUser } from "../../users/samples.ts";
import type { Difference } from "../difference.ts";
import { createGroup, createUser, lesson, patchUser } from "../lesson.ts";
import { newUser, oneUser, readAda } from "../lesson-steps.ts";
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
    clientMustChange:
      "Replace https://api.slack.com/scim/v1/ with https://api.slack.com/scim/v2/ in every request. Store id as the key of a user or group, not meta.location: a stored https://api.slack.com/scim/v1/Users/{id} keeps calling 1.1.",
    lesson: lesson(
      "If both base URLs showed one version, the run compared that version with itself, and no other row says anything about your migration: check the two base URLs.",
      readAda,
    ),
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
    clientMustChange:
      "Send urn:ietf:params:scim:schemas:core:2.0:User in schemas of POST and PUT /Users, in place of urn:scim:schemas:core:1.0. Recognise a user in a response by the same URN.",
    lesson: lesson(
      "If 2.0 showed the URN of 1.1, choose the parser of a response by base URL, and still send the 2.0 URN, which Slack documents; if it was not probed, rely on the documentation.",
      createUser(newUser),
    ),
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
    clientMustChange:
      "Send urn:ietf:params:scim:schemas:core:2.0:Group in schemas of POST and PUT /Groups, in place of urn:scim:schemas:core:1.0. Tell a group from a user by endpoint in 1.1, where both have that URN; in 2.0 the URN is enough.",
    lesson: lesson(
      "If 2.0 showed the URN of 1.1, tell groups from users by endpoint in 2.0 too, and still send the 2.0 URN, which Slack documents; if it was not probed, rely on the documentation.",
      createGroup({ displayName: "Research" }),
    ),
    expect: {
      "1.1": { schema: core10 },
      "2.0": { schema: group20 },
    },
    safety: "read",
    observe: async (t) => {
      const group = await t.groups.get((await t.sharedGroup()).id);
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
      "Rename urn:scim:schemas:extension:enterprise:1.0 to urn:ietf:params:scim:schemas:extension:enterprise:2.0:User: as the key of the block, in schemas, and where you read department, costCenter, division, organization, employeeNumber and manager. Read a changed user back: a block under the old key may be dropped without an error.",
    lesson: lesson(
      "Not probed mostly means that your organisation shows no enterprise block (no SCIM profile fields); where your client sends department or manager, the documented new key holds all the same.",
      createUser({ ...newUser, enterprise: { department: "Research" } }),
    ),
    expect: extensionOf("enterprise"),
    safety: "write",
    observe: async (t) => {
      const user = await t.users.get((await t.createdUser()).id);
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
    clientMustChange:
      "Rename urn:scim:schemas:extension:slack:guest:1.0 to urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User, as the key of the block and in schemas; keep ietf:params, which one paragraph of the reference omits. Look for the block in the response: if the old key is ignored, the user is a full, billable member.",
    lesson: lesson(
      "Not probed means that your organisation offered the run no guests: a client that creates none has nothing to do, and for any other a wrong key may cost a licence for each guest.",
      createUser({ ...newUser, guest: { type: "multi" } }),
    ),
    expect: extensionOf("slack:guest"),
    safety: "write",
    observe: async (t) => {
      const read = await t.users.get((await createdGuest(t)).id);
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
    clientMustChange:
      "Rename urn:scim:schemas:extension:slack:profile:1.0 to urn:ietf:params:scim:schemas:extension:slack:profile:2.0:User, as the key or path of startDate, and where you read it. In a POST or PUT list the same URN in schemas.",
    lesson: lesson(
      "Not probed mostly means that your organisation shows no profile block; where your client sends startDate, the documented new key holds all the same, or the date may be lost without an error.",
      patchUser([{ kind: "set", path: "profile", value: { startDate: "2026-12-01T00:00:00Z" } }]),
    ),
    expect: extensionOf("slack:profile"),
    safety: "write",
    observe: async (t) => {
      const { json } = await readFullUser(t);
      return { block: shown(blockWith(json, "startDate"), "profile extension") };
    },
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
    clientMustChange:
      'Expect ["urn:ietf:params:scim:api:messages:2.0:ListResponse"] in schemas of a list of 2.0, in place of ["urn:scim:schemas:core:1.0"], if you validate lists. Otherwise nothing changes.',
    lesson: lesson(
      "Only a client that validates schemas of lists is affected: one that accepts both URNs need not know which of them your organisation sends.",
      oneUser,
    ),
    expect: { "1.1": { schemas: [core10] }, "2.0": { schemas: [messageUrns.list] } },
    safety: "read",
    observe: async (t) => ({ schemas: asJson(at((await listOfOne(t)).json, "schemas")) }),
  },
];
