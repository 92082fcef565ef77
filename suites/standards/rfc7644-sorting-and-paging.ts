import type { Statement } from "./statement.ts";

/** RFC 7644 §3.4.2.3 to §3.4.3: sorting, pagination, selection of attributes, queries by POST. */
export const rfc7644SortingAndPaging: readonly Statement[] = [
  [
    "SCIM20-7644-3.4.2.3-01",
    "OPTIONAL",
    "Sorting is OPTIONAL, and sort.supported of the configuration announces it.",
  ],
  [
    "SCIM20-7644-3.4.2.3-02",
    "SHALL",
    "A service provider SHALL order the results by the attribute in sortBy, in ascending order unless sortOrder says otherwise.",
  ],
  [
    "SCIM20-7644-3.4.2.3-03",
    "MUST",
    "The order MUST follow the type of the attribute: Unicode order, which ignores case unless the attribute is caseExact.",
  ],
  [
    "SCIM20-7644-3.4.2.3-04",
    "MUST*",
    "Resources without a value for the attribute in sortBy come last in ascending order and first in descending order.",
  ],
  [
    "SCIM20-7644-3.4.2.3-05",
    "MUST*",
    "The values of sortOrder are ascending and descending; any other is rejected.",
  ],
  ["SCIM20-7644-3.4.2.4-01", "SHALL", "A service provider SHALL treat a startIndex below 1 as 1."],
  [
    "SCIM20-7644-3.4.2.4-02",
    "MUST",
    "A service provider MUST NOT return more results than count allows.",
  ],
  ["SCIM20-7644-3.4.2.4-03", "SHALL", "A service provider SHALL treat a negative count as 0."],
  [
    "SCIM20-7644-3.4.2.4-04",
    "MUST*",
    "A query with count 0 returns totalResults and no resources.",
  ],
  [
    "SCIM20-7644-3.4.2.4-05",
    "MAY",
    "A service provider MAY choose the maximum number of results for a query without count.",
  ],
  [
    "SCIM20-7644-3.4.2.4-06",
    "MUST*",
    "In a list response, itemsPerPage is the number of resources that it contains and startIndex the index of the first.",
  ],
  [
    "SCIM20-7644-3.4.2.4-07",
    "MUST*",
    "While nothing changes, consecutive pages contain each result once.",
  ],
  [
    "SCIM20-7644-3.4.2.4-08",
    "MUST*",
    "A count above the limit of the service provider yields fewer results, not an error.",
  ],
  [
    "SCIM20-7644-3.4.2.5-01",
    "MUST",
    "A service provider MUST support the query parameter attributes.",
  ],
  [
    "SCIM20-7644-3.4.2.5-02",
    "MUST",
    "A service provider MUST support the query parameter excludedAttributes.",
  ],
  [
    "SCIM20-7644-3.4.2.5-03",
    "SHALL",
    "The parameter excludedAttributes SHALL NOT remove attributes that are declared as returned always.",
  ],
  [
    "SCIM20-7644-3.4.3-01",
    "SHALL",
    "A POST to a SCIM endpoint with /.search appended SHALL be processed as a query.",
  ],
  [
    "SCIM20-7644-3.4.3-02",
    "MUST",
    "A query by POST MUST have the schema URI urn:ietf:params:scim:api:messages:2.0:SearchRequest in schemas.",
  ],
  [
    "SCIM20-7644-3.4.3-03",
    "MUST*",
    "A query by POST returns the same results as GET with the same parameters.",
  ],
];
