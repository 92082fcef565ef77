import type { Outcome } from "../../client/index.ts";
import { clause, doc, inf, obs, slackClause } from "../clause.ts";
import { type Expectation, oneOf } from "../expectation.ts";
import { at, items, typeOf } from "../json.ts";
import { messageUrns } from "../message-urns.ts";
import { type Findings, notObserved } from "../not-observed.ts";
import { statusWhereOffered } from "../provider/offered-methods.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { blocked } from "../run/stop.ts";
import { unknownGroupId, unknownUserId } from "../run/unknown-ids.ts";
import { conflictStatus } from "../users/conflict-status.ts";
import { withoutName } from "../users/refusals.ts";
import { patchToTakenName } from "../users/uniqueness.ts";
import { withValues } from "../with-values.ts";
import { type Errors, errors } from "./sample-errors.ts";
import { ofUnknown } from "./unknown-ids.ts";

const errorUrn = messageUrns.error;

/** A requirement on errors of requests and of authentication. */
function onErrors(
  title: string,
  versions: Requirement["versions"],
  expect: Expectation,
  observe: (seen: Errors, t: CheckContext) => Findings,
): Requirement {
  return {
    title,
    area: "errors",
    safety: "write",
    versions,
    expect,
    check: async (t) => observe(await errors(t), t),
  };
}

const requestErrors = ({ missing, incomplete, unreadable }: Errors) => ({
  missing,
  incomplete,
  unreadable,
});

/**
 * The names of the errors that break a rule. A request that was not rejected at all breaks another
 * rule.
 */
const failing = (
  answers: Readonly<Record<string, Outcome<unknown> | undefined>>,
  holds: (answer: Outcome<unknown>) => boolean,
) => {
  const broken = Object.entries(answers).flatMap(([name, answer]) =>
    answer !== undefined && answer.status >= 400 && !holds(answer) ? [[name, answer] as const] : [],
  );
  return withValues(
    broken.map(([name]) => name),
    Object.fromEntries(broken.map(([name, answer]) => [`body of ${name}`, bodyOf(answer)])),
    ...broken.map(([, answer]) => answer),
  );
};

const bodyOf = ({ json, text }: Outcome<unknown>) => (json === undefined ? text : json);

/**
 * The errors of the SCIM service. A 401 without a body comes from the HTTP server: SCIM does not
 * define how clients are authenticated (SCIM 1.1 protocol §2, RFC 7644 §2).
 */
function ofProtocol(t: CheckContext, seen: Partial<Errors>): Partial<Errors> {
  const isBare = (answer?: Outcome<unknown>) => answer?.status === 401 && answer.text === "";
  const { unauthorised, ...others } = seen;
  const isJudged = t.provider.shows.authenticationErrors || !isBare(unauthorised);
  return isJudged ? seen : others;
}

const namesIn = (value: unknown): string[] =>
  typeOf(value) === "object" ? Object.keys(value as object).sort() : [];

/** RFC 7644 §3.12, table 9. */
const scimTypes = [
  "invalidFilter",
  "tooMany",
  "uniqueness",
  "mutability",
  "invalidSyntax",
  "invalidPath",
  "noTarget",
  "invalidValue",
  "invalidVers",
  "sensitive",
];

export const errorEnvelope: readonly Requirement[] = [
  onErrors(
    "errors have a JSON body",
    { "1.1": clause("SCIM11-API-3.9-01", obs("FACT-ERROR-01")) },
    { withoutBody: [] },
    (seen, t) => ({
      withoutBody: failing(ofProtocol(t, seen), ({ json }) => typeOf(json) === "object"),
    }),
  ),
  onErrors(
    "errors have a JSON body with the Error URN",
    {
      "2.0": clause(
        "SCIM20-7644-3.12-01",
        obs(
          "FACT-AUTH-13",
          // The form of token errors has its own rule: SLACK-AUTH-02.
          { request: [], unauthorised: oneOf([], ["unauthorised"]) },
          "token errors have the 1.1 form",
        ),
      ),
    },
    { request: [], unauthorised: [] },
    (seen, t) => {
      const hasUrn = ({ json }: Outcome<unknown>) => items(at(json, "schemas")).includes(errorUrn);
      return {
        request: failing(requestErrors(seen), hasUrn),
        unauthorised: failing(ofProtocol(t, { unauthorised: seen.unauthorised }), hasUrn),
      };
    },
  ),
  onErrors(
    "errors have the envelope of their version, with the status as a string",
    {
      "1.1": {
        ...clause(
          "SCIM11-API-3.9-02",
          obs(
            "FACT-ERROR-01",
            { envelopes: ["errors-object"], codes: ["number"] },
            "sends one object, with a number",
          ),
        ),
        expect: { envelopes: ["errors-array"], codes: ["string"] },
      },
      "2.0": clause(
        "SCIM20-7644-3.12-02",
        doc(
          "FACT-ERROR-04",
          { envelopes: ["error-message"], codes: ["number"] },
          "sends the status as a number",
        ),
      ),
    },
    { envelopes: ["error-message"], codes: ["string"] },
    (seen) => {
      const all = Object.values(requestErrors(seen)).filter(({ status }) => status >= 400);
      const [first] = all;
      const of = (found: string[]) =>
        withValues([...new Set(found)], first ? { body: bodyOf(first) } : {}, ...all.slice(0, 1));
      return {
        envelopes: of(all.map(({ error }) => error?.envelope ?? "none")),
        codes: of(all.map(({ error }) => typeOf(error?.status))),
      };
    },
  ),
  onErrors(
    "the body of an error repeats the HTTP status",
    {
      "1.1": clause("SCIM11-API-3-08", obs("FACT-ERROR-02")),
      "2.0": clause("SCIM20-7644-3.12-03", doc("FACT-ERROR-04")),
    },
    { otherwise: [] },
    (seen, t) => ({
      otherwise: failing(
        ofProtocol(t, seen),
        ({ error, status }) => String(error?.status) === String(status),
      ),
    }),
  ),
  onErrors(
    "errors have an explanation",
    {
      "1.1": clause("SCIM11-API-3.9-03", obs("FACT-ERROR-06")),
      "2.0": clause("SCIM20-7644-3.12-05", doc("FACT-ERROR-07")),
    },
    { unexplained: [] },
    (seen, t) => ({
      unexplained: failing(ofProtocol(t, seen), ({ error }) => Boolean(error?.code)),
    }),
  ),
  onErrors(
    "the explanation of an error is a code, optionally with context in parentheses",
    {
      "1.1": slackClause("SLACK-ERROR-01", "OBS", "FACT-ERROR-06"),
      "2.0": slackClause("SLACK-ERROR-01", "DOC", "FACT-ERROR-07"),
    },
    { otherwise: [] },
    ({ missing, incomplete, unauthorised }) => ({
      otherwise: failing({ missing, incomplete, unauthorised }, ({ error }) =>
        /^[A-Za-z]+(_[A-Za-z]+)+$/.test(error?.code ?? ""),
      ),
    }),
  ),
  onErrors(
    "errors of version 1.1 have only description and code",
    { "1.1": slackClause("SLACK-ERROR-05", "OBS", "FACT-ERROR-01") },
    { members: ["Errors"], inside: ["code", "description"] },
    ({ missing: { json } }) => ({
      members: namesIn(json),
      inside: namesIn(at(json, "Errors")),
    }),
  ),
  onErrors(
    "scimType is a value that RFC 7644 defines",
    { "2.0": clause("SCIM20-7644-3.12-04", doc("FACT-ERROR-05")) },
    { others: [] },
    (seen) => ({
      others: failing(
        { ...seen },
        ({ error }) => error?.scimType === undefined || scimTypes.includes(String(error.scimType)),
      ),
    }),
  ),
  {
    title: "errors with status 400 have the scimType of their cause",
    area: "errors",
    safety: "write",
    versions: {
      "2.0": clause(
        "SCIM20-7644-3.12-06",
        doc(
          "FACT-ERROR-05",
          Object.fromEntries(
            ["invalidFilter", "invalidSyntax", "invalidValue"].map((word) => [
              word,
              oneOf("absent", "no error 400"),
            ]),
          ),
          "sends no scimType",
        ),
      ),
    },
    expect: {
      invalidFilter: oneOf("invalidFilter", "no error 400"),
      invalidSyntax: oneOf("invalidSyntax", "no error 400"),
      invalidValue: oneOf("invalidValue", "no error 400"),
    },
    check: async (t) => {
      const say = (answer: Outcome<unknown>) => {
        const { status, error } = answer;
        const scimType = status === 400 ? String(error?.scimType ?? "absent") : "no error 400";
        return withValues(scimType, { body: bodyOf(answer) }, answer);
      };
      return {
        invalidFilter: (await t.provider.offers.capability("filter"))
          ? say(await t.users.list({ filter: "foo", count: 1 }))
          : notObserved("not-offered", "the provider does not support filter"),
        invalidSyntax: say((await errors(t)).unreadable),
        invalidValue: say(await withoutName(t)),
      };
    },
  },
  onErrors(
    "an unknown user returns 404, and a body without schemas 400",
    {
      "1.1": clause("SCIM11-API-3-07", inf("FACT-ERROR-73")),
      "2.0": clause("SCIM20-7644-3.2-05", inf("FACT-ERROR-73")),
    },
    // Whether it must be rejected is another rule.
    { missing: 404, incomplete: oneOf(400, "accepted") },
    ({ missing, incomplete }) => ({
      missing: withValues(missing.status, {}, missing),
      incomplete: withValues(
        incomplete.status < 300 ? "accepted" : incomplete.status,
        {},
        incomplete,
      ),
    }),
  ),
  onErrors(
    "an unauthorised request returns 401",
    { "1.1": clause("SCIM11-API-3.9-06", obs("FACT-AUTH-12")) },
    { status: 401 },
    ({ unauthorised }) => {
      if (!unauthorised) throw blocked("a request with a wrong token got no response");
      return { status: unauthorised.status };
    },
  ),
  {
    title: "changing a unique value to one already in use returns 409",
    area: "errors",
    safety: "write",
    versions: {
      "1.1": clause(
        "SCIM11-API-3.9-09",
        inf("FACT-ERROR-78", { status: conflictStatus }, "may return 400"),
      ),
      "2.0": clause(
        "SCIM20-7644-3.12-09",
        inf("FACT-ERROR-78", { status: conflictStatus }, "may return 400"),
      ),
    },
    expect: { status: 409 },
    check: async (t) => {
      if (await t.provider.offers.capability("patch")) {
        return { status: (await patchToTakenName(t)).status };
      }
      const userName = (await t.createdUser()).sent.userName ?? "";
      return t.fixtures.leaseFor([], async ({ id, sent }) => ({
        status: (await t.users.replace(id, { ...sent, userName })).status,
      }));
    },
  },
  {
    title: "any operation on an unknown id returns 404",
    area: "errors",
    safety: "destructive",
    versions: {
      "1.1": clause("SCIM11-API-3.9-08", inf("FACT-ERROR-73")),
      "2.0": clause("SCIM20-7644-3.12-08", inf("FACT-ERROR-73")),
    },
    expect: {
      users: { read: 404, replace: 404, delete: 404 },
      groups: { read: 404, replace: 404, delete: 404 },
      patches: [404, 404],
    },
    check: async (t) => ({
      users: {
        read: (await t.users.get(unknownUserId)).status,
        replace: await statusWhereOffered(ofUnknown.putUser(t)),
        delete: await statusWhereOffered(ofUnknown.deleteUser(t)),
      },
      groups: {
        read: (await t.groups.get(unknownGroupId)).status,
        replace: await statusWhereOffered(ofUnknown.putGroup(t)),
        delete: await statusWhereOffered(ofUnknown.deleteGroup(t)),
      },
      patches: (await t.provider.offers.capability("patch"))
        ? [(await ofUnknown.patchUser(t)).status, (await ofUnknown.patchGroup(t)).status]
        : notObserved("not-offered", "the provider does not support PATCH"),
    }),
  },
];
