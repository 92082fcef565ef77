import { absent, oneOf } from "../../expectation.ts";
import { asJson, at } from "../../json.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { isSameLocation } from "../../run/location.ts";
import { Skip } from "../../run/stop.ts";
import { type Difference, sameInBoth } from "../difference.ts";
import { createUser, lesson } from "../lesson.ts";
import { newUser, readAda, team } from "../lesson-steps.ts";
import { readGivenUser } from "../probing/shared-reads.ts";

/** How a header compares with the location in the resource. */
function twin(header: string | undefined, location: unknown, baseUrl: string): string {
  if (header === undefined) return "absent";
  const shown = typeof location === "string" ? location : undefined;
  return isSameLocation(header, shown, baseUrl) ? "the same" : "another";
}

/** How resources are represented. */
export const representation: readonly Difference[] = [
  {
    id: "DIFF-META-01",
    facts: ["FACT-ID-10"],
    area: "representation",
    topic: "common attributes",
    title: "meta.resourceType",
    kind: "documented",
    impact: "silent",
    v1: "Not in the standard; Slack does not send it",
    v2: "Always set in the RFC; Slack does not send it",
    source: "RFC 7643 §3.1; RFC 7644 §3.3.1",
    clientMustChange:
      "Ignore meta.resourceType, which Slack sends in neither version. Tell users and groups apart by endpoint, /Users or /Groups, and in 2.0 also by the URN in schemas.",
    lesson: lesson(
      "If 2.0 sent meta.resourceType, your client may ignore it; do not rely on it, since Slack's samples do not have it.",
      readAda,
    ),
    ...sameInBoth({ resourceType: absent }),
    safety: "read",
    observe: async (t) => ({
      resourceType: asJson(at((await readGivenUser(t)).json, "meta", "resourceType")),
    }),
  },
  {
    id: "DIFF-META-02",
    facts: ["FACT-FORMAT-19"],
    area: "representation",
    topic: "common attributes",
    title: "the header that repeats meta.location",
    kind: "assumed",
    impact: "cosmetic",
    v1: "Location in the standard; Slack is not known to send it",
    v2: "Content-Location in the RFC; Slack is not known to send it",
    source: "SCIM 1.1 core schema §5.1; RFC 7643 §3.1",
    clientMustChange:
      "Take the URL of a created user from meta.location in the body, and its key from id. Do not read the headers Location (1.1) and Content-Location (2.0): Slack is assumed to send neither.",
    lesson: lesson(
      "Whether Slack sends the header stays open for your organisation; a client that reads meta.location works either way.",
      createUser(newUser),
    ),
    expect: {
      "1.1": {
        location: oneOf("absent", "the same"),
        contentLocation: oneOf("absent", "the same"),
      },
      "2.0": {
        location: oneOf("absent", "the same"),
        contentLocation: oneOf("absent", "the same"),
      },
    },
    assumes: {
      facts: ["FACT-FORMAT-19"],
      expect: { "1.1": { location: "absent" }, "2.0": { location: "absent" } },
    },
    safety: "write",
    observe: async (t) => {
      const { created } = await t.createdUser();
      const location = at(created.json, "meta", "location");
      const { headers } = created;
      return {
        location: twin(headers.location, location, t.client.baseUrl),
        contentLocation: twin(headers["content-location"], location, t.client.baseUrl),
      };
    },
  },
  {
    id: "DIFF-POST-01",
    facts: ["FACT-USER-03", "FACT-USER-05"],
    area: "users",
    topic: "users",
    title: "the body of the response to a create of a user",
    kind: "documented",
    impact: "silent",
    v1: "Must contain the resource, and does",
    v2: "Should contain the resource, and does",
    source: "SCIM 1.1 §3.1; RFC 7644 §3.3",
    clientMustChange:
      'Read id from the body of the 201 response, in both versions. If the body is empty, which only the RFC allows, send GET /Users?filter=userName eq "lin" and take id from there.',
    lesson: lesson(
      "If a create returned no user, write the lookup by userName before you move; without the id your client cannot change the user later.",
      createUser(newUser),
    ),
    ...sameInBoth({ body: "the user" }),
    safety: "write",
    observe: async (t) => {
      const { id, created } = await t.createdUser();
      return { body: created.resource?.id === id ? "the user" : "something else" };
    },
  },
  {
    id: "SAME-01",
    facts: ["FACT-ID-07"],
    area: "representation",
    topic: "identity",
    title: "a user or group has the same id in both versions",
    kind: "observed",
    impact: "breaking",
    v1: "Shows resources created in 2.0, under the same id",
    v2: "Shows resources created in 1.1, under the same id",
    source: "ids are Slack's own; recorded resources of both versions",
    clientMustChange:
      "Keep the stored ids (U…, S…): GET /Users/{id} in 2.0 returns the user that 1.1 created, so do not import or match users again.",
    lesson: lesson(
      "If ids differed, do not move before you have a table of old and new ids; if it was not probed, read one stored id of a user and of a group through 2.0.",
      readAda,
      team,
    ),
    ...sameInBoth({ user: "the same", group: "the same" }),
    safety: "read",
    observe: async (t, other) => {
      if (!other) throw new Skip("not-selected", "the other version is not tested");
      const { id } = await t.sharedUser();
      const own = (await t.users.get(id)).resource;
      const user = (await other.users.get(id)).resource;
      const isUser = user?.id === id && user.userName === own?.userName;
      const isGroup = t.writes
        ? await t.fixtures.leaseGroup((group) => isSameGroup(t, other, group.id))
        : await isSameGroup(t, other, (await t.sharedGroup()).id);
      return {
        user: isUser ? "the same" : "another",
        group: isGroup ? "the same" : "another",
      };
    },
  },
];

/** Whether a group is the same in both versions; a change of a group may be delayed (FACT-GROUP-29). */
function isSameGroup(t: CheckContext, other: CheckContext, id: string): Promise<boolean> {
  return t.poll(
    "a group is the same in both versions",
    async () => {
      const own = (await t.groups.get(id)).resource;
      const twin = (await other.groups.get(id)).resource;
      return twin?.id === id && twin.displayName === own?.displayName;
    },
    (same) => same,
  );
}
