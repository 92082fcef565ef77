import type { NeutralGroup, NeutralUser, NeutralValue } from "../../schemas/index.ts";

/** A property of a resource that a migration must consider. */
export interface MigrationRule<T> {
  id: string;
  /** The reason, for a reader. */
  title: string;
  /** The entry of the catalogue of differences, or the fact, that it rests on. */
  source: string;
  applies: (resource: T) => boolean;
}

const filled = (entries: readonly NeutralValue[] | null | undefined) =>
  (entries ?? []).filter(({ value }) => value);

/** What Slack makes of an address that is sent as userName (FACT-USER-12, FACT-USER-18). */
const nameFrom = (address: string) =>
  address
    .replace(/@.*$/s, "")
    .toLowerCase()
    .replace(/[^a-z0-9._-]/g, "_");

const wholeAddress = (address: object) =>
  Object.entries(address).some(([name, part]) => part && name !== "type" && name !== "primary");

/** What a migration must consider about a user. */
export const userRules: readonly MigrationRule<NeutralUser>[] = [
  {
    id: "user-name-too-long",
    title: "userName is longer than 21 characters: rejected when written back",
    source: "DIFF-USER-01",
    applies: ({ userName }) => (userName ?? "").length > 21,
  },
  {
    id: "user-name-characters",
    title: "userName contains characters that 2.0 does not document: each may become _",
    source: "DIFF-USER-01",
    applies: ({ userName }) => !/^[a-z0-9._-]*$/.test(userName ?? ""),
  },
  {
    id: "user-name-from-address",
    title:
      'userName is the local part of an e-mail address: a script that created it with the address as userName never finds it by userName eq "<address>", and creates it again; search by id, stored userName or address',
    source: "DIFF-USER-05",
    applies: ({ userName, emails }) =>
      filled(emails).some(({ value }) => nameFrom(String(value)) === userName),
  },
  {
    id: "user-name-is-address",
    title:
      "userName is an e-mail address, which Slack is not known to keep: it may become its local part when written back",
    source: "DIFF-USER-05",
    applies: ({ userName }) => /.@./.test(userName ?? ""),
  },
  {
    id: "nick-name-differs",
    title: "nickName differs from userName, which it should mirror: PUT changes one of them",
    source: "SAME-05",
    applies: ({ userName, nickName }) => Boolean(nickName) && nickName !== userName,
  },
  {
    id: "more-than-two-emails",
    title: "more than two email addresses: only two are stored",
    source: "SAME-04",
    applies: ({ emails }) => filled(emails).length > 2,
  },
  {
    id: "no-primary-email",
    title: "no primary email address: in 2.0 emails[primary eq false] selects all of them",
    source: "DIFF-EMAIL-01",
    applies: ({ emails }) => !filled(emails).some(({ primary }) => primary === true),
  },
  {
    id: "more-than-one-address",
    title: "more than one postal address: only one is stored",
    source: "SAME-04",
    applies: ({ addresses }) => (addresses ?? []).filter(wholeAddress).length > 1,
  },
  {
    id: "more-than-one-role",
    title: "more than one role: only one is stored",
    source: "SAME-04",
    applies: ({ roles }) => filled(roles).length > 1,
  },
  {
    id: "more-than-one-photo",
    title: "more than one photo: only one is stored",
    source: "SAME-04",
    applies: ({ photos }) => filled(photos).length > 1,
  },
  {
    id: "phone-types-swap",
    title: "has a mobile number: written back by type, it becomes the primary number",
    source: "DIFF-PHONE-01",
    applies: ({ phoneNumbers }) => filled(phoneNumbers).some(({ type }) => type === "mobile"),
  },
  {
    id: "start-date-offset",
    title: "startDate has an offset without a colon, which is not a SCIM dateTime",
    source: "DIFF-PROF-01",
    applies: ({ profile }) => /[+-]\d{4}$/.test(profile?.startDate ?? ""),
  },
  {
    id: "locale-form",
    title: "a language tag contains _, but 2.0 requires BCP 47",
    source: "DIFF-LANG-01",
    applies: ({ locale, preferredLanguage }) =>
      /_/.test(`${locale ?? ""}${preferredLanguage ?? ""}`),
  },
  {
    id: "manager-key",
    title:
      "has a manager: write it as manager.managerId in 2.0 too; manager.value, as 2.0 libraries write it, is rejected with the whole request, or sets no manager",
    source: "DIFF-ENT-04",
    applies: ({ enterprise }) => Boolean(enterprise?.managerId),
  },
  {
    id: "deactivated",
    title:
      "deactivated: userName and email address stay in use; reactivate the user instead of creating it again",
    source: "DIFF-DEL-02",
    applies: ({ active }) => active === false,
  },
  {
    id: "guest",
    title: "guest: 2.0 documents no filter that lists guests",
    source: "DIFF-FILT-02",
    applies: ({ guest }) => Boolean(guest),
  },
  {
    id: "guest-without-groups",
    title:
      "guest in no group: the conversion to a guest may have ended the memberships; check whether groups are missing, and read them before the next conversion",
    source: "DIFF-GUEST-04",
    applies: ({ guest, groups }) => Boolean(guest) && filled(groups).length === 0,
  },
  {
    id: "guest-kind",
    title: "guest without type multi: 2.0 does not show which kind of guest it is",
    source: "DIFF-FILT-02",
    applies: ({ guest }) => Boolean(guest) && guest?.type !== "multi",
  },
];

export const groupRules: readonly MigrationRule<NeutralGroup>[] = [
  {
    id: "group-without-members",
    title:
      "no members: if it should have some, look for a client that removes one member with a value, such as Entra's custom application without the flag aadOptscim062020",
    source: "DIFF-GRP-07",
    applies: ({ members }) => filled(members).length === 0,
  },
  {
    id: "group-over-5000",
    title: "over 5,000 members: more than Slack advises for one request",
    source: "DIFF-GRP-06",
    applies: ({ members }) => (members ?? []).length > 5000,
  },
  {
    id: "group-over-15000",
    title: "over 15,000 members: PUT with all of them is rejected",
    source: "DIFF-GRP-06",
    applies: ({ members }) => (members ?? []).length > 15_000,
  },
];
