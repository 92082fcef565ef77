import { oneOf } from "../../expectation.ts";
import { people } from "../../filters/people.ts";
import type { CheckContext } from "../../run/check-context.ts";
import type { Difference } from "../difference.ts";
import { lesson, read } from "../lesson.ts";
import { adaByName } from "../lesson-steps.ts";
import { filterResult, userNameEq } from "../probing/filter-results.ts";
import { createdGuest } from "../probing/guest-life.ts";

/** Whether a user is found as a restricted one. */
async function asRestricted(t: CheckContext, userName: string | null | undefined): Promise<string> {
  const filter = `userName eq "${userName}" and restricted eq '1'`;
  const answer = await t.users.list({ filter, count: 1 });
  if (answer.status >= 400) return "refused";
  const one = answer.resource?.resources[0];
  return one?.userName === userName ? "found" : "not found";
}

/** Which filters work. */
export const filters: readonly Difference[] = [
  {
    id: "DIFF-FILT-07",
    facts: [
      "FACT-FILTER-02",
      "FACT-FILTER-03",
      "FACT-FILTER-04",
      "FACT-FILTER-05",
      "FACT-FILTER-06",
      "FACT-FILTER-07",
      "FACT-FILTER-28",
    ],
    area: "filters",
    topic: "filters",
    title: "which filters work",
    kind: "observed",
    impact: "silent",
    v1: "userName, email and the displayName of groups work; whether emails does is not known",
    v2: "userName, email, emails, emails.value and the displayName of groups work, though the reference says that filters do not apply",
    source:
      "Java SDK and Hack Club (FACT-FILTER-02, FACT-FILTER-03); runtastic (FACT-FILTER-04); slack-objects (FACT-FILTER-05); authentik (FACT-FILTER-06)",
    clientMustChange:
      'Keep userName eq "…" for users and displayName eq "…" for groups. Find a user by address with email eq "…", which was seen in both versions; emails eq "…" and emails.value eq "…" were seen in 2.0 only. Try any other filter in 2.0 before you rely on it.',
    lesson: lesson(
      "If a filter was ignored or rejected in your organisation, a client that relies on it finds the wrong user or none: page through all users instead, and compare userName or the address in the client.",
      read('/Groups?filter=displayName eq "Engineering"'),
      adaByName,
      read('/Users?filter=email eq "ada@example.com"'),
    ),
    expect: {
      "1.1": {
        userName: "exact",
        email: "exact",
        emails: oneOf("exact", "refused"),
        emailsValue: oneOf("exact", "refused"),
        groupDisplayName: "exact",
      },
      "2.0": {
        userName: "exact",
        email: "exact",
        emails: "exact",
        emailsValue: "exact",
        groupDisplayName: "exact",
      },
    },
    assumes: { facts: ["FACT-FILTER-28"], expect: { "1.1": { emails: "exact" } } },
    safety: "write",
    observe: async (t) => {
      const who = await people(t);
      const { address } = who;
      return {
        userName: await userNameEq(t, who),
        email: await filterResult(t, `email eq "${address.a}"`, "a"),
        emails: await filterResult(t, `emails eq "${address.a}"`, "a"),
        emailsValue: await filterResult(t, `emails.value eq "${address.a}"`, "a"),
        groupDisplayName: await groupByName(t),
      };
    },
  },
  {
    id: "DIFF-FILT-01",
    facts: ["FACT-FILTER-01", "FACT-FILTER-02"],
    area: "filters",
    topic: "filters",
    title: "filtering users",
    kind: "documented",
    impact: "silent",
    v1: "Documented, with its operators",
    v2: "The reference says that filters do not apply; in practice some work (DIFF-FILT-07)",
    source: "Slack reference",
    clientMustChange:
      'Try each filter of your client in 2.0 with a user who exists and one who does not, such as userName eq "ada" and userName eq "nemo". Where it is ignored or rejected, read GET /Users?startIndex=1&count=1000 page by page, and compare userName in the client.',
    lesson: lesson(
      "If userName eq works in both versions of your organisation, keep it, and still compare userName in the result: Slack's reference says that filters do not apply to 2.0.",
      read({ "1.1": '/Users?filter=userName eq "ada"', "2.0": '/Users?filter=userName eq "nemo"' }),
      { "2.0": adaByName["2.0"] },
    ),
    expect: {
      "1.1": { userNameEq: "exact" },
      "2.0": { userNameEq: oneOf("exact", "ignored", "refused") },
    },
    safety: "write",
    observe: async (t) => ({ userNameEq: await userNameEq(t, await people(t)) }),
  },
  {
    id: "DIFF-FILT-02",
    facts: ["FACT-FILTER-01", "FACT-FILTER-08", "FACT-FILTER-09"],
    area: "filters",
    topic: "filters",
    title: "listing guests",
    kind: "documented",
    impact: "breaking",
    v1: "restricted eq '1' finds multi-channel guests, ultra_restricted eq '1' single-channel ones",
    v2: "No documented way; the filter of 1.1 may work, be ignored or be rejected",
    source: "Slack reference",
    clientMustChange:
      "Replace GET /Users?filter=restricted eq '1' with GET /Users?startIndex=1&count=1000, page by page, and keep the users who have a block urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User. Single-channel guests (ultra_restricted eq '1' in 1.1) cannot be told apart in 2.0: no way is documented.",
    lesson: lesson(
      "If the filter of 1.1 still found guests in 2.0, it is not documented there: select by the guest block all the same; without guests in your organisation this row does not concern you.",
      read({ "1.1": "/Users?filter=restricted eq '1'", "2.0": "/Users?startIndex=1&count=1000" }),
    ),
    expect: {
      "1.1": { guest: "found", member: "not found" },
      "2.0": {
        guest: oneOf("found", "not found", "refused"),
        member: oneOf("found", "not found", "refused"),
      },
    },
    safety: "write",
    observe: async (t) => ({
      guest: await asRestricted(t, (await createdGuest(t)).sent.userName),
      member: await asRestricted(t, (await people(t)).name.a),
    }),
  },
];

/** What a filter on the name of a group finds. */
async function groupByName(t: CheckContext): Promise<string> {
  const { id, sent } = await t.createdGroup();
  const filter = `displayName eq "${sent.displayName}"`;
  const search = () => t.groups.list({ filter, count: 10 });
  const answer = await t.poll(
    "a filter finds a new group",
    search,
    ({ status, resource }) => status >= 400 || (resource?.resources.length ?? 0) > 0,
  );
  if (answer.status >= 400) return "refused";
  const ids = (answer.resource?.resources ?? []).map((group) => group.id);
  if (ids.length === 1 && ids[0] === id) return "exact";
  return ids.length > 0 ? "ignored" : "finds no user";
}
