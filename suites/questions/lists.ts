import { question } from "../clause.ts";

import { asJson, at, items } from "../json.ts";
import { ids, page, totalOf } from "../pagination/pages.ts";
import type { Requirement } from "../requirement.ts";
import { blocked } from "../run/stop.ts";
import { fullUser } from "../users/samples.ts";
import { withValues } from "../with-values.ts";

/** What is not known of pages. */
export const listQuestions: readonly Requirement[] = [
  {
    title: "itemsPerPage of the last page is the number of its results, not the number asked for",
    area: "pagination",
    safety: "read",
    versions: {
      "1.1": question("SLACK-OPEN-09", "FACT-LIST-23"),
      "2.0": question("SLACK-OPEN-09", "FACT-LIST-23"),
    },
    expect: { itemsPerPage: "as returned" },
    check: async (t) => {
      const total = totalOf(await page(t, "users", { count: 1 }));
      // More are asked for than are left, also when a user is created meanwhile.
      const asked = 50;
      const startIndex = Math.max(1, total);
      const answer = await t.users.list({ startIndex, count: asked });
      const said = answer.resource?.itemsPerPage;
      const returned = ids(answer).length;
      if (returned >= asked) throw blocked("the list grows: the last page was not seen");
      const words = said === returned ? "as returned" : said === asked ? "as asked for" : "neither";
      return { itemsPerPage: withValues(words, { itemsPerPage: said, returned, asked }, answer) };
    },
  },
  {
    title: "GET of a group returns all members, whatever startIndex and count say",
    area: "groups",
    safety: "write",
    versions: {
      "1.1": question("SLACK-OPEN-10", "FACT-LIST-24"),
      "2.0": question("SLACK-OPEN-10", "FACT-LIST-24"),
    },
    expect: { members: "all" },
    check: async (t) => {
      const members = [(await t.createdUser()).id, (await fullUser(t)).id];
      return t.fixtures.leaseGroup(async ({ id, sent }) => {
        const whole = await t.pollAfter(
          await t.groups.replace(id, { ...sent, members: members.map((value) => ({ value })) }),
          "a group shows what a PUT changed",
          () => t.groups.get(id),
          ({ resource }) => resource?.members?.length === members.length,
        );
        if (whole.resource?.members?.length !== members.length)
          throw blocked("the group does not show its members");
        const { json } = await t.groups.get(id, { query: { startIndex: "1", count: "1" } });
        const shown = items(at(json, "members")).length;
        return {
          members: shown === members.length ? "all" : shown === 1 ? "a page" : "others",
          totalResults: asJson(at(json, "totalResults")),
        };
      });
    },
  },
];
