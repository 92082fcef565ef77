import type { NeutralUser } from "../../schemas/index.ts";
import { at } from "../json.ts";
import { Skip } from "../run/stop.ts";
import type { Inquiry } from "./inquiry.ts";

/** Ordinary values for what users often have beyond the typical. */
const ordinary: Partial<NeutralUser> = {
  nickName: "Ada",
  userType: "Employee",
  preferredLanguage: "en-US",
  phoneNumbers: [{ value: "tel:+1-201-555-0123", type: "work", primary: true }],
  addresses: [{ streetAddress: "1 Main Street", locality: "Springfield", type: "work" }],
  roles: [{ value: "Analyst", primary: true }],
};
const enterprise: Partial<NeutralUser> = { enterprise: { department: "Research" } };

/**
 * Where nothing is published, whether users have an attribute is seen by giving it to a probe user:
 * RFC 7643 obliges a provider to no attribute of users but `userName`, and to no extension.
 * @param path an attribute, or `enterprise`
 */
export async function isShownOfProbe(inquiry: Inquiry, path: string): Promise<boolean> {
  // Without writing there is nothing to be seen, and nothing is sent that could be lost.
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

/** A user with some attributes more, as sent and shown; undefined where there cannot be such a user. */
async function probed(inquiry: Inquiry, more: Partial<NeutralUser>) {
  // What is found out so is no evidence of a single check.
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
