import { clause, doc, obs, slackClause } from "../clause.ts";
import { type Json, oneOf } from "../expectation.ts";
import { asJson, typeOf } from "../json.ts";
import { notObserved } from "../not-observed.ts";
import type { Requirement } from "../requirement.ts";
import { type WithValues, withValues } from "../with-values.ts";
import { moreThanCounted, wrongCounters, wrongPages, wrongTotals } from "./filtered.ts";
import {
  ids,
  inQuiet,
  kindsOf,
  lengthOf,
  mayOmitCounters,
  ofBoth,
  type Page,
  page,
  totalOf,
  walk,
} from "./pages.ts";

/** Slack's default and maximum page size (FACT-LIST-02, FACT-LIST-03). */
const [defaultSize, largest] = [10, 1000];

/** Of a page with fewer results than were asked for, the number that Slack returns is not known. */
const eitherNumber = oneOf("as returned", "as asked for");
const mayBeAsked = "itemsPerPage of the last page may be the number asked for (FACT-LIST-23)";

/** Whether a page has as many results as there are, up to a size. */
function sized(answer: Page, size: number): WithValues {
  const [returned, total] = [ids(answer).length, totalOf(answer)];
  const values = { totalResults: total, "results returned": returned };
  return withValues(returned === Math.min(size, total), values, answer);
}

export const counts: readonly Requirement[] = [
  {
    title: "no more results than `count` are returned",
    area: "pagination",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3.2.2.3-02", doc("FACT-LIST-25")),
      "2.0": clause("SCIM20-7644-3.4.2.4-02", doc("FACT-LIST-25")),
    },
    expect: { users: [], groups: [], filtered: [] },
    check: async (t) => {
      // In 2.0 a count of 0 has another rule (RFC 7644 §3.4.2.4); in 1.1 it is a number like any other.
      const fewest = t.version === "1.1" ? [0] : [];
      return {
        ...(await ofBoth(t, async (kind) => {
          const tooMany: Json[] = [];
          for (const count of [...fewest, 1, 2, 3, largest]) {
            const returned = ids(await page(t, kind, { count })).length;
            if (returned > count) tooMany.push({ count, returned });
          }
          return tooMany;
        })),
        filtered: await moreThanCounted(t, [...fewest, 1, 2]),
      };
    },
  },
  {
    title: "without `count` the provider chooses the page size",
    area: "pagination",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3.2.2.3-04", doc("FACT-LIST-02")),
      "2.0": clause("SCIM20-7644-3.4.2.4-05", doc("FACT-LIST-02")),
    },
    expect: { users: true, groups: true },
    check: (t) =>
      ofBoth(t, async (kind) => {
        const answer = await page(t, kind);
        const size = ids(answer).length;
        const total = totalOf(answer);
        const fits = total === 0 ? size === 0 : size > 0 && size <= total;
        return withValues(fits, { totalResults: total, "results returned": size }, answer);
      }),
  },
  {
    title: "the default page size is 10",
    area: "pagination",
    safety: "read",
    versions: {
      "1.1": slackClause("SLACK-LIST-01", "DOC", "FACT-LIST-02"),
      "2.0": slackClause("SLACK-LIST-01", "DOC", "FACT-LIST-02"),
    },
    expect: { users: true, groups: true },
    check: (t) =>
      ofBoth(t, async (kind) => {
        const answer = await page(t, kind);
        return sized(answer, defaultSize);
      }),
  },
  {
    title: "a `count` above the maximum page size is capped, not rejected",
    area: "pagination",
    safety: "read",
    versions: {
      "1.1": slackClause("SLACK-LIST-02", "DOC", "FACT-LIST-04"),
      "2.0": clause("SCIM20-7644-3.4.2.4-08", doc("FACT-LIST-04")),
    },
    expect: { status: 200, hasResults: true },
    check: async (t) => {
      await t.sharedUser();
      const answer = await t.poll(
        "a list contains any user",
        () => t.users.list({ count: 5 * largest }),
        (list) => list.status >= 400 || ids(list).length > 0,
      );
      const returned = ids(answer).length;
      return { status: answer.status, hasResults: withValues(returned > 0, { returned }, answer) };
    },
  },
  {
    title: "the maximum page size is 1000",
    area: "pagination",
    safety: "read",
    versions: {
      "1.1": slackClause("SLACK-LIST-03", "DOC", "FACT-LIST-03"),
      "2.0": slackClause("SLACK-LIST-03", "DOC", "FACT-LIST-03"),
    },
    expect: { at: true, above: true },
    check: async (t) => {
      const full = async (count: number) => {
        const answer = await page(t, "users", { count });
        return sized(answer, largest);
      };
      return { at: await full(largest), above: await full(5 * largest) };
    },
  },
  {
    title: "`itemsPerPage` and `startIndex` match the returned page",
    area: "pagination",
    safety: "read",
    versions: {
      "1.1": {
        ...clause(
          "SCIM11-API-3.2.2.3-05",
          obs(
            "FACT-LIST-07",
            { itemsPerPage: [], ofShortPage: eitherNumber, filtered: [] },
            mayBeAsked,
          ),
        ),
        // The other counter has its own rule: SCIM11-API-3.2.2.3-07.
        expect: { itemsPerPage: [], ofShortPage: "as returned", filtered: [] },
      },
      "2.0": clause(
        "SCIM20-7644-3.4.2.4-06",
        obs(
          "FACT-LIST-07",
          { itemsPerPage: [], ofShortPage: eitherNumber, startIndex: 2, filtered: [] },
          mayBeAsked,
        ),
      ),
    },
    expect: { itemsPerPage: [], ofShortPage: "as returned", startIndex: 2, filtered: [] },
    check: async (t) => {
      const wrong: Json[] = [];
      let asked = false;
      for (const kind of await kindsOf(t)) {
        for (const options of [{}, { count: 1 }, { startIndex: 2, count: 3 }]) {
          const answer = await page(t, kind, options);
          const said = answer.resource?.itemsPerPage;
          const returned = ids(answer).length;
          if (said === undefined && mayOmitCounters(t, answer)) continue;
          const { count = defaultSize } = options;
          if (returned < count && said === count) asked = true;
          else if (said !== returned) wrong.push({ kind, said: asJson(said) ?? null, returned });
        }
      }
      const later = await page(t, "users", { startIndex: 2, count: 3 });
      return {
        itemsPerPage: wrong,
        ofShortPage: asked ? "as asked for" : "as returned",
        startIndex: asJson(later.resource?.startIndex),
        filtered: await wrongCounters(
          t,
          t.version === "1.1" ? ["itemsPerPage"] : ["itemsPerPage", "startIndex"],
        ),
      };
    },
  },
  {
    title: "`totalResults` counts all matches, not those of the page",
    area: "pagination",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3.2.2.3-06", doc("FACT-LIST-09")),
      "2.0": clause("SCIM20-7644-3.4.2-02", doc("FACT-LIST-09")),
    },
    expect: {
      users: { type: "number", samePerPage: true, countsAll: true },
      groups: { type: "number", samePerPage: true, countsAll: true },
      filtered: [],
    },
    check: async (t) => ({
      ...(await ofBoth(t, (kind) =>
        inQuiet(t, kind, async () => {
          const whole = await t[kind].list({ count: largest });
          const all = ids(whole).length;
          const others = [
            await t[kind].list({ count: 1 }),
            await t[kind].list({ startIndex: 2, count: 3 }),
          ];
          const total = whole.resource?.totalResults;
          return {
            type: typeOf(total),
            samePerPage: withValues(
              others.every(({ resource }) => resource?.totalResults === total),
              {
                "totalResults of the whole list": total,
                "totalResults of pages": others.map(
                  ({ resource }) => resource?.totalResults ?? null,
                ),
              },
              ...others,
            ),
            countsAll:
              Number(total) > largest
                ? notObserved("not-applicable", `there are more than ${largest} results`)
                : withValues(
                    total === all ||
                      (!t.provider.shows.fullPages && total === (await lengthOf(t, kind, largest))),
                    { totalResults: total, "results returned": all },
                    whole,
                  ),
          };
        }),
      )),
      filtered: await wrongTotals(t),
    }),
  },
  {
    title: "consecutive pages cover the list without gaps or duplicates",
    area: "pagination",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3.2.2.3-08", doc("FACT-LIST-11")),
      "2.0": clause("SCIM20-7644-3.4.2.4-07", doc("FACT-LIST-11")),
    },
    expect: {
      startInTwos: { missing: 0, twice: 0, inOrder: true },
      startInFives: { missing: 0, twice: 0, inOrder: true },
      end: { missing: 0, twice: 0, inOrder: true },
      filtered: [],
    },
    check: async (t) => {
      const total = totalOf(await page(t, "users", { count: 1 }));
      const start = { from: 1, length: Math.min(total, 12) };
      const end = { from: Math.max(1, total - 8), length: Math.min(total, 9) };
      const asked = async (stretch: { from: number; length: number }, size: number) => ({
        ...(await walk(t, "users", { ...stretch, size })),
      });
      return {
        startInTwos: await asked(start, 2),
        startInFives: await asked(start, 5),
        end: await asked(end, 4),
        filtered: await wrongPages(t),
      };
    },
  },
];
