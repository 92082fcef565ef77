import type { ListPage, Outcome, SearchOptions } from "../../../client/index.ts";
import type { NeutralUser } from "../../../schemas/index.ts";
import { oneOf } from "../../expectation.ts";
import { at } from "../../json.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { blocked } from "../../run/stop.ts";
import { type Difference, sameInBoth, sayingBoth } from "../difference.ts";
import { lesson, read } from "../lesson.ts";
import { allUsers, oneUser, readAda, team } from "../lesson-steps.ts";
import { counters, listOfOne } from "../probing/shared-reads.ts";

type Page = Outcome<ListPage<NeutralUser>>;

const sizeOf = ({ resource }: Page): number => resource?.resources.length ?? 0;

/** The page that a request with an odd value returns. */
async function oddPage(t: CheckContext, options: SearchOptions): Promise<string> {
  const page = await t.users.list(options);
  if (page.status >= 500) return "fails";
  if (page.status >= 400) return "refused";
  return sizeOf(page) > 0 ? "entries" : "no entries";
}

/** The effect of a parameter that selects attributes. */
function selection(json: unknown, left: string): string {
  return at(json, left) === undefined ? "honoured" : "ignored";
}

function anyPage() {
  const any = oneOf("entries", "no entries", "refused");
  return { startIndexZero: any, startIndexNegative: any, countZero: any, countNegative: any };
}

/** FACT-LIST-17, FACT-LIST-18. */
const assumedPage = {
  startIndexZero: "entries",
  startIndexNegative: "entries",
  countZero: "no entries",
  countNegative: "no entries",
};

/** List responses, pages and the selection of attributes. */
export const lists: readonly Difference[] = [
  {
    id: "DIFF-PAGE-01",
    facts: ["FACT-LIST-16", "FACT-LIST-17", "FACT-LIST-18"],
    area: "pagination",
    topic: "lists",
    title: "out-of-range values of startIndex and count",
    kind: "assumed",
    impact: "silent",
    v1: "Not defined; Slack's behaviour is not known",
    v2: "A startIndex below 1 counts as 1, a negative count as 0, and a count of 0 requests only totals; Slack's behaviour is not known",
    source: "RFC 7644 §3.4.2.4",
    clientMustChange:
      "Send startIndex=1 or more, and a count from 1 to 1000. What a negative startIndex, count=0 or a negative count returns is not known in either version.",
    lesson: lesson(
      "What odd values return stays open for your organisation; a client that sends positive values need not know.",
      read("/Users?startIndex=1&count=100"),
    ),
    expect: { "1.1": anyPage(), "2.0": anyPage() },
    assumes: {
      facts: ["FACT-LIST-17", "FACT-LIST-18"],
      expect: { "1.1": assumedPage, "2.0": assumedPage },
    },
    safety: "read",
    observe: async (t) => ({
      startIndexZero: await oddPage(t, { startIndex: 0, count: 1 }),
      startIndexNegative: await oddPage(t, { startIndex: -1, count: 1 }),
      countZero: await oddPage(t, { count: 0 }),
      countNegative: await oddPage(t, { count: -1 }),
    }),
  },
  {
    id: "DIFF-PAGE-03",
    facts: ["FACT-LIST-16", "FACT-LIST-17"],
    area: "pagination",
    topic: "lists",
    title: "pages in steps from startIndex=0",
    kind: "observed",
    impact: "silent",
    v1: "Accepted. Assumed: 0 counts as 1, so pages of 100 from 0, 100, 200 … read row 100 twice, and miss the last row where the total is a multiple of 100",
    v2: "Not known; RFC 7644 counts 0 as 1, with the same effect",
    source: "a client that pages from 0 (FACT-LIST-16, FACT-LIST-17); RFC 7644 §3.4.2.4",
    clientMustChange:
      "Set startIndex=1 for the first page, not startIndex=0; after each page add the number of Resources received, not the count requested, and stop when totalResults rows are read. Until then drop repeated ids, and do not count rows: that steps from 0 read row 100 twice is assumed, not known.",
    lesson: lesson(
      "If startIndex=0 read each row once in both versions, your old steps do no harm today; begin with 1 all the same, as both standards count from 1.",
      read({ "1.1": "/Users?startIndex=0&count=100", "2.0": "/Users?startIndex=1&count=100" }),
      read({ "1.1": "/Users?startIndex=100&count=100", "2.0": "/Users?startIndex=101&count=100" }),
    ),
    expect: {
      "1.1": { row: oneOf("read twice", "read once", "first left out") },
      "2.0": { row: oneOf("read twice", "read once", "first left out", "refused") },
    },
    assumes: {
      facts: ["FACT-LIST-17"],
      expect: { "1.1": { row: "read twice" }, "2.0": { row: "read twice" } },
    },
    safety: "read",
    observe: async (t) => ({ row: await stepsFromZero(t) }),
  },
  {
    id: "DIFF-PAGE-02",
    facts: ["FACT-LIST-05", "FACT-DISCOVERY-34"],
    area: "pagination",
    topic: "lists",
    title: "the counters of a list response",
    kind: "documented",
    impact: "silent",
    v1: "Not required by the standard; Slack sends all three",
    v2: "Required by the RFC; Slack sends all three, except for resource types (DIFF-RT-02)",
    source: "RFC 7644 §3.4.2; Slack reference",
    clientMustChange:
      "Keep reading totalResults, startIndex and itemsPerPage of users and groups, which both versions send. In any other list of 2.0, such as GET /ResourceTypes (DIFF-RT-02), count Resources where totalResults is missing.",
    lesson: lesson(
      "If counters were missing, end when a page returns no Resources; if it was not probed, let the parser of lists accept a missing totalResults.",
      oneUser,
      read("/Groups?count=1"),
    ),
    ...sameInBoth({
      users: ["totalResults", "itemsPerPage", "startIndex"],
      groups: ["totalResults", "itemsPerPage", "startIndex"],
    }),
    safety: "read",
    observe: async (t) => {
      const there = (json: unknown) => counters.filter((name) => at(json, name) !== undefined);
      const groups = await t.groups.list({ count: 1 });
      return { users: there((await listOfOne(t)).json), groups: there(groups.json) };
    },
  },
  {
    id: "DIFF-ATTR-01",
    facts: ["FACT-FORMAT-14"],
    area: "representation",
    topic: "attribute selection",
    title: "excludedAttributes",
    kind: "assumed",
    impact: "silent",
    v1: "Not in the standard",
    v2: "Required by the RFC; Slack is not known to honour it",
    source: "RFC 7644 §3.4.2.5",
    clientMustChange:
      "Expect all members in GET /Groups/{id}, and do not rely on excludedAttributes=members. The RFC requires the parameter in 2.0; Slack is assumed to ignore it in both versions.",
    lesson: lesson(
      "Whether Slack honours the parameter stays open for your organisation; a client that expects all members works either way.",
      team,
    ),
    expect: {
      "1.1": { excludedAttributes: oneOf("ignored", "honoured") },
      "2.0": { excludedAttributes: oneOf("ignored", "honoured") },
    },
    assumes: {
      facts: ["FACT-FORMAT-14"],
      expect: {
        "1.1": { excludedAttributes: "ignored" },
        "2.0": { excludedAttributes: "ignored" },
      },
    },
    safety: "read",
    observe: async (t) => {
      const { id } = await t.sharedGroup();
      const { json } = await t.groups.get(id, { query: { excludedAttributes: "members" } });
      return { excludedAttributes: selection(json, "members") };
    },
  },
  {
    id: "DIFF-ATTR-02",
    facts: ["FACT-FORMAT-14"],
    area: "representation",
    topic: "attribute selection",
    title: "attributes",
    kind: "assumed",
    impact: "silent",
    v1: "Optional in the standard; Slack is not known to honour it",
    v2: "Required by the RFC; Slack is not known to honour it",
    source: "SCIM 1.1 §3.7; RFC 7644 §3.9",
    clientMustChange:
      "Expect whole users in GET /Users, and do not rely on attributes=userName. The RFC requires the parameter in 2.0; Slack is assumed to ignore it in both versions.",
    lesson: lesson(
      "Whether Slack honours the parameter stays open for your organisation; a client that expects whole users works either way.",
      readAda,
    ),
    expect: {
      "1.1": { attributes: oneOf("ignored", "honoured") },
      "2.0": { attributes: oneOf("ignored", "honoured") },
    },
    assumes: {
      facts: ["FACT-FORMAT-14"],
      expect: { "1.1": { attributes: "ignored" }, "2.0": { attributes: "ignored" } },
    },
    safety: "read",
    observe: async (t) => {
      const { id } = await t.sharedUser();
      const { json } = await t.users.get(id, { query: { attributes: "userName" } });
      return { attributes: selection(json, "emails") };
    },
  },
  {
    id: "DIFF-LIST-01",
    facts: ["FACT-FORMAT-17"],
    area: "pagination",
    topic: "lists",
    title: "the order of the members of a list response",
    kind: "observed",
    impact: "cosmetic",
    v1: "The counters come first",
    v2: "schemas comes first, the counters last",
    source: "recorded answers; Slack reference",
    clientMustChange:
      "Read totalResults, startIndex, itemsPerPage and Resources by name, not by position: 1.1 sends the counters first, 2.0 sends schemas first. Parse the whole body before you use it.",
    lesson: lesson(
      "The order of members has no meaning in JSON and may change; only a client that reads by position is affected.",
      oneUser,
    ),
    expect: { "1.1": { first: "counters" }, "2.0": { first: "schemas" } },
    safety: "read",
    observe: async (t) => {
      const { json } = await listOfOne(t);
      const names = Object.keys((json ?? {}) as object);
      const first = Math.min(...counters.map((name) => names.indexOf(name)).filter((i) => i >= 0));
      return { first: names.indexOf("schemas") < first ? "schemas" : "counters" };
    },
  },
  {
    id: "SAME-02",
    facts: ["FACT-LIST-01", "FACT-LIST-02", "FACT-LIST-03", "FACT-LIST-04", "FACT-LIST-08"],
    area: "pagination",
    topic: "lists",
    title: "pages have the same size, cap and counters",
    kind: "documented",
    impact: "silent",
    ...sayingBoth("10 without count, at most 1,000, startIndex counts from 1 and is echoed"),
    source: "Slack reference; Slack changelog of June 2019; Java SDK",
    clientMustChange:
      "Keep your startIndex and count: without count a page has 10 results, a count above 1000 is read as 1000, and startIndex counts from 1, in both versions.",
    lesson: lesson(
      "If pages differed, take the next startIndex from the number of Resources received, never from the count requested; then no user is left out whatever the size of a page.",
      allUsers,
    ),
    ...sameInBoth({
      withoutCount: "10, or all",
      overTheCap: "at most 1,000",
      startIndex: 2,
      itemsPerPage: "the number returned",
      pages: "follow each other",
    }),
    safety: "read",
    observe: async (t) => {
      const plain = await t.users.list();
      const capped = await t.users.list({ count: 1001 });
      const second = await t.users.list({ startIndex: 2, count: 2 });
      const total = Number(plain.resource?.totalResults);
      return {
        withoutCount: sizeOf(plain) === Math.min(10, total) ? "10, or all" : sizeOf(plain),
        overTheCap:
          capped.status === 200 && sizeOf(capped) <= 1000 ? "at most 1,000" : capped.status,
        startIndex: Number(second.resource?.startIndex),
        // Of a page with fewer results than were asked for it is not known (FACT-LIST-23).
        itemsPerPage: [sizeOf(second), 2].includes(Number(second.resource?.itemsPerPage))
          ? "the number returned"
          : "another number",
        pages: (await pagesMeet(t)) ? "follow each other" : "overlap or leave out",
      };
    },
  },
];

/**
 * Whether a page that starts at the third user begins with that user; repeated while the list
 * changes.
 */
function pagesMeet(t: CheckContext): Promise<boolean> {
  return t.poll(
    "pages of a list follow each other",
    async () => {
      const first = await t.users.list({ startIndex: 1, count: 3 });
      const next = await t.users.list({ startIndex: 3, count: 1 });
      return first.resource?.resources[2]?.id === next.resource?.resources[0]?.id;
    },
    (meet) => meet,
  );
}

/**
 * What becomes of a row where pages of two begin at 0 and 2: the second row is `read twice` if 0
 * counts as 1. Repeated while the list changes.
 */
function stepsFromZero(t: CheckContext): Promise<string> {
  const idsOf = ({ resource }: Page) => (resource?.resources ?? []).map(({ id }) => id);
  return t.poll(
    "pages of a list follow each other",
    async () => {
      const [one, two, three] = idsOf(await t.users.list({ startIndex: 1, count: 3 }));
      if (three === undefined) throw blocked("the list has fewer than three users");
      const zero = await t.users.list({ startIndex: 0, count: 2 });
      if (zero.status >= 400) return zero.status >= 500 ? "fails" : "refused";
      const read = [...idsOf(zero), ...idsOf(await t.users.list({ startIndex: 2, count: 2 }))];
      const begins = (...ids: unknown[]) => ids.every((id, index) => read[index] === id);
      if (begins(one, two, two, three)) return "read twice";
      if (begins(one, two, three)) return "read once";
      return begins(two, three) ? "first left out" : "another page";
    },
    (seen) => seen !== "another page",
  );
}
