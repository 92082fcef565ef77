import type { Outcome } from "../../client/index.ts";
import type { NeutralGroup } from "../../schemas/index.ts";
import { clause, doc, inf, obs, slackClause, slackClauses } from "../clause.ts";
import { clientError, oneOf, success } from "../expectation.ts";
import { asJson, at, items, typeOf } from "../json.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { blocked, Skip } from "../run/stop.ts";
import { withValues } from "../with-values.ts";

const area = "groups";
const safety = "write";

/** The group that no check changes, read once it is visible (with a delay: FACT-GROUP-29). */
const readGroup = (t: CheckContext): Promise<Outcome<NeutralGroup>> =>
  t.once("a group, read", async () => {
    const { id, sent } = await t.createdGroup();
    return t.poll(
      "a new group shows its members",
      () => t.groups.get(id),
      ({ resource }) => resource?.members?.length === (sent.members?.length ?? 0),
    );
  });

/** @throws Skip where the group has no member: that has its own requirement */
async function shownMember(t: CheckContext): Promise<unknown> {
  const [member] = items(at((await readGroup(t)).json, "members"));
  if (member === undefined) throw blocked("the group lists no member");
  return member;
}

/** The entry of that group in the `groups` of its member; undefined where it is missing. */
const entryInUser = (t: CheckContext): Promise<unknown> =>
  t.once("a group in its member's groups", async () => {
    const { id, sent } = await t.createdGroup();
    const member = sent.members?.[0]?.value;
    if (!member) throw new Skip("not-applicable", "the group has no member");
    return t.poll(
      "a new member lists the group",
      async () =>
        items(at((await t.users.get(member)).json, "groups")).find(
          (group) => at(group, "value") === id,
        ),
      (entry) => entry !== undefined,
    );
  });

/** POST without a displayName; clean-up finds the group by its externalId. */
const withoutName = (t: CheckContext) =>
  t.once("a group without a name", () =>
    t.groups.create({ externalId: t.names.next(), members: [] }),
  );

/** POST with an unknown member. */
const unknownMember = (t: CheckContext) =>
  t.once("a group with an unknown member", () =>
    t.groups.create({ ...t.fixtures.typicalGroup(), members: [{ value: "U00000000000" }] }),
  );

/** Groups: SCIM 1.1 core schema §8, RFC 7643 §4.2. */
export const groups: readonly Requirement[] = [
  {
    title: "POST of a group without a displayName is rejected",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-8-01", inf("FACT-GROUP-13", { status: clientError })),
      "2.0": clause("SCIM20-7643-4.2-01", inf("FACT-GROUP-13", { status: clientError })),
    },
    expect: { status: 400 },
    check: async (t) => ({ status: (await withoutName(t)).status }),
  },
  {
    title: "POST of a group with an unknown member is rejected",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-8-02", doc("FACT-ERROR-22", { status: clientError })),
      "2.0": clause("SCIM20-7643-4.2-02", doc("FACT-ERROR-22", { status: clientError })),
    },
    expect: { status: 400 },
    check: async (t) => ({ status: (await unknownMember(t)).status }),
  },
  {
    title: "POST of a group with an unknown member is rejected with no_such_group_members",
    area,
    safety,
    versions: slackClauses("SLACK-GROUP-01", "DOC", "FACT-ERROR-22"),
    expect: { code: "no_such_group_members" },
    check: async (t) => ({ code: (await unknownMember(t)).error?.code }),
  },
  {
    title: "a group can be created without members",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-8-03", obs("FACT-GROUP-15", { status: success })),
      "2.0": clause("SCIM20-7643-4.2-06", obs("FACT-GROUP-15", { status: success })),
    },
    expect: { status: success },
    check: async (t) => ({ status: (await t.fixtures.emptyGroup()).status }),
  },
  {
    title: "displayName and members of a group are stored as sent",
    area,
    safety,
    versions: slackClauses("SLACK-GROUP-02", "DOC", "FACT-GROUP-16"),
    expect: { displayName: "as sent", members: "as sent" },
    check: async (t) => {
      const { sent } = await t.createdGroup();
      const { resource } = await readGroup(t);
      const values = (group: NeutralGroup | undefined) =>
        (group?.members ?? []).map((member) => member.value ?? null).sort();
      const same = values(sent).join() === values(resource).join();
      return {
        displayName: withValues(
          resource?.displayName === sent.displayName ? "as sent" : resource?.displayName,
          { sent: sent.displayName },
        ),
        members: withValues(same ? "as sent" : `${values(resource).length} members`, {
          sent: values(sent),
          stored: values(resource),
        }),
      };
    },
  },
  {
    title: "members have value and display, but no $ref or type",
    area,
    safety,
    versions: slackClauses("SLACK-GROUP-03", "DOC", "FACT-GROUP-19"),
    expect: { members: [["display", "value"]] },
    check: async (t) => ({
      members: items(at((await readGroup(t)).json, "members")).map((member) =>
        Object.keys(Object(member)).sort(),
      ),
    }),
  },
  {
    title: "display of a member is the name of the user",
    area,
    safety,
    versions: slackClauses("SLACK-GROUP-08", "DOC", "FACT-GROUP-20"),
    expect: { display: "the member's name" },
    check: async (t) => {
      const [member] = (await readGroup(t)).resource?.members ?? [];
      if (!member?.value) throw blocked("the group lists no member");
      const user = (await t.users.get(member.value)).resource;
      const { givenName, familyName } = user?.name ?? {};
      const names = [user?.displayName, user?.userName, `${givenName} ${familyName}`];
      const { display } = member;
      const same = display !== undefined && names.includes(display);
      return {
        display: withValues(same ? "the member's name" : display, { "names of the user": names }),
      };
    },
  },
  {
    title: "members have a $ref to the user",
    area,
    safety,
    versions: {
      "2.0": clause("SCIM20-7643-4.2-03", doc("FACT-GROUP-21", { ref: "absent" }, "has no $ref")),
    },
    expect: { ref: "string" },
    check: async (t) => {
      const member = await shownMember(t);
      return { ref: withValues(typeOf(at(member, "$ref")), { member }) };
    },
  },
  {
    title: "the type of a member is User or Group",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7643-4.2-05", doc("FACT-GROUP-22", { type: "absent" })) },
    expect: { type: oneOf("User", "Group", "absent") },
    check: async (t) => ({ type: asJson(at(await shownMember(t), "type")) ?? "absent" }),
  },
  {
    title: "display of a member is read-only in a PUT",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-3.2-02", obs("FACT-FORMAT-41")),
      "2.0": slackClause("SLACK-GROUP-09", "OBS", "FACT-FORMAT-41"),
    },
    expect: { display: "the server's" },
    check: async (t) => {
      const user = await t.createdUser();
      return t.fixtures.leaseGroup(async ({ id, sent }) => {
        const members = [{ value: user.id, display: "chosen by the client" }];
        const put = await t.groups.replace(id, { ...sent, members });
        const read = await t.pollAfter(
          put,
          "a group shows what a PUT changed",
          () => t.groups.get(id),
          ({ resource }) => resource?.members?.length === 1,
        );
        if (!read.resource?.members?.length) throw blocked("the group lists no member");
        const shown = [put, read].map(({ resource }) => resource?.members?.[0]?.display);
        const taken = shown.includes("chosen by the client");
        return {
          display: withValues(
            taken ? "the client's" : "the server's",
            { sent: "chosen by the client", "returned by PUT and GET": shown },
            put,
            read,
          ),
        };
      });
    },
  },
  {
    title: "sub-attributes of a member cannot be changed by PATCH",
    area,
    safety,
    needs: ["patch"],
    versions: { "2.0": clause("SCIM20-7643-4.2-04") },
    expect: { display: "unchanged" },
    check: async (t) => {
      const user = await t.createdUser();
      return t.fixtures.leaseGroup(async ({ id, sent }) => {
        const put = await t.groups.replace(id, { ...sent, members: [{ value: user.id }] });
        const match = { value: user.id };
        const to = { display: "changed by the client" };
        await t.groups.patch(id, [{ kind: "changeValue", path: "members", match, to }]);
        const { resource } = await t.pollAfter(
          put,
          "a group shows what a PUT changed",
          () => t.groups.get(id),
          (group) => group.resource?.members?.length === 1,
        );
        const [member] = resource?.members ?? [];
        if (!member) throw blocked("the group lists no member");
        const display = member.display === to.display ? to.display : "unchanged";
        return { display: withValues(display, { sent: to.display, "member afterwards": member }) };
      });
    },
  },
  {
    title: "groups of a user contains the id of the group",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-6.2-07", obs("FACT-GROUP-31")),
      "2.0": clause("SCIM20-7643-4.1.2-09", obs("FACT-GROUP-31")),
    },
    expect: { named: true },
    check: async (t) => {
      const named = (await entryInUser(t)) !== undefined;
      const { id } = await t.createdGroup();
      // The attribute is optional; only its content is judged.
      if (!named && !t.provider.shows.groupsOfUsers) {
        const member = (await t.createdGroup()).sent.members?.[0]?.value ?? "";
        const { json } = await t.users.get(member);
        if (at(json, "groups") === undefined)
          throw new Skip("not-offered", "users do not list their groups");
        const { resource } = await t.groups.get(id);
        if ((resource?.members ?? []).length === 0) throw blocked("the group lists no member");
      }
      return { named: withValues(named, { "id of the group": id }) };
    },
  },
  {
    title: "groups of a user contains the displayName of the group",
    area,
    safety,
    versions: slackClauses("SLACK-GROUP-04", "DOC", "FACT-USER-37"),
    expect: { display: "the group's name" },
    check: async (t) => {
      const entry = await groupEntry(t);
      const { displayName } = (await t.createdGroup()).sent;
      const display = at(entry, "display");
      const fact = display === displayName ? "the group's name" : asJson(display);
      return { display: withValues(fact, { "displayName of the group": displayName }) };
    },
  },
  {
    title: "groups of a user has a $ref to the group",
    area,
    safety,
    versions: {
      "2.0": clause("SCIM20-7643-4.1.2-10", doc("FACT-USER-37", { ref: "absent" }, "has no $ref")),
    },
    expect: { ref: "string" },
    check: async (t) => {
      const entry = await groupEntry(t);
      return { ref: withValues(typeOf(at(entry, "$ref")), { "entry of groups": entry }) };
    },
  },
  {
    title: "groups of a user states whether the membership is direct",
    area,
    safety,
    versions: {
      "2.0": clause("SCIM20-7643-4.1.2-12", doc("FACT-USER-37", { type: "absent" }, "has no type")),
    },
    expect: { type: oneOf("direct", "indirect") },
    check: async (t) => ({ type: asJson(at(await groupEntry(t), "type")) ?? "absent" }),
  },
  {
    title: "a removed member no longer lists the group",
    area,
    safety,
    versions: slackClauses("SLACK-GROUP-05", "DOC", "FACT-GROUP-32"),
    expect: { joined: true, leftGroup: true },
    check: async (t) => {
      const user = await t.createdUser();
      return t.fixtures.leaseGroup(async ({ id, sent }) => {
        const has = (wanted: boolean) =>
          t.poll(
            wanted ? "a new member lists the group" : "a former member does not list the group",
            async () => {
              const { resource } = await t.users.get(user.id);
              return resource?.groups?.some((group) => group.value === id) ?? false;
            },
            (seen) => seen === wanted,
          );
        await t.groups.replace(id, { ...sent, members: [{ value: user.id }] });
        const joined = await has(true);
        await t.groups.replace(id, { ...sent, members: [] });
        const left = !(await has(false));
        const values = { "id of the group": id, "id of the user": user.id };
        return { joined: withValues(joined, values), leftGroup: withValues(left, values) };
      });
    },
  },
  {
    title: "a filter on displayName finds a new group, and no other",
    area,
    safety,
    needs: ["filter"],
    versions: slackClauses("SLACK-GROUP-06", "OBS", "FACT-FILTER-06"),
    expect: { found: true, others: 0 },
    check: async (t) => {
      const { id, sent } = await t.createdGroup();
      const filter = `displayName eq "${sent.displayName}"`;
      const found = await t.poll(
        "a filter finds a new group",
        async () => (await t.groups.list({ filter })).resource?.resources ?? [],
        (resources) => resources.length > 0,
      );
      return {
        found: withValues(
          found.some((group) => group.id === id),
          { "id of the group": id, "groups returned": found.length },
        ),
        others: found.filter((group) => group.id !== id).length,
      };
    },
  },
  {
    title: "GET of an unknown group returns 404",
    area,
    safety: "read",
    versions: { "1.1": slackClause("SLACK-GROUP-07", "OBS", "FACT-ERROR-74") },
    expect: { status: 404 },
    check: async (t) => ({ status: (await t.groups.get("S00000000000")).status }),
  },
];

/** @throws Skip where the user does not list the group: that has its own requirement */
async function groupEntry(t: CheckContext): Promise<unknown> {
  const entry = await entryInUser(t);
  if (entry === undefined) throw new Skip("not-offered", "the member does not list the group");
  return entry;
}
