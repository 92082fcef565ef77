import type { NeutralGroup, NeutralUser, NeutralValue } from "../../schemas/index.ts";

/** Something that a resource has and that a migration has to reckon with. */
export interface TripRule<T> {
  id: string;
  /** What is wrong, for a person. */
  title: string;
  /** The entry of the catalogue of differences, or the fact, that it rests on. */
  source: string;
  trips: (resource: T) => boolean;
}

const filled = (entries: readonly NeutralValue[] | null | undefined) =>
  (entries ?? []).filter(({ value }) => value);

const wholeAddress = (address: object) =>
  Object.entries(address).some(([name, part]) => part && name !== "type" && name !== "primary");

/** What of a user trips a rule of 2.0 or of a client that was moved to it. */
export const userRules: readonly TripRule<NeutralUser>[] = [
  {
    id: "user-name-too-long",
    title: "userName is longer than 21 characters: refused when it is written back",
    source: "DIFF-USER-01",
    trips: ({ userName }) => (userName ?? "").length > 21,
  },
  {
    id: "user-name-characters",
    title: "userName holds characters that 2.0 does not document: each may become _",
    source: "DIFF-USER-01",
    trips: ({ userName }) => !/^[a-z0-9._-]*$/.test(userName ?? ""),
  },
  {
    id: "nick-name-differs",
    title: "nickName is not the userName, which it mirrors: a replacement changes one of them",
    source: "SAME-05",
    trips: ({ userName, nickName }) => Boolean(nickName) && nickName !== userName,
  },
  {
    id: "more-than-two-emails",
    title: "more than the two mail addresses that are stored",
    source: "SAME-04",
    trips: ({ emails }) => filled(emails).length > 2,
  },
  {
    id: "no-primary-email",
    title: "no mail address is marked primary: 2.0's emails[primary eq false] means them all",
    source: "DIFF-EMAIL-01",
    trips: ({ emails }) => !filled(emails).some(({ primary }) => primary === true),
  },
  {
    id: "more-than-one-address",
    title: "more than the one address that is stored",
    source: "SAME-04",
    trips: ({ addresses }) => (addresses ?? []).filter(wholeAddress).length > 1,
  },
  {
    id: "more-than-one-role",
    title: "more than the one role that is stored",
    source: "SAME-04",
    trips: ({ roles }) => filled(roles).length > 1,
  },
  {
    id: "more-than-one-photo",
    title: "more than the one photo that is stored",
    source: "SAME-04",
    trips: ({ photos }) => filled(photos).length > 1,
  },
  {
    id: "phone-types-swap",
    title: "a mobile number: written back by its type it becomes the primary number",
    source: "DIFF-PHONE-01",
    trips: ({ phoneNumbers }) => filled(phoneNumbers).some(({ type }) => type === "mobile"),
  },
  {
    id: "start-date-offset",
    title: "startDate has an offset without a colon, which is no SCIM dateTime",
    source: "DIFF-PROF-01",
    trips: ({ profile }) => /[+-]\d{4}$/.test(profile?.startDate ?? ""),
  },
  {
    id: "locale-form",
    title: "a language is written with _, where 2.0 wants BCP 47",
    source: "DIFF-LANG-01",
    trips: ({ locale, preferredLanguage }) => /_/.test(`${locale ?? ""}${preferredLanguage ?? ""}`),
  },
  {
    id: "manager-key",
    title: "has a manager: libraries of 2.0 look for manager.value, Slack keeps managerId",
    source: "DIFF-ENT-03",
    trips: ({ enterprise }) => Boolean(enterprise?.managerId),
  },
  {
    id: "deactivated",
    title: "userName and mail address stay taken: reactivate the user, do not create it again",
    source: "DIFF-DEL-02",
    trips: ({ active }) => active === false,
  },
  {
    id: "guest",
    title: "2.0 documents no filter that lists guests",
    source: "DIFF-FILT-02",
    trips: ({ guest }) => Boolean(guest),
  },
  {
    id: "guest-kind",
    title: "a guest that is not said to be of type multi: its kind cannot be told in 2.0",
    source: "DIFF-FILT-02",
    trips: ({ guest }) => Boolean(guest) && guest?.type !== "multi",
  },
];

export const groupRules: readonly TripRule<NeutralGroup>[] = [
  {
    id: "group-over-5000",
    title: "over 5,000 members: more than is advised for one call",
    source: "DIFF-GRP-06",
    trips: ({ members }) => (members ?? []).length > 5000,
  },
  {
    id: "group-over-15000",
    title: "over 15,000 members: a replacement in one call is refused",
    source: "DIFF-GRP-06",
    trips: ({ members }) => (members ?? []).length > 15_000,
  },
];
