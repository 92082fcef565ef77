import fc, { type Arbitrary } from "fast-check";
import type { NeutralUser } from "../schemas/index.ts";
import { EMAIL_DOMAIN } from "./limits.ts";
import { phraseArbitrary } from "./text.ts";
import { addressesArbitrary } from "./user/addresses.ts";
import { displayNameArbitrary } from "./user/display-name.ts";
import { type EmailConstraints, emailAddressArbitrary, emailsArbitrary } from "./user/emails.ts";
import { type EnterpriseConstraints, enterpriseArbitrary } from "./user/enterprise.ts";
import { guestArbitrary } from "./user/guest.ts";
import { localeArbitrary } from "./user/locale.ts";
import { nameArbitrary } from "./user/name.ts";
import { phoneNumbersArbitrary } from "./user/phone-numbers.ts";
import { photosArbitrary } from "./user/photos.ts";
import { profileArbitrary } from "./user/profile.ts";
import { rolesArbitrary } from "./user/roles.ts";
import { timezoneArbitrary } from "./user/timezone.ts";
import { type UserNameConstraints, userNameArbitrary } from "./user/user-name.ts";

export const userClasses = ["minimal", "typical", "full", "guest"] as const;

/**
 * How much a user says: `minimal` is what a create needs, `typical` what a directory sends, `full`
 * every attribute that Slack stores, `guest` a typical user with the guest extension.
 */
export type UserClass = (typeof userClasses)[number];

export interface UserConstraints
  extends UserNameConstraints,
    EmailConstraints,
    EnterpriseConstraints {
  /** The classes to draw from. Default: all. */
  classes?: readonly UserClass[];
}

/** What a create needs: a userName and a mail address (DOC: POST /Users). */
function minimalUserArbitrary(constraints: UserConstraints): Arbitrary<NeutralUser> {
  return fc.record(
    {
      userName: userNameArbitrary(constraints),
      emails: emailAddressArbitrary(constraints).map((value) => [{ value, primary: true }]),
    },
    { noNullPrototype: true },
  );
}

function attributeArbitraries(constraints: UserConstraints) {
  return {
    userName: userNameArbitrary(constraints),
    emails: emailsArbitrary(constraints),
    name: nameArbitrary(),
    displayName: displayNameArbitrary(),
    active: fc.constant(true),
    title: phraseArbitrary(3),
    timezone: timezoneArbitrary(),
    locale: localeArbitrary(),
    preferredLanguage: localeArbitrary(),
    userType: phraseArbitrary(1),
    phoneNumbers: phoneNumbersArbitrary(),
    addresses: addressesArbitrary(),
    roles: rolesArbitrary(),
    photos: photosArbitrary(constraints.emailDomain ?? EMAIL_DOMAIN),
    enterprise: enterpriseArbitrary(constraints),
    profile: profileArbitrary(),
  };
}

function userOfClassArbitrary(
  userClass: UserClass,
  constraints: UserConstraints,
): Arbitrary<NeutralUser> {
  const options = { noNullPrototype: true };
  const all = attributeArbitraries(constraints);
  const { userName, emails, name, displayName, active, title, timezone, locale } = all;
  const typical = { userName, emails, name, displayName, active, title, timezone, locale };
  switch (userClass) {
    case "minimal":
      return minimalUserArbitrary(constraints);
    case "typical":
      return fc.record(typical, {
        ...options,
        requiredKeys: ["userName", "emails", "name", "active"],
      });
    case "full":
      return fc.record(all, options).map((user) => ({ ...user, nickName: user.userName }));
    case "guest":
      return fc.record(
        { ...typical, guest: guestArbitrary() },
        { ...options, requiredKeys: ["userName", "emails", "active", "guest"] },
      );
  }
}

/**
 * Users that Slack creates as they are, in neutral form. Shrinks to
 * `{userName: "a", emails: [{value: "a@…", primary: true}]}` when `minimal` is among the classes.
 *
 * Two drawn users may share a userName or an address: use {@link usersArbitrary} for a population.
 */
export function userArbitrary(constraints: UserConstraints = {}): Arbitrary<NeutralUser> {
  const { classes = userClasses } = constraints;
  const ordered = userClasses.filter((userClass) => classes.includes(userClass));
  const arbitraries = ordered.map((userClass) => userOfClassArbitrary(userClass, constraints));
  return fc.oneof({ withCrossShrink: true }, ...arbitraries);
}

export interface UsersConstraints extends UserConstraints {
  /** Fewest users. Default: 0. */
  minUsers?: number;
  /** Most users. Default: 10. */
  maxUsers?: number;
}

/** Users of whom no two share a userName or an address, whatever the letter case. */
export function usersArbitrary(constraints: UsersConstraints = {}): Arbitrary<NeutralUser[]> {
  const { minUsers = 0, maxUsers = 10 } = constraints;
  const numbers = fc.uniqueArray(fc.nat(9999), { minLength: minUsers, maxLength: maxUsers });
  return numbers.chain((distinct) =>
    fc
      .tuple(...distinct.map(() => userArbitrary(constraints)))
      .map((users) =>
        users.map((user, index) =>
          distinguish(user, String(distinct[index]), constraints.namePrefix),
        ),
      ),
  );
}

/**
 * The same user under another userName and other addresses: a tag that is unique to a case keeps it
 * from colliding with a user of an earlier case, since Slack never frees a userName or an address.
 * The length of the userName is kept where the tag fits into it.
 *
 * @param tag lower-case letters and digits
 * @param namePrefix the prefix that stays in front
 */
export function distinguish(user: NeutralUser, tag: string, namePrefix = ""): NeutralUser {
  const rename = (name: string): string => {
    const own = name.startsWith(namePrefix) ? name.slice(namePrefix.length) : name;
    const rest = own.slice(0, Math.max(0, own.length - tag.length - 1));
    return `${namePrefix}${rest}x${tag}`;
  };
  const renamed: NeutralUser = { ...user };
  if (user.userName) renamed.userName = rename(user.userName);
  if (user.nickName) renamed.nickName = rename(user.nickName);
  if (user.emails) {
    renamed.emails = user.emails.map((entry, index) => {
      const at = entry.value?.lastIndexOf("@") ?? -1;
      if (!entry.value || at < 0) return entry;
      return { ...entry, value: `${namePrefix}x${tag}.${index}${entry.value.slice(at)}` };
    });
  }
  return renamed;
}
