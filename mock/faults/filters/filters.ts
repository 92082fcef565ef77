import type { Defects } from "../defects.ts";
import type { Fault } from "../fault.ts";
import { onBody, onError, onRequest, planter } from "../plant.ts";

const plant = planter("filters");
const list = { operation: "list" } as const;

function deciding(flag: keyof Defects) {
  return { defects: { [flag]: true } };
}

/** Rejects filters that match a pattern, as if they were malformed. */
function refusing(look: RegExp) {
  return onRequest(list, (call) => {
    if (look.test(call.query.filter ?? "")) call.query.filter = "(";
  });
}

/** Rejects filters with words that match a pattern but are not spelled as listed. */
function refusingSpelling(look: RegExp, spelled: readonly string[]) {
  return onRequest(list, (call) => {
    const word = look.exec(call.query.filter ?? "")?.[1];
    if (word !== undefined && !spelled.includes(word)) call.query.filter = "(";
  });
}

/** Faults in filters. */
export const filterFaults: readonly Fault[] = [
  plant(
    "filter-eq-matches-part",
    "`eq` matches like `co`",
    { v1: ["SCIM11-API-3.2.2.1-13"], v2: ["SCIM20-7644-3.4.2.2-07"] },
    deciding("filterEqContains"),
  ),
  plant(
    "v2-filter-eq-matches-part",
    "`eq` matches like `co` in v2.0 only",
    { v2: ["SCIM20-7644-3.4.2.2-07", "DIFF-FILT-07"] },
    deciding("filterEqContains"),
  ),
  plant(
    "filter-ignored",
    "Filters are ignored",
    {
      v1: ["SCIM11-API-3.2.2.1-02", "SCIM11-API-3.8-02", "SLACK-FILTER-23"],
      v2: ["SCIM20-7644-3.4.2.2-02", "SLACK-FILTER-23"],
    },
    deciding("filterIgnored"),
  ),
  plant(
    "filter-with-urn-ignored",
    "A filter that names its attribute with the URN is ignored",
    { v1: ["SCIM11-API-3.8-01"], v2: ["SCIM20-7644-3.4.2.2-26"] },
    onRequest(list, (call) => {
      if (/^urn:\S+:userName eq /.test(call.query.filter ?? "")) delete call.query.filter;
    }),
  ),
  plant(
    "filter-value-is-pattern",
    "A dot at the end of a value matches any text, as in a regular expression",
    { v1: ["SCIM11-API-3.2.2.1-02"], v2: ["SCIM20-7644-3.4.2.2-02"] },
    onRequest(list, (call) => {
      const { filter } = call.query;
      if (filter)
        call.query.filter = filter.replace(/^userName eq "([^"]*)\."$/, 'userName sw "$1"');
    }),
  ),
  plant(
    "v2-filter-ignored",
    "Filters are ignored in v2.0 only",
    {
      v2: [
        "SCIM20-7644-3.4.2.2-02",
        "SCIM20-7644-3.4.2.2-01",
        "SCIM20-7644-3.4.2.2-26",
        "SLACK-FILTER-02",
      ],
    },
    deciding("filterIgnored"),
  ),
  plant(
    "filter-case-exact",
    "The comparison of values is case-sensitive",
    { v1: ["SCIM11-API-3.2.2.1-23"], v2: ["SCIM20-7644-3.4.2.2-24"] },
    deciding("filterCaseExact"),
  ),
  plant(
    "filter-and-as-or",
    "`and` works like `or`",
    { v1: ["SCIM11-API-3.2.2.1-11"], v2: ["SCIM20-7644-3.4.2.2-15"] },
    deciding("filterAndAsOr"),
  ),
  plant(
    "filter-or-as-and",
    "`or` works like `and`",
    { v1: ["SCIM11-API-3.2.2.1-11"], v2: ["SCIM20-7644-3.4.2.2-15"] },
    deciding("filterOrAsAnd"),
  ),
  plant(
    "filter-or-binds-tighter",
    "`or` binds tighter than `and`",
    { v1: ["SCIM11-API-3.2.2.1-19"], v2: ["SCIM20-7644-3.4.2.2-19"] },
    deciding("filterOrBindsTighter"),
  ),
  plant(
    "filter-sw-matches-part",
    "`sw` matches like `co`",
    { v1: ["SCIM11-API-3.2.2.1-15"], v2: ["SCIM20-7644-3.4.2.2-10"] },
    deciding("filterSwContains"),
  ),
  plant(
    "filter-co-matches-start",
    "`co` matches like `sw`",
    { v1: ["SCIM11-API-3.2.2.1-14"], v2: ["SCIM20-7644-3.4.2.2-09"] },
    deciding("filterCoStarts"),
  ),
  plant(
    "filter-gt-includes-equal",
    "`gt` matches like `ge`",
    { v1: ["SCIM11-API-3.2.2.1-17"], v2: ["SCIM20-7644-3.4.2.2-13"] },
    deciding("filterGtIncludes"),
  ),
  plant(
    "filter-le-excludes-equal",
    "`le` matches like `lt`",
    { v1: ["SCIM11-API-3.2.2.1-18", "SLACK-PROPERTY-04"], v2: ["SCIM20-7644-3.4.2.2-13"] },
    deciding("filterLeExcludes"),
  ),
  plant(
    "filter-pr-matches-nothing",
    "`pr` matches nothing",
    { v1: ["SCIM11-API-3.2.2.1-16"], v2: ["SCIM20-7644-3.4.2.2-12"] },
    onRequest(list, (call) => {
      const { filter } = call.query;
      if (filter) call.query.filter = filter.replace(/\b(\w+) pr\b/i, '$1 eq "nobody has this"');
    }),
  ),
  plant(
    "filter-misses-second-email",
    "A filter on addresses matches the primary one only",
    { v1: ["SCIM11-API-3.2.2.1-20"], v2: ["SCIM20-7644-3.4.2.2-20"] },
    deciding("filterMissesSecondaryEmail"),
  ),
  plant(
    "filter-ne-accepted",
    "`ne` works, which Slack does not offer",
    { v1: ["SLACK-FILTER-16", "DIFF-FILT-03"], v2: ["DIFF-FILT-03"] },
    deciding("filterNeAccepted"),
  ),
  plant(
    "filter-malformed-lists-nothing",
    "A malformed filter gives 200 with an empty list",
    {
      v1: ["SCIM11-API-3.2.2.1-09", "SLACK-FILTER-12", "SLACK-FILTER-13", "SLACK-FILTER-14"],
      v2: ["SCIM20-7644-3.4.2.2-03"],
    },
    onError(
      (answer) => {
        answer.status = 200;
        answer.body = {
          schemas: [],
          totalResults: 0,
          itemsPerPage: 0,
          startIndex: 1,
          Resources: [],
        };
      },
      400,
      list,
    ),
  ),
  plant(
    "filter-malformed-lists-all",
    "A malformed filter is ignored",
    {
      v1: [
        "SCIM11-API-3.2.2.1-09",
        "SLACK-ERROR-35",
        "SLACK-FILTER-10",
        "SLACK-FILTER-15",
        "SLACK-FILTER-17",
      ],
      v2: ["SCIM20-7644-3.4.2.2-03"],
    },
    onRequest(list, (call) => {
      const isMalformed = !/ (eq|co|sw|gt|ge|lt|le) \S| pr\b/i.test(call.query.filter ?? "");
      if (isMalformed) delete call.query.filter;
    }),
  ),
  plant(
    "filter-malformed-answers-500",
    "A malformed filter gives 500",
    {
      v1: ["SCIM11-API-3.2.2.1-09", "SCIM11-API-3.2.2.1-21", "SCIM11-API-3.8-03"],
      v2: [
        "SCIM20-7644-3.4.2.2-03",
        "SCIM20-7644-3.4.2.2-14",
        "SCIM20-7644-3.4.2.2-21",
        "SCIM20-7644-3.4.2.2-22",
      ],
    },
    onError(
      (answer) => {
        answer.status = 500;
      },
      400,
      list,
    ),
  ),
  plant(
    "filter-operator-unknown-accepted",
    "An unknown operator works like `eq`",
    { v1: ["SCIM11-API-3.2.2.1-22"], v2: ["SCIM20-7644-3.4.2.2-23"] },
    onRequest(list, (call) => {
      const operator = / (?!(?:eq|co|sw|pr|gt|ge|lt|le|and|or) )[a-z]+ (?=["'])/i;
      const { filter } = call.query;
      if (filter) call.query.filter = filter.replace(operator, " eq ");
    }),
  ),
  plant(
    "filter-incomplete-accepted",
    "A filter without a value matches everything",
    { v1: ["SCIM11-API-3.2.2.1-10", "SLACK-FILTER-11"], v2: ["SCIM20-7644-3.4.2.2-04"] },
    onRequest(list, (call) => {
      if (/ (eq|co|sw)$/i.test(call.query.filter ?? "")) delete call.query.filter;
    }),
  ),
  plant(
    "filter-no-match-answers-404",
    "A filter that matches nothing gives 404",
    { v1: ["SCIM11-API-3.2.2-04", "SCIM11-API-3.2.2.1-03"], v2: ["SCIM20-7644-3.4.2-05"] },
    {
      answer(answer, call) {
        const isEmpty = call.operation === "list" && answer.body?.totalResults === 0;
        if (isEmpty) answer.status = 404;
      },
    },
  ),
  plant(
    "filter-total-counts-all",
    "`totalResults` of a filtered list counts all resources",
    { v1: ["SCIM11-API-3.2.2-04"], v2: ["SCIM20-7644-3.4.2-05"] },
    onBody(list, (body, call) => {
      const { users, groups } = call.organization;
      body.totalResults = call.resource === "Users" ? users.length : groups.length;
    }),
  ),
  plant(
    "filter-parentheses-refused",
    "Parentheses are rejected",
    { v1: ["SCIM11-API-3.2.2.1-12"], v2: ["SCIM20-7644-3.4.2.2-17"] },
    refusing(/^\(.*\)/),
  ),
  plant(
    "filter-operator-case-matters",
    "Operators are case-sensitive",
    { v1: ["SCIM11-API-3.2.2.1-08"], v2: ["SCIM20-7644-3.4.2.2-06", "SLACK-FILTER-22"] },
    refusingSpelling(/ (eq|co|sw|pr|gt|ge|lt|le) /i, [
      "eq",
      "co",
      "sw",
      "pr",
      "gt",
      "ge",
      "lt",
      "le",
    ]),
  ),
  plant(
    "filter-attribute-case-matters",
    "Attribute names are case-sensitive",
    { v1: ["SCIM11-API-3.2.2.1-07", "SCIM11-API-3.8-05"], v2: ["SCIM20-7644-3.4.2.2-06"] },
    refusingSpelling(/\b(userName|displayName) /i, ["userName", "displayName"]),
  ),
  plant(
    "filter-bare-value-refused",
    "A value without quotes is rejected",
    { v1: ["SLACK-FILTER-01", "DIFF-FILT-08"], v2: ["DIFF-FILT-08"] },
    refusing(/ eq [^"'\s]/i),
  ),
  plant(
    "filter-single-quotes-refused",
    "A value in single quotes is rejected",
    { v1: ["DIFF-FILT-08", "SLACK-FILTER-03"], v2: ["DIFF-FILT-08"] },
    refusing(/ eq '/i),
  ),
  plant(
    "filter-escapes-not-understood",
    "JSON escapes in values are not decoded",
    { v1: ["SCIM11-API-3.2.2.1-04"], v2: ["SCIM20-7644-3.4.2.2-05"] },
    onRequest(list, (call) => {
      const { filter } = call.query;
      if (filter) call.query.filter = filter.replaceAll("\\u", "\\\\u");
    }),
  ),
  plant(
    "v1-filter-address-finds-local-part",
    "A filter on `userName` with an e-mail address finds the user named by its local part in v1.1",
    { v1: ["DIFF-USER-05"] },
    onRequest(list, (call) => {
      const { filter } = call.query;
      if (filter !== undefined)
        call.query.filter = filter.replace(/^(userName eq "[^"@]*)@[^"]*"$/, '$1"');
    }),
  ),
  plant(
    "v1-filter-email-refused",
    "A filter on `email` is rejected in v1.1",
    { v1: ["SLACK-FILTER-02", "DIFF-FILT-07"] },
    refusing(/^emails? /i),
  ),
  plant(
    "v2-filter-email-refused",
    "A filter on `email`, the name of v1.1, is rejected in v2.0",
    { v2: ["SLACK-FILTER-02", "DIFF-FILT-07"] },
    refusing(/^email /i),
  ),
  plant(
    "v2-filter-emails-refused",
    "A filter on `emails` is rejected in v2.0",
    { v2: ["SLACK-FILTER-20", "DIFF-FILT-07"] },
    refusing(/^emails /i),
  ),
  plant(
    "v2-filter-emails-value-refused",
    "A filter on `emails.value` is rejected in v2.0",
    { v2: ["SLACK-FILTER-21", "DIFF-FILT-07"] },
    refusing(/^emails\.value /i),
  ),
  plant(
    "group-filter-refused",
    "A filter on groups is rejected",
    {
      v1: ["SLACK-FILTER-04", "SLACK-GROUP-06"],
      v2: ["SLACK-FILTER-04", "DIFF-FILT-07", "SLACK-GROUP-06"],
    },
    refusing(/^displayName /i),
  ),
];
