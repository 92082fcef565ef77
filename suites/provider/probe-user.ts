import type { NeutralUser } from "../../schemas/index.ts";
import { at } from "../json.ts";
import { Skip } from "../run/stop.ts";
import type { Inquiry } from "./inquiry.ts";

/** Ordinary values for attributes that users often have, beyond those of a typical user. */
const ordinary: Partial<NeutralUser> = {
  nickName: "Ada",
  userType: "Employee",
  preferredLanguage: "en-US",
  locale: "en-US",
  timezone: "America/Los_Angeles",
  phoneNumbers: [{ value: "tel:+1-201-555-0123", type: "work", primary: true }],
  addresses: [{ streetAddress: "1 Main Street", locality: "Springfield", type: "work" }],
  roles: [{ value: "Analyst", primary: true }],
};
const enterprise: Partial<NeutralUser> = { enterprise: { department: "Research" } };

/**
 * Whether users have an attribute, where no schema is published: a probe user is created with it,
 * and read. RFC 7643 requires no attribute of users but `userName`, and no extension.
 * @param path an attribute, or `enterprise`
 */
export async function isShownOfProbe(inquiry: Inquiry, path: string): Promise<boolean> {
  // A read-only run cannot find out, and sends no attribute that the provider could drop.
  if (!inquiry.writes) return true;
  const [first = path] = path.split(".");
  if (first === "enterprise") {
    const seen = await probed(inquiry, enterprise);
    return (
      seen !== undefined && at(seen.shown, inquiry.client.dialect.urns.enterprise) !== undefined
    );
  }
  const seen = await probed(inquiry, ordinary);
  return seen === undefined || !(first in seen.sent) || at(seen.shown, first) !== undefined;
}

/** A user with additional attributes, as sent and as shown; undefined where it cannot be created. */
async function probed(inquiry: Inquiry, more: Partial<NeutralUser>) {
  // These exchanges are not evidence of a single check.
  const { value } = await inquiry.apart(() =>
    inquiry.once(`a probe user with ${Object.keys(more).join(", ")}`, async () => {
      try {
        return await inquiry.probe(more);
      } catch (error) {
        if (error instanceof Skip) return undefined;
        throw error;
      }
    }),
  );
  return value;
}
