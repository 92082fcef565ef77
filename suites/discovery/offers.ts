import { at, items } from "../json.ts";
import type { CheckContext } from "../run/check-context.ts";
import { Skip } from "../run/stop.ts";
import { lacks } from "../run/user-template.ts";
import {
  type AttributeCharacteristics,
  attributeCharacteristics,
} from "./attribute-characteristics.ts";
import { schemaList } from "./schemas.ts";
import { isShownOnTrial } from "./trial.ts";

/**
 * Whether users can have an attribute (`title`, `name.formatted`) or the `enterprise` extension. Slack
 * has all that the suite sends; elsewhere the published schemas tell, and where there are none, a
 * user on trial.
 */
export async function offers(t: CheckContext, path: string): Promise<boolean> {
  if (t.profile === "slack") return true;
  const { user, enterprise } = t.client.dialect.urns;
  if (path.startsWith(`${user}:`)) return offers(t, path.slice(user.length + 1));
  if (path.startsWith(`${enterprise}:`)) return offers(t, "enterprise");
  if (lacks(t.userShape, path)) return false;
  const [first] = path.split(".");
  // Extensions of Slack's own.
  if (first === "guest" || first === "profile") return false;
  if (first === "enterprise") return offersEnterprise(t);
  if (["externalId", "id", "meta", "schemas"].includes(first ?? "")) return true;
  const declared = await userAttributes(t);
  if (declared.length === 0) return isShownOnTrial(t, path);
  return declared.some((each) => sameName(each.path, path));
}

/**
 * Whether the enterprise extension is published: as a schema of its own, or, in SCIM 1.1, by
 * attributes of the user's schema that name it (core schema §10).
 */
async function offersEnterprise(t: CheckContext): Promise<boolean> {
  const published = items(at((await schemaList(t)).json, "Resources"));
  const { enterprise } = t.client.dialect.urns;
  const names = (document: unknown) =>
    sameUrn(at(document, "id"), enterprise) || sameUrn(at(document, "schema"), enterprise);
  if (published.length === 0) return isShownOnTrial(t, "enterprise");
  return published.some((schema) => names(schema) || items(at(schema, "attributes")).some(names));
}

/** URNs are compared without regard to letter case (RFC 8141 §3.1). */
const sameUrn = (one: unknown, other: string) => String(one).toLowerCase() === other.toLowerCase();

/** @throws Skip where users cannot have one of the attributes */
export async function needsAttributes(t: CheckContext, ...paths: string[]): Promise<void> {
  for (const path of paths) {
    if (!(await offers(t, path))) throw new Skip("not-offered", `users have no ${path}`);
  }
}

/** Whether the published schema requires an attribute of users; at Slack what is required is known. */
export async function isRequired(t: CheckContext, path: string): Promise<boolean> {
  return (await userAttributes(t)).some((each) => each.required && sameName(each.path, path));
}

/** @throws Skip where users have to have one of the attributes, so that it cannot be taken away */
export async function needsOptional(t: CheckContext, ...paths: string[]): Promise<void> {
  for (const path of paths) {
    if (await isRequired(t, path)) throw new Skip("not-applicable", `users have to have ${path}`);
  }
}

/** Whether an attribute is shown without being asked for: a password never is (RFC 7643 §7). */
export async function isReturned(t: CheckContext, path: string): Promise<boolean> {
  const hidden = ["never", "request"];
  const declared = (await userAttributes(t)).find((each) => sameName(each.path, path));
  return path !== "password" && !hidden.includes(declared?.returned ?? "default");
}

const sameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** What is published of users; nothing at Slack, or where there is no schema. */
async function userAttributes(t: CheckContext): Promise<readonly AttributeCharacteristics[]> {
  if (t.profile === "slack") return [];
  try {
    return await attributeCharacteristics(t, "User");
  } catch (error) {
    if (error instanceof Skip) return [];
    throw error;
  }
}
