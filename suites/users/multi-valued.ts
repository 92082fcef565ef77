import { clause, doc, inf, slackClause, slackClauses } from "../clause.ts";
import { digits } from "../digits.ts";
import { oneOf } from "../expectation.ts";
import { asJson, at, items } from "../json.ts";
import { needsAttributes, needsProfileFields } from "../provider/needs.ts";
import { userPutRequirement } from "../put/user-put-rule.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { isRejection } from "../run/endpoint.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { blocked } from "../run/stop.ts";
import { withValues } from "../with-values.ts";
import {
  fullUser,
  fullValues,
  needsSent,
  readFullUser,
  readLongUser,
  userInOtherForms,
} from "./samples.ts";

const area = "users";
const safety = "write";
const { phones, address, role } = fullValues;
const domainAsSent = inf("FACT-USER-92", { canonical: false }, "keeps the domain as it was sent");
const addressParts = ["streetAddress", "locality", "region", "postalCode", "country"] as const;

/**
 * The user in other forms as created, for attributes of the long form.
 * @param attributes those that the check looks at
 * @throws Skip where the organisation has no SCIM profile fields, or the provider rejects an attribute
 */
async function longUserInOtherForms(t: CheckContext, ...attributes: readonly string[]) {
  const user = await userInOtherForms(t);
  needsSent(user, ...attributes);
  needsProfileFields(t, user.created.resource);
  return user.created.resource;
}

const badAddress = [{ value: "nobody", primary: true }];

/** POST of a user whose e-mail address is none. */
export const withBadAddress = (t: CheckContext) =>
  t.once("an invalid e-mail address", () =>
    t.users.create({ ...t.fixtures.typicalUser(), emails: badAddress }),
  );

/** Multi-valued attributes: SCIM 1.1 core schema §6.2, RFC 7643 §4.1.2. */
export const multiValuedAttributes: readonly Requirement[] = [
  {
    title: "both e-mail addresses are stored, the primary one first",
    area,
    safety,
    versions: slackClauses("SLACK-USER-18", "DOC", "FACT-USER-55"),
    expect: { emails: ["the primary one, primary", "the other one"] },
    check: async (t) => {
      const { sent } = await fullUser(t);
      const [other, primary] = sent.emails ?? [];
      const name = (value: unknown) =>
        value === primary?.value
          ? "the primary one"
          : value === other?.value
            ? "the other one"
            : "";
      const emails = (await readFullUser(t)).resource?.emails ?? [];
      return {
        emails: withValues(
          emails.map((email) => `${name(email.value)}${email.primary ? ", primary" : ""}`),
          { "emails sent": sent.emails, "emails returned": emails },
        ),
      };
    },
  },
  {
    title: "e-mail addresses keep their type",
    area,
    safety,
    attributes: ["emails"],
    versions: {
      "1.1": clause("SCIM11-CS-6.2-01", noEmailType()),
      "2.0": clause("SCIM20-7643-2.4-06", noEmailType()),
    },
    expect: { types: ["home", "work"] },
    check: async (t) => ({
      types: items(at((await readFullUser(t, "emails")).json, "emails"))
        .map((email) => asJson(at(email, "type")) ?? "absent")
        .sort(),
    }),
  },
  {
    title: "without a primary e-mail address, the one of type work becomes primary",
    area,
    safety,
    versions: slackClauses("SLACK-USER-19", "DOC", "FACT-USER-54"),
    expect: { primary: "the one of type work" },
    check: async (t) => {
      const { sent, created } = await userInOtherForms(t);
      const primary = created.resource?.emails?.find((email) => email.primary)?.value;
      const given = sent.emails?.find((email) => email.value === primary);
      return {
        primary: withValues(given?.type === "work" ? "the one of type work" : "another", {
          "emails sent": sent.emails,
          "emails returned": created.resource?.emails,
        }),
      };
    },
  },
  userPutRequirement({
    title: "an e-mail address that is sent without primary, beside a primary one, is not primary",
    area,
    attributes: ["emails"],
    versions: { "2.0": clause("SCIM20-7643-2.4-03", doc("FACT-USER-54")) },
    expect: { addressWithoutPrimary: "not primary" },
    touches: ["emails"],
    // Where no address is marked, a provider may choose one (RFC 7644 §3.3: default values).
    values: (t) => ({
      emails: [
        { value: t.names.email(t.names.next()), type: "home" },
        { value: t.names.email(t.names.next()), type: "work", primary: true },
      ],
    }),
    observe: (_, { sent: { emails }, put, read }) => {
      if (put.status >= 400) throw blocked(`PUT of two addresses: ${describeAnswer(put)}`);
      const stored = read.resource?.emails ?? [];
      const unmarked = emails?.[0]?.value?.toLowerCase();
      const shown = stored.find(({ value }) => value?.toLowerCase() === unmarked);
      if (shown === undefined) throw blocked("the second address is not stored");
      return {
        addressWithoutPrimary: withValues(
          shown.primary === true ? "primary" : "not primary",
          { "emails sent": emails, "emails stored": stored },
          put,
        ),
      };
    },
  }),
  {
    title: "phone numbers keep their type",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-6.2-03", swapped()),
      "2.0": clause("SCIM20-7643-4.1.2-04", swapped()),
    },
    expect: { work: phones.work, mobile: phones.mobile },
    check: async (t) => {
      const numbers = (await readLongUser(t, "phoneNumbers")).resource?.phoneNumbers ?? [];
      const of = (type: string) => numbers.find((number) => number.type === type)?.value ?? null;
      const as = (number: string) => {
        const shown = of(number === phones.work ? "work" : "mobile");
        const isSame = !t.provider.shows.exactTexts && digits(shown) === digits(number);
        return isSame ? number : shown;
      };
      return {
        work: as(phones.work),
        mobile: as(phones.mobile),
        primary: numbers.find((number) => number.primary)?.value ?? null,
      };
    },
  },
  {
    title:
      "of two phone numbers in a POST, the primary one stays primary and the other becomes mobile",
    area,
    safety,
    versions: slackClauses("SLACK-USER-20", "DOC", "FACT-USER-77"),
    expect: { mobile: "+1 555 0111", primary: "+1 555 0112" },
    check: async (t) => {
      const numbers = (await longUserInOtherForms(t, "phoneNumbers"))?.phoneNumbers ?? [];
      return {
        mobile: numbers.find((number) => number.type === "mobile")?.value,
        primary: numbers.find((number) => number.primary)?.value,
      };
    },
  },
  {
    title: "addresses keep their sub-attributes",
    area,
    safety,
    versions: {
      "1.1": { ...slackClause("SLACK-USER-21", "DOC", "FACT-USER-66"), expect: { ...address } },
      "2.0": clause(
        "SCIM20-7643-4.1.2-07",
        doc("FACT-USER-66", { ...address, type: "absent" }, "drops the type of an address"),
      ),
    },
    expect: { ...address, type: "work" },
    check: async (t) => {
      const stored = at((await readLongUser(t, "addresses")).json, "addresses", 0);
      return {
        ...Object.fromEntries(addressParts.map((part) => [part, asJson(at(stored, part))])),
        type: asJson(at(stored, "type")) ?? "absent",
      };
    },
  },
  {
    title: "of several addresses in a POST, only the primary one is stored",
    area,
    safety,
    versions: slackClauses("SLACK-USER-22", "DOC", "FACT-USER-66"),
    expect: { localities: ["Lille"] },
    check: async (t) => ({
      localities: ((await longUserInOtherForms(t, "addresses"))?.addresses ?? []).map(
        (one) => one.locality ?? null,
      ),
    }),
  },
  {
    title: "a role is stored",
    area,
    safety,
    versions: {
      "1.1": { ...slackClause("SLACK-USER-23", "DOC", "FACT-USER-67"), expect: { roles: [role] } },
      "2.0": clause("SCIM20-7643-4.1.2-14", doc("FACT-USER-67")),
    },
    expect: { roles: [role] },
    check: async (t) => ({
      roles: ((await readLongUser(t, "roles")).resource?.roles ?? []).map(
        (one) => one.value ?? null,
      ),
    }),
  },
  {
    title: "a role can be sent as a plain string in a POST",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-3.2-04", doc("FACT-USER-67")),
      "2.0": slackClause("SLACK-USER-24", "DOC", "FACT-USER-67"),
    },
    expect: { roles: ["Tester"] },
    check: async (t) => ({
      roles: ((await longUserInOtherForms(t, "roles"))?.roles ?? []).map(
        (one) => one.value ?? null,
      ),
    }),
  },
  userPutRequirement({
    title: "country is an ISO 3166-1 alpha-2 code",
    area,
    versions: {
      "1.1": clause("SCIM11-CS-6.2-06", anyCountry()),
      "2.0": clause("SCIM20-7643-4.1.2-08", anyCountry()),
    },
    expect: { country: oneOf("refused", "US") },
    applies: (t) => needsAttributes(t, "addresses"),
    touches: ["addresses"],
    values: (t) => ({
      addresses: [{ ...address, country: t.provider.writes.country, primary: true }],
    }),
    observe: (t, { put, read: { json, resource } }) => {
      if (put.status >= 400) return { country: "refused" };
      needsProfileFields(t, resource);
      return { country: asJson(at(json, "addresses", 0, "country")) };
    },
  }),
  {
    title: "two primary e-mail addresses are rejected, or only one becomes primary",
    area,
    safety,
    attributes: ["emails"],
    versions: { "2.0": clause("SCIM20-7643-2.4-02") },
    expect: { outcome: oneOf("refused", "1 primary") },
    check: (t) =>
      t.fixtures.leaseFor(["emails"], async ({ id, sent }) => {
        const emails = ["a", "b"].map((part) => ({
          value: t.names.email(`${sent.userName}.${part}`),
          primary: true,
        }));
        if ((await t.users.replace(id, { ...sent, emails })).status >= 400) {
          return { outcome: "refused" };
        }
        const stored = (await t.users.get(id)).resource?.emails ?? [];
        const outcome = `${stored.filter((email) => email.primary).length} primary`;
        return { outcome: withValues(outcome, { "emails sent": emails, "emails stored": stored }) };
      }),
  },
  userPutRequirement({
    title: "the domain of an e-mail address is stored in canonical form",
    area,
    attributes: ["emails"],
    versions: {
      "1.1": clause("SCIM11-CS-3.2-05", domainAsSent),
      "2.0": clause("SCIM20-7643-4.1.2-01", domainAsSent),
    },
    expect: { canonical: true },
    touches: ["emails"],
    values: (t, { userName }) => {
      const canonical = t.names.email(userName ?? "");
      const value = canonical.replace(/@.*/, (domain) => domain.toUpperCase());
      return { emails: [{ value, type: "work", primary: true }] };
    },
    observe: (t, { sent: { userName, emails }, read }) => {
      const [stored] = read.resource?.emails ?? [];
      const isCanonical = stored?.value === t.names.email(userName ?? "");
      const values = { sent: emails?.[0]?.value, stored: stored?.value };
      return { canonical: withValues(isCanonical, values) };
    },
  }),
  {
    title: "POST with an invalid e-mail address is rejected",
    area,
    safety,
    attributes: ["emails"],
    versions: {
      "1.1": {
        ...slackClause("SLACK-USER-25", "DOC", "FACT-ERROR-29"),
        expect: { code: oneOf("bad_email_address", "email_invalid", "emails_invalid") },
      },
      "2.0": clause("SCIM20-7643-4.1.2-02", doc("FACT-ERROR-29")),
    },
    expect: { refused: true },
    check: async (t) => {
      const answer = await withBadAddress(t);
      const { status, error } = answer;
      const values = { "emails sent": badAddress };
      return {
        refused: withValues(isRejection(status), values, answer),
        code: error?.code,
      };
    },
  },
];

function noEmailType() {
  return doc(
    "FACT-USER-75",
    { types: ["absent", "absent"] },
    "the type of an e-mail is not returned",
  );
}

function swapped() {
  return doc(
    "FACT-USER-61",
    { work: null, mobile: phones.work, primary: phones.mobile },
    "work is stored as the mobile number, mobile as the primary one",
  );
}

function anyCountry() {
  return doc("FACT-USER-76", { country: "USA" }, "accepts any text as a country");
}
