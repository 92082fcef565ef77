import type { NeutralUser } from "../../schemas/index.ts";
import { at } from "../json.ts";
import type { CheckContext } from "../run/check-context.ts";
import { Skip } from "../run/stop.ts";

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
 * Where nothing is published, whether users have an attribute is seen by giving it to one: RFC 7643
 * obliges a provider to no attribute of users but `userName`, and to no extension.
 * @param path an attribute, or `enterprise`
 */
export async function isShownOnTrial(t: CheckContext, path: string): Promise<boolean> {
  // Without writing there is nothing to be seen, and nothing is sent that could be lost.
  if (!t.writes) return true;
  const [first = path] = path.split(".");
  if (first === "enterprise") {
    const seen = await tried(t, enterprise);
    return seen !== undefined && at(seen.json, t.client.dialect.urns.enterprise) !== undefined;
  }
  const seen = await tried(t, ordinary);
  return seen === undefined || !seen.sent.includes(first) || at(seen.json, first) !== undefined;
}

/** What is shown of a user with some attributes more; undefined where there cannot be such a user. */
async function tried(t: CheckContext, more: Partial<NeutralUser>) {
  // What is found out so is no evidence of a single check.
  const { value } = await t.apart(() =>
    t.once(`a user with ${Object.keys(more).join(", ")} on trial`, async () => {
      try {
        const { id, sent } = await t.fixtures.newUser(more);
        return { sent: Object.keys(sent), json: (await t.users.read(id)).json };
      } catch (error) {
        if (error instanceof Skip) return undefined;
        throw error;
      }
    }),
  );
  return value;
}
