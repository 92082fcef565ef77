import { clause, doc, obs, slackClause } from "../clause.ts";
import { asJson, at, items, typeOf } from "../json.ts";
import { notObserved } from "../not-observed.ts";
import type { Requirement } from "../requirement.ts";
import { Skip } from "../run/stop.ts";
import { type WithValues, withValues } from "../with-values.ts";
import { moreThanCounted, wrongBeyond, wrongCounters } from "./filtered.ts";
import { ids, inQuiet, mayOmitCounters, ofBoth, type Page, page, totalOf } from "./pages.ts";

/** Whether two responses have the same results, with the ids for the message: by what each was asked for. */
function samePage(pages: Readonly<Record<string, Page>>): WithValues {
  const shown = Object.entries(pages).map(([asked, page]) => [`ids ${asked}`, ids(page)] as const);
  const isSame = new Set(shown.map(([, found]) => found.join())).size === 1;
  return withValues(isSame, Object.fromEntries(shown), ...Object.values(pages));
}

export const startIndexes: readonly Requirement[] = [
  {
    title: "`startIndex` is 1-based and defaults to 1",
    area: "pagination",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3.2.2.3-01", doc("FACT-LIST-01")),
      "2.0": slackClause("SLACK-LIST-04", "DOC", "FACT-LIST-01"),
    },
    expect: { users: { said: 1, samePage: true }, groups: { said: 1, samePage: true } },
    check: (t) =>
      ofBoth(t, (kind) =>
        inQuiet(t, kind, async () => {
          const without = await t[kind].list({ count: 3 });
          const first = await t[kind].list({ startIndex: 1, count: 3 });
          const said = asJson(without.resource?.startIndex) ?? null;
          return {
            said:
              said === null && mayOmitCounters(t, without)
                ? notObserved("not-applicable", "a list of one page need not have startIndex")
                : said,
            samePage: samePage({ "without startIndex": without, "at startIndex=1": first }),
          };
        }),
      ),
  },
  {
    title: "`startIndex` in the response is the index of the first result",
    area: "pagination",
    safety: "read",
    versions: { "1.1": clause("SCIM11-API-3.2.2.3-07", obs("FACT-LIST-08")) },
    expect: { said: 2, isTheSecond: true, filtered: [] },
    check: async (t) => ({
      ...(await inQuiet(t, "users", async () => {
        const second = await t.users.list({ startIndex: 2, count: 1 });
        const three = await t.users.list({ count: 3 });
        return {
          said: asJson(second.resource?.startIndex),
          isTheSecond: withValues(
            ids(second)[0] === ids(three)[1],
            { "id at startIndex=2": ids(second)[0], "second id of the list": ids(three)[1] },
            second,
            three,
          ),
        };
      })),
      filtered: await wrongCounters(t, ["startIndex"]),
    }),
  },
  {
    title: "a partial list has startIndex and itemsPerPage",
    area: "pagination",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-3.4.2-04", doc("FACT-LIST-05")) },
    expect: { startIndex: "number", itemsPerPage: "number" },
    check: async (t) => {
      const answer = await page(t, "users", { count: 1 });
      if (mayOmitCounters(t, answer))
        throw new Skip("not-applicable", "the list is too short for several pages");
      const { json } = answer;
      return {
        startIndex: typeOf(at(json, "startIndex")),
        itemsPerPage: typeOf(at(json, "itemsPerPage")),
      };
    },
  },
  {
    title: "a page past the end is empty and has the correct `totalResults`",
    area: "pagination",
    safety: "read",
    versions: { "1.1": clause("SCIM11-API-3.2.2.3-09") },
    expect: { status: 200, results: 0, totalKept: true, filtered: [] },
    check: async (t) => ({
      ...(await inQuiet(t, "users", async () => {
        const total = totalOf(await t.users.list({ count: 1 }));
        const past = await t.users.list({ startIndex: total + 1000, count: 3 });
        return {
          status: past.status,
          results: ids(past).length,
          totalKept: withValues(
            past.resource?.totalResults === total,
            {
              "totalResults before": total,
              "totalResults past the end": at(past.json, "totalResults"),
            },
            past,
          ),
        };
      })),
      filtered: await wrongBeyond(t),
    }),
  },
  {
    title: "a `startIndex` below 1 is interpreted as 1",
    area: "pagination",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-3.4.2.4-01") },
    expect: { sameAtZero: true, sameAtNegative: true },
    check: (t) =>
      inQuiet(t, "users", async () => {
        const first = await t.users.list({ startIndex: 1, count: 3 });
        const sameAt = async (startIndex: number) =>
          samePage({
            "at startIndex=1": first,
            [`at startIndex=${startIndex}`]: await t.users.list({ startIndex, count: 3 }),
          });
        return { sameAtZero: await sameAt(0), sameAtNegative: await sameAt(-5) };
      }),
  },
  {
    title: "`startIndex=0` is accepted",
    area: "pagination",
    safety: "read",
    versions: { "1.1": slackClause("SLACK-LIST-10", "OBS", "FACT-LIST-16") },
    expect: { users: 200, groups: 200 },
    check: async (t) => ({
      users: (await page(t, "users", { startIndex: 0, count: 3 })).status,
      groups: (await page(t, "groups", { startIndex: 0, count: 3 })).status,
    }),
  },
  {
    title: "a negative `count` is interpreted as 0",
    area: "pagination",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-3.4.2.4-03") },
    expect: {
      users: { status: 200, results: 0 },
      groups: { status: 200, results: 0 },
      filtered: [],
    },
    check: async (t) => ({
      ...(await ofBoth(t, async (kind) => {
        const answer = await page(t, kind, { count: -1 });
        return { status: answer.status, results: ids(answer).length };
      })),
      filtered: await moreThanCounted(t, [-1]),
    }),
  },
  {
    title: "a `count` of 0 returns `totalResults` without results",
    area: "pagination",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-3.4.2.4-04") },
    expect: {
      users: { status: 200, results: 0, total: "number" },
      groups: { status: 200, results: 0, total: "number" },
      filtered: [],
    },
    check: async (t) => ({
      ...(await ofBoth(t, async (kind) => {
        const { status, json } = await page(t, kind, { count: 0 });
        return {
          status,
          results: items(at(json, "Resources")).length,
          total: typeOf(at(json, "totalResults")),
        };
      })),
      filtered: await moreThanCounted(t, [0]),
    }),
  },
  {
    title: "unknown query parameters are ignored",
    area: "pagination",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3.2.2-03"),
      "2.0": clause("SCIM20-7644-3.4.2-06"),
    },
    expect: { status: 200, samePage: true },
    check: (t) =>
      inQuiet(t, "users", async () => {
        const known = await t.users.list({ count: 3 });
        const unknown = await t.users.list({ count: 3, query: { zzz: "1" } });
        return {
          status: unknown.status,
          samePage: samePage({ "without zzz": known, "with zzz=1": unknown }),
        };
      }),
  },
];
