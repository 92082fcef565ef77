import type { NeutralUser } from "../../schemas/index.ts";

/** An address for a user besides its own; no other user has it. */
export const secondAddress = ({ emails }: NeutralUser): string => `second-${emails?.[0]?.value}`;

/** Values for the attributes that Slack stores, to observe a change that also clears other ones. */
export function manyAttributes(user: NeutralUser): Partial<NeutralUser> {
  return {
    emails: [...(user.emails ?? []), { value: secondAddress(user), primary: false }],
    phoneNumbers: [
      { value: "+1 555 0100", primary: true },
      { value: "+1 555 0101", primary: false },
    ],
    addresses: [{ streetAddress: "1 Main St", locality: "Springfield", country: "US" }],
    roles: [{ value: "Engineer", primary: true }],
    userType: "Employee",
    preferredLanguage: "en_US",
    locale: "en_US",
  };
}
