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

export const plainUserClasses = ["minimal", "typical", "full", "guest"] as const;

/**
 * The attributes of a user: `minimal` has what a create needs, `typical` what a directory sends, `full`
 * every attribute that Slack stores, `guest` the guest extension and what Slack returns
 * for guests.
 */
export type PlainUserClass = (typeof plainUserClasses)[number];

export interface UserConstraints
  extends UserNameConstraints,
    EmailConstraints,
    EnterpriseConstraints {}

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

/** Users of one class. */
export function userOfClassArbitrary(
  userClass: PlainUserClass,
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
      // Slack does not return the locale of a guest (OBS: the short form).
      return fc.record(
        { userName, emails, name, displayName, active, title, timezone, guest: guestArbitrary() },
        { ...options, requiredKeys: ["userName", "emails", "active", "guest"] },
      );
  }
}
