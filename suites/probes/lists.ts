import type { ListPage, Outcome, SearchOptions } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { at } from "../json.ts";
import type { Probe } from "../probe.ts";
import type { CheckContext } from "../run/check-context.ts";

type Page = Outcome<ListPage<NeutralUser>>;

const listOfOne = (t: CheckContext) => t.once("one user", () => t.users.search({ count: 1 }));
const sizeOf = ({ resource }: Page): number => resource?.resources.length ?? 0;
const counters = ["totalResults", "itemsPerPage", "startIndex"];

/** What a page is like that was asked for with an odd value. */
async function oddPage(t: CheckContext, options: SearchOptions): Promise<string> {
  const page = await t.users.search(options);
  if (page.status >= 500) return "fails";
  if (page.status >= 400) return "refused";
  return sizeOf(page) > 0 ? "entries" : "no entries";
}

/** What became of a parameter that selects attributes. */
function selection(json: unknown, left: string): string {
  return at(json, left) === undefined ? "honoured" : "ignored";
}

/** Lists: parts (b) and (c) of the catalogue, and the control. */
export const listProbes: readonly Probe[] = [
  {
    id: "DIFF-LIST-01",
    safety: "read",
    observe: async (t) => {
      const { json } = await listOfOne(t);
      const names = Object.keys((json ?? {}) as object);
      const first = Math.min(...counters.map((name) => names.indexOf(name)).filter((i) => i >= 0));
      return { first: names.indexOf("schemas") < first ? "schemas" : "counters" };
    },
  },
  {
    id: "DIFF-PAGE-01",
    safety: "read",
    observe: async (t) => ({
      startIndexZero: await oddPage(t, { startIndex: 0, count: 1 }),
      startIndexNegative: await oddPage(t, { startIndex: -1, count: 1 }),
      countZero: await oddPage(t, { count: 0 }),
      countNegative: await oddPage(t, { count: -1 }),
    }),
  },
  {
    id: "DIFF-PAGE-02",
    safety: "read",
    observe: async (t) => {
      const there = (json: unknown) => counters.filter((name) => at(json, name) !== undefined);
      const groups = await t.groups.search({ count: 1 });
      return { users: there((await listOfOne(t)).json), groups: there(groups.json) };
    },
  },
  {
    id: "DIFF-ATTR-01",
    safety: "read",
    observe: async (t) => {
      const { id } = await t.givenGroup();
      const { json } = await t.groups.read(id, { query: { excludedAttributes: "members" } });
      return { excludedAttributes: selection(json, "members") };
    },
  },
  {
    id: "DIFF-ATTR-02",
    safety: "read",
    observe: async (t) => {
      const { id } = await t.givenUser();
      const { json } = await t.users.read(id, { query: { attributes: "userName" } });
      return { attributes: selection(json, "emails") };
    },
  },
  {
    id: "SAME-02",
    safety: "read",
    observe: async (t) => {
      const plain = await t.users.search();
      const capped = await t.users.search({ count: 1001 });
      const second = await t.users.search({ startIndex: 2, count: 2 });
      const total = Number(plain.resource?.totalResults);
      return {
        withoutCount: sizeOf(plain) === Math.min(10, total) ? "10, or all" : sizeOf(plain),
        overTheCap:
          capped.status === 200 && sizeOf(capped) <= 1000 ? "at most 1,000" : capped.status,
        startIndex: Number(second.resource?.startIndex),
        itemsPerPage:
          second.resource?.itemsPerPage === sizeOf(second)
            ? "the number returned"
            : "another number",
        pages: (await pagesMeet(t)) ? "follow each other" : "overlap or leave out",
      };
    },
  },
];

/** Whether the third user of the list is the first from there on; asks again while the list changes. */
function pagesMeet(t: CheckContext): Promise<boolean> {
  return t.poll(
    async () => {
      const first = await t.users.search({ startIndex: 1, count: 3 });
      const next = await t.users.search({ startIndex: 3, count: 1 });
      return first.resource?.resources[2]?.id === next.resource?.resources[0]?.id;
    },
    (meet) => meet,
  );
}
