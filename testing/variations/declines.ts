import type { Answered, Passing, Tampering } from "../tampering/tampering.ts";
import { inBody } from "../tampering/tampering.ts";
import { isOf, refused, type Variation, v2 } from "./variation.ts";

const versionOf = ({ body }: Answered) =>
  /"Errors"|urn:scim:schemas:core:1\.0/.test(body) ? "1.1" : "2.0";

/** A refusal in the form of the version. */
function refusedAs(answer: Answered, status: number, scimType?: string): void {
  const version = versionOf(answer);
  refused(answer, status, version);
  if (version === "2.0" && scimType !== undefined) {
    inBody(answer, (body) => {
      body.scimType = scimType;
    });
  }
}

/** The filter of a query, in the URL or in the body. */
function filterOf({ method, path, body }: Passing): string | undefined {
  if (!isOf(path, "Users", "Groups", "\\.search")) return undefined;
  const inUrl = new URL(path, "http://x").searchParams.get("filter");
  if (inUrl !== null) return inUrl;
  const isSearch = method === "POST" && path.endsWith("/.search");
  return isSearch ? JSON.parse(body || "{}").filter : undefined;
}

/** A filter without its quoted values. */
const bare = (filter: string) => filter.replaceAll(/"(?:\\.|[^"\\])*"/g, '""');

/** A server that declines the filters that match. */
export const declining = (
  pattern: RegExp,
  refuse: (answer: Answered) => void = (answer) => refusedAs(answer, 400, "invalidFilter"),
): Tampering => ({
  response: (answer, call) => {
    const filter = filterOf(call);
    if (filter !== undefined && pattern.test(bare(filter))) refuse(answer);
  },
});

const nowhere = "/NotCarriedOut";

/** A server that answers calls in another way, without carrying them out. */
export const insteadOf = (
  isMeant: (call: Passing) => boolean,
  answerWith: (answer: Answered) => void,
): Tampering => ({
  request: (call) => {
    if (isMeant(call)) call.path = nowhere;
  },
  response: (answer, { path }) => {
    if (path === nowhere) answerWith(answer);
  },
});

export const filtersInPath = ({ method, body }: Passing): boolean =>
  method === "PATCH" && /"path":"[^"[]*\[[^"]+\]/.test(body.replaceAll('\\"', "'"));

const filters: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["no operator but eq", / (?:ne|co|sw|ew|gt|ge|lt|le) | pr\b/i],
  ["no sw", / sw /i],
  ["no order", / (?:gt|ge|lt|le) /i],
  ["no pr", / pr\b/i],
  ["no ne, ew and not", / (?:ne|ew) |\bnot\b/i],
  ["no attribute but userName", /^(?!userName (?:\w\w|pr)\b(?! "" (?:and|or)))/i],
  ["no and", / and /i],
  ["no or", / or /i],
  ["no and together with or", / and .* or | or .* and /i],
  ["no parentheses", /\(/],
  ["no brackets", /\[/],
  ["no names with a URN", /urn:/i],
  ["no sub-attributes", /\w\.\w/],
];

const declinedFilters: readonly Variation[] = filters.map(([name, pattern]) => ({
  name: `filters have ${name}`,
  allowed: "RFC 7644 §3.4.2.2, §3.12, table 9, SCIM 1.1 protocol §3.2.2.1: 400 invalidFilter",
  tampering: declining(pattern),
}));

const refusals: readonly Variation[] = ([400, 403, 501] as const).map((status) => ({
  name: `declined filters give ${status} without a scimType`,
  allowed: "RFC 7644 §3.12: scimType is OPTIONAL",
  tampering: declining(/ (?:co|sw) /i, (answer) => refusedAs(answer, status)),
}));

const paths: readonly Variation[] = (
  [
    [400, "invalidPath"],
    [400, "invalidFilter"],
    [400, undefined],
    [403, undefined],
    [501, undefined],
  ] as const
).map(([status, scimType]) => ({
  name: `PATCH has no filters in paths (${status} ${scimType ?? "without scimType"})`,
  allowed: "RFC 7644 §3.12, table 9: invalidFilter, PATCH",
  versions: v2,
  warns: ["SCIM20-7644-3.5.2.2-03"],
  tampering: insteadOf(filtersInPath, (answer) => refusedAs(answer, status, scimType)),
}));

const operations = ["SCIM11-API-3-01", "SCIM11-API-3-02", "SCIM20-7644-3.2-01"];
const put = ["SCIM11-API-3.3-01", "SCIM20-7644-3.5.1-01"];

/** A server without methods of an endpoint. */
export const without = (endpoint: string, methods: readonly string[], status: number): Tampering =>
  insteadOf(
    ({ method, path }) =>
      methods.includes(method) && isOf(path, endpoint) && !path.includes("/.search"),
    (answer) => refusedAs(answer, status),
  );

const writes = ["POST", "PUT", "PATCH", "DELETE"];

const methods: readonly Variation[] = (
  [
    ["Groups", ["POST"], [403, 404, 405, 501]],
    ["Groups", ["PUT"], [403, 405, 501]],
    ["Groups", ["PATCH"], [403, 405, 501]],
    ["Groups", ["DELETE"], [403, 405, 501]],
    ["Groups", writes, [403, 405, 501]],
    ["Users", ["POST"], [403, 405]],
    ["Users", ["PUT"], [403, 404, 405]],
    ["Users", ["DELETE"], [403, 405]],
    ["Users", writes, [405]],
  ] as const
).flatMap(([endpoint, names, statuses]) =>
  statuses.map(
    (status): Variation => ({
      name: `${endpoint} have no ${names.join(", ")} (${status})`,
      allowed: "RFC 7644 §3.12: 403, 404, 501; RFC 9110 §15.5.6: 405; §3.2 is one warning",
      warns: operations,
      // PUT is the only method that a provider MUST support (RFC 7644 §3.5).
      ...(endpoint === "Users" && names.some((name) => name === "PUT") ? { breaks: put } : {}),
      tampering: without(endpoint, names, status),
    }),
  ),
);

/** What a server declines or does not offer: the rules that need it are skipped. */
export const declines: readonly Variation[] = [
  ...declinedFilters,
  ...refusals,
  ...paths,
  ...methods,
  {
    name: "the first address of a user is primary unless another one is",
    allowed: "RFC 7644 §3.3: the provider MAY assign a default value",
    versions: v2,
    tampering: {
      request: (call) => {
        if (!["POST", "PUT"].includes(call.method) || !isOf(call.path, "Users")) return;
        call.body = withDefaultPrimary(call.body);
      },
    },
  },
  {
    name: "null is rejected",
    allowed: "not at all: RFC 7643 §2.5",
    versions: v2,
    breaks: ["SCIM20-7643-2.5-01"],
    tampering: insteadOf(
      ({ method, body }) => method === "PUT" && /":null/.test(body),
      (answer) => refusedAs(answer, 400, "invalidValue"),
    ),
  },
];

function withDefaultPrimary(body: string): string {
  try {
    const user = JSON.parse(body);
    const { emails } = user;
    if (!Array.isArray(emails) || emails.some(({ primary }) => primary === true)) return body;
    const [first, ...others] = emails;
    return first === undefined
      ? body
      : JSON.stringify({ ...user, emails: [{ ...first, primary: true }, ...others] });
  } catch {
    // A malformed body is for the server to reject.
    return body;
  }
}
