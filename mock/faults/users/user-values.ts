import type { User } from "../../organization/types.ts";
import type { Fault } from "../fault.ts";
import { objectsIn, onRequestBody, planter } from "../plant.ts";

const plant = planter("users");

/** Changes a user before it is stored. */
function storing(change: (draft: User) => void) {
  return { storeUser: change };
}

/** A language tag as the other version writes it: SCIM 1.1 has `en_US`, RFC 7643 `en-US`. */
function inOtherForm(tag: string | null): string | null {
  return tag?.replace(/[_-]/, (separator) => (separator === "_" ? "-" : "_")) ?? null;
}

/** Faults in which values of a user are stored. */
export const userValueFaults: readonly Fault[] = [
  plant(
    "user-type-lost",
    "`userType` is not stored",
    { v1: ["SLACK-USER-08"], v2: ["SLACK-USER-08"] },
    storing((draft) => {
      draft.userType = null;
    }),
  ),
  plant(
    "display-name-from-name",
    "`displayName` is always composed of the parts of the name",
    { v1: ["SCIM11-CS-6.1-05"], v2: ["SCIM20-7643-4.1.1-07"] },
    storing((draft) => {
      draft.displayName = `${draft.givenName} ${draft.familyName}`.trim();
    }),
  ),
  plant(
    "locale-in-other-form",
    "`locale` and `preferredLanguage` are stored in the format of the other version",
    { v1: ["SCIM11-CS-6.1-08"], v2: ["SCIM20-7643-4.1.1-11", "SCIM20-7643-4.1.1-10"] },
    storing((draft) => {
      draft.locale = inOtherForm(draft.locale);
      draft.preferredLanguage = inOtherForm(draft.preferredLanguage);
    }),
  ),
  plant(
    "country-lost",
    "The country of an address is not stored",
    {
      v1: ["SCIM11-CS-6.2-06", "SLACK-USER-21"],
      v2: ["SCIM20-7643-4.1.2-08", "SCIM20-7643-4.1.2-07"],
    },
    storing((draft) => {
      if (draft.address) draft.address = { ...draft.address, country: null };
    }),
  ),
  plant(
    "phone-scheme-dropped",
    "Phone numbers lose the `tel:` of RFC 3966",
    { v1: ["SCIM11-CS-6.2-02"], v2: ["SCIM20-7643-4.1.2-03"] },
    storing((draft) => {
      draft.mobilePhone = draft.mobilePhone?.replace(/^tel:/, "") ?? null;
      draft.primaryPhone = draft.primaryPhone?.replace(/^tel:/, "") ?? null;
    }),
  ),
  plant(
    "phone-primary-ignored",
    "The first phone number becomes the primary one, regardless of `primary`",
    { v1: ["SLACK-USER-20"], v2: ["SLACK-USER-20"] },
    onRequestBody({ operation: ["create", "replace"], resource: "Users" }, (body) => {
      for (const phone of objectsIn(body.phoneNumbers)) delete phone.primary;
    }),
  ),
];
