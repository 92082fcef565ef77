import type { Statement } from "./statement.ts";

/** RFC 7644 §3.4.1 to §3.4.2.2: reading a resource, lists and filters. */
export const rfc7644Queries: readonly Statement[] = [
  [
    "SCIM20-7644-3.4.1-01",
    "MUST*",
    "GET of an existing resource returns 200 OK with the resource in the body.",
  ],
  ["SCIM20-7644-3.4.1-02", "MUST*", "GET of an unknown id returns 404 Not Found.", "3.12"],
  [
    "SCIM20-7644-3.4.2-01",
    "MUST",
    "The response to a query MUST have the schema URI urn:ietf:params:scim:api:messages:2.0:ListResponse in schemas.",
  ],
  [
    "SCIM20-7644-3.4.2-02",
    "REQUIRED",
    "The attribute totalResults of a list response is REQUIRED.",
  ],
  [
    "SCIM20-7644-3.4.2-03",
    "REQUIRED",
    "The attribute Resources of a list response is REQUIRED unless totalResults is 0.",
  ],
  [
    "SCIM20-7644-3.4.2-04",
    "REQUIRED",
    "The attributes startIndex and itemsPerPage of a list response are REQUIRED if it holds one page of several.",
  ],
  [
    "SCIM20-7644-3.4.2-05",
    "SHALL",
    "A query without a match SHALL return 200 OK with totalResults 0.",
  ],
  [
    "SCIM20-7644-3.4.2-06",
    "SHOULD",
    "A service provider SHOULD ignore query parameters that it does not know, rather than reject the query.",
  ],
  [
    "SCIM20-7644-3.4.2-07",
    "MAY",
    "A client MAY query the root of the service provider, which covers all resource types.",
    "3.4.2.1",
  ],
  [
    "SCIM20-7644-3.4.2-08",
    "SHALL",
    "A service provider that considers the results of a query too many SHALL reject it with 400 Bad Request and the scimType tooMany.",
    "3.4.2.1",
  ],
  [
    "SCIM20-7644-3.4.2.2-01",
    "OPTIONAL",
    "Filtering is OPTIONAL, and filter.supported of the configuration announces it.",
  ],
  [
    "SCIM20-7644-3.4.2.2-02",
    "SHALL",
    "A service provider SHALL return only those resources that match the filter.",
  ],
  ["SCIM20-7644-3.4.2.2-03", "MUST", "A filter MUST contain a valid expression."],
  [
    "SCIM20-7644-3.4.2.2-04",
    "MUST",
    "Each expression MUST consist of an attribute name, an operator and, unless the operator is pr, a value.",
  ],
  [
    "SCIM20-7644-3.4.2.2-05",
    "MUST",
    "A filter MUST follow the grammar of the text: strings are in double quotes, while Booleans, numbers and null are not.",
  ],
  [
    "SCIM20-7644-3.4.2.2-06",
    "MUST*",
    "The names of attributes and operators in a filter are case-insensitive.",
  ],
  ["SCIM20-7644-3.4.2.2-07", "MUST*", "The operator eq matches values that equal the operand."],
  [
    "SCIM20-7644-3.4.2.2-08",
    "MUST*",
    "The operator ne matches values that do not equal the operand.",
  ],
  [
    "SCIM20-7644-3.4.2.2-09",
    "MUST*",
    "The operator co matches values that contain the whole operand.",
  ],
  [
    "SCIM20-7644-3.4.2.2-10",
    "MUST*",
    "The operator sw matches values that start with the whole operand, or equal it.",
  ],
  [
    "SCIM20-7644-3.4.2.2-11",
    "MUST*",
    "The operator ew matches values that end with the whole operand, or equal it.",
  ],
  [
    "SCIM20-7644-3.4.2.2-12",
    "MUST*",
    "The operator pr matches if the attribute has a value that is neither null nor empty; a complex attribute needs one such sub-attribute.",
  ],
  [
    "SCIM20-7644-3.4.2.2-13",
    "MUST*",
    "The operators gt, ge, lt and le compare strings lexicographically, numbers by value and DateTimes chronologically.",
  ],
  [
    "SCIM20-7644-3.4.2.2-14",
    "SHALL",
    "A filter that applies gt, ge, lt or le to a Boolean or binary attribute SHALL fail with 400 Bad Request and the scimType invalidFilter.",
  ],
  [
    "SCIM20-7644-3.4.2.2-15",
    "MUST*",
    "The operator and matches if both expressions do; the operator or matches if either does.",
  ],
  [
    "SCIM20-7644-3.4.2.2-16",
    "MUST*",
    "The operator not matches if the expression in parentheses does not.",
  ],
  [
    "SCIM20-7644-3.4.2.2-17",
    "MAY",
    "A client MAY group expressions with parentheses, which changes the order of evaluation.",
  ],
  [
    "SCIM20-7644-3.4.2.2-18",
    "MAY",
    'A service provider MAY support value paths such as emails[type eq "work" and value co "@x"], whose conditions all apply to the same value.',
  ],
  [
    "SCIM20-7644-3.4.2.2-19",
    "MUST",
    "A service provider MUST evaluate a filter in this order of precedence: grouping, then not, and, or, then attribute operators.",
  ],
  [
    "SCIM20-7644-3.4.2.2-20",
    "MUST*",
    "A filter on a multi-valued attribute matches if any one of its values does.",
  ],
  [
    "SCIM20-7644-3.4.2.2-21",
    "MUST",
    "A filter on a complex attribute MUST name the sub-attribute, as in name.givenName.",
  ],
  [
    "SCIM20-7644-3.4.2.2-22",
    "SHALL",
    "A filter on an attribute with a default value SHALL use the value that the service provider returned to the client that last wrote the attribute.",
  ],
  [
    "SCIM20-7644-3.4.2.2-23",
    "MUST",
    "A service provider MUST reject a filter with an unknown operator with 400 Bad Request and the scimType invalidFilter.",
  ],
  [
    "SCIM20-7644-3.4.2.2-24",
    "SHALL",
    "Whether a filter respects the case of strings SHALL depend on caseExact of the attribute.",
  ],
  [
    "SCIM20-7644-3.4.2.2-25",
    "MAY",
    "A client MAY filter by the attribute schemas, for example to find the resources with an extension.",
  ],
  [
    "SCIM20-7644-3.4.2.2-26",
    "MUST*",
    "An attribute in a filter can be named with its schema URN, as in urn:ietf:params:scim:schemas:core:2.0:User:userName.",
  ],
];
