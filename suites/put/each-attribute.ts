import type { Outcome } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { at } from "../json.ts";
import type { CheckContext } from "../run/check-context.ts";

/** Singular attributes with free text, which any provider can store as it is. */
const freeTexts = [
  "title",
  "displayName",
  "nickName",
  "externalId",
  "name.givenName",
  "name.familyName",
] as const;

/** Writes a value to an attribute of a user. */
type Write = (
  id: string,
  sent: NeutralUser,
  path: string,
  value: string,
) => Promise<Outcome<unknown>>;

/**
 * Writes each attribute that users have, one at a time. Slack has rules for each (FACT-PATCH-40,
 * FACT-PUT-10).
 * @returns those that did not change, although the request was answered with success
 */
export async function writtenWithoutEffect(t: CheckContext, write: Write): Promise<string[]> {
  if (t.provider.offers.everyAttribute) return [];
  return t.fixtures.leaseUser(async ({ id, sent }) => {
    const unchanged: string[] = [];
    for (const path of freeTexts) {
      if (!(await t.provider.offers.attribute(path))) continue;
      if (!(await t.provider.shows.attribute(path))) continue;
      const value = `Changed ${t.names.next()}`;
      const { status } = await write(id, sent, path, value);
      // A value may be rejected; that is judged elsewhere.
      if (status >= 300) continue;
      const seen = at((await t.users.get(id)).json, ...path.split("."));
      if (typeof seen === "string" && seen.toLowerCase() === value.toLowerCase()) continue;
      if (path === "externalId" && !(await keepsExternalId(t))) continue;
      unchanged.push(
        `${path}: ${JSON.stringify(value)}, HTTP ${status}, then ${JSON.stringify(seen) ?? "absent"}`,
      );
    }
    return unchanged;
  });
}

/** Whether a create stores an externalId: that a provider drops it is another rule (RFC 7643 §3.1). */
function keepsExternalId(t: CheckContext): Promise<boolean> {
  return t.once("whether an externalId is kept", async () => {
    const { id } = await t.fixtures.newUser({ externalId: t.names.next() });
    return at((await t.users.get(id)).json, "externalId") !== undefined;
  });
}

/** A user with another value of one attribute. */
export function withText(sent: NeutralUser, path: string, value: string): NeutralUser {
  const [name = path, part] = path.split(".");
  return part === undefined
    ? { ...sent, [name]: value }
    : { ...sent, name: { ...sent.name, [part]: value } };
}
