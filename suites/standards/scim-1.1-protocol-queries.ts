import type { Statement } from "./statement.ts";

/** SCIM 1.1 protocol §3.2: reading resources, lists, filters, sorting and pagination. */
export const scim11ProtocolQueries: readonly Statement[] = [
  [
    "SCIM11-API-3.2-01",
    "MUST",
    "A service provider MUST return id and meta of a resource, whatever other attributes it returns.",
  ],
  [
    "SCIM11-API-3.2.1-01",
    "MUST*",
    "GET of an existing resource returns 200 OK with the resource in the body.",
  ],
  [
    "SCIM11-API-3.2.1-02",
    "MUST*",
    "Two reads of a resource that does not change in between return the same representation.",
  ],
  [
    "SCIM11-API-3.2.2-01",
    "MUST*",
    "A list response contains schemas, totalResults and the array Resources.",
  ],
  [
    "SCIM11-API-3.2.2-02",
    "MAY",
    "A service provider MAY support query parameters beyond those of the text.",
  ],
  [
    "SCIM11-API-3.2.2-03",
    "SHOULD",
    "A service provider SHOULD ignore query parameters that it does not know.",
  ],
  ["SCIM11-API-3.2.2-04", "MUST*", "A query without a match succeeds with totalResults 0."],
  [
    "SCIM11-API-3.2.2.1-01",
    "OPTIONAL",
    "Filtering is OPTIONAL, and filter.supported of the configuration announces it.",
  ],
  [
    "SCIM11-API-3.2.2.1-02",
    "SHALL",
    "A service provider SHALL return only those resources that match the filter.",
  ],
  ["SCIM11-API-3.2.2.1-03", "MUST*", "A string in a filter is in double quotes."],
  [
    "SCIM11-API-3.2.2.1-04",
    "MUST",
    "A string in a filter MUST be a valid JSON string, escape sequences included.",
  ],
  [
    "SCIM11-API-3.2.2.1-05",
    "MUST*",
    "A Boolean value in a filter is true or false, without quotes.",
  ],
  [
    "SCIM11-API-3.2.2.1-06",
    "MUST*",
    "A DateTime in a filter is in double quotes and is compared chronologically.",
  ],
  ["SCIM11-API-3.2.2.1-07", "MUST*", "The names of attributes in a filter are case-insensitive."],
  ["SCIM11-API-3.2.2.1-08", "MUST*", "The operators of a filter are case-insensitive."],
  ["SCIM11-API-3.2.2.1-09", "MUST", "A filter MUST contain a valid Boolean expression."],
  [
    "SCIM11-API-3.2.2.1-10",
    "MUST",
    "Each expression MUST consist of an attribute name, an operator and, unless the operator is pr, a value.",
  ],
  ["SCIM11-API-3.2.2.1-11", "MAY", "A client MAY combine several expressions with and and or."],
  ["SCIM11-API-3.2.2.1-12", "MAY*", "Parentheses can group expressions."],
  ["SCIM11-API-3.2.2.1-13", "MUST*", "The operator eq matches values that equal the operand."],
  [
    "SCIM11-API-3.2.2.1-14",
    "MUST*",
    "The operator co matches values that contain the whole operand.",
  ],
  [
    "SCIM11-API-3.2.2.1-15",
    "MUST*",
    "The operator sw matches values that start with the whole operand, or equal it.",
  ],
  [
    "SCIM11-API-3.2.2.1-16",
    "MUST*",
    "The operator pr matches if the attribute has a non-empty value; a complex attribute needs one non-empty sub-attribute.",
  ],
  [
    "SCIM11-API-3.2.2.1-17",
    "MUST*",
    "The operator gt matches values greater than the operand, and ge also those that equal it; strings are compared lexicographically.",
  ],
  [
    "SCIM11-API-3.2.2.1-18",
    "MUST*",
    "The operator lt matches values less than the operand, and le also those that equal it; strings are compared lexicographically.",
  ],
  [
    "SCIM11-API-3.2.2.1-19",
    "MUST",
    "A service provider MUST evaluate a filter in this order of precedence: attribute operators, then grouping, and, or.",
  ],
  [
    "SCIM11-API-3.2.2.1-20",
    "MUST",
    "A resource MUST match a filter on a multi-valued attribute if any one of the values does.",
  ],
  [
    "SCIM11-API-3.2.2.1-21",
    "MUST",
    "A filter on a complex attribute MUST name the sub-attribute, as in name.givenName.",
  ],
  [
    "SCIM11-API-3.2.2.1-22",
    "MUST",
    "A service provider MUST reject a filter with an unknown operator with 400 Bad Request and an explanation for people to read.",
  ],
  [
    "SCIM11-API-3.2.2.1-23",
    "MUST",
    "The operators eq, co and sw MUST ignore case unless the attribute is caseExact.",
  ],
  [
    "SCIM11-API-3.2.2.1-24",
    "MUST*",
    "The values of a caseExact attribute are compared with regard to case.",
  ],
  ["SCIM11-API-3.2.2.2-01", "OPTIONAL", "Sorting is OPTIONAL."],
  [
    "SCIM11-API-3.2.2.2-02",
    "SHALL",
    "A service provider SHALL order the results by the attribute in sortBy.",
  ],
  [
    "SCIM11-API-3.2.2.2-03",
    "MUST*",
    "Sorting by a multi-valued attribute uses its primary value, or its first value if none is primary.",
  ],
  [
    "SCIM11-API-3.2.2.2-04",
    "MUST*",
    "Resources without a value for the attribute in sortBy come last in ascending order and first in descending order.",
  ],
  [
    "SCIM11-API-3.2.2.2-05",
    "SHALL",
    "The order SHALL be ascending if the request has sortBy but not sortOrder.",
  ],
  [
    "SCIM11-API-3.2.2.2-06",
    "MUST*",
    "The values of sortOrder are ascending and descending, and no others.",
  ],
  [
    "SCIM11-API-3.2.2.2-07",
    "MUST",
    "The order MUST follow the type of the attribute: Unicode order, which ignores case unless the attribute is caseExact.",
  ],
  [
    "SCIM11-API-3.2.2.3-01",
    "MUST*",
    "The parameter startIndex counts from 1, which is also its default.",
  ],
  [
    "SCIM11-API-3.2.2.3-02",
    "MUST",
    "A service provider MUST NOT return more results than count allows.",
  ],
  [
    "SCIM11-API-3.2.2.3-03",
    "MAY",
    "A service provider MAY return fewer results than count allows.",
  ],
  [
    "SCIM11-API-3.2.2.3-04",
    "MUST*",
    "The service provider chooses the maximum number of results for a query without count.",
  ],
  [
    "SCIM11-API-3.2.2.3-05",
    "MUST*",
    "The attribute itemsPerPage is the number of results in the response.",
  ],
  [
    "SCIM11-API-3.2.2.3-06",
    "MUST*",
    "The attribute totalResults is the number of all results of the query, not only of those on the page.",
  ],
  [
    "SCIM11-API-3.2.2.3-07",
    "MUST*",
    "The attribute startIndex of a response is the index of the first result that it contains.",
  ],
  [
    "SCIM11-API-3.2.2.3-08",
    "MUST*",
    "While nothing changes, consecutive pages contain each result once.",
  ],
  [
    "SCIM11-API-3.2.2.3-09",
    "MUST*",
    "A page beyond the last result is empty and has the same totalResults as the other pages.",
  ],
];
