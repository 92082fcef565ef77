import { at, items } from "../json.ts";
import type { CheckContext } from "../run/check-context.ts";
import { Skip } from "../run/stop.ts";
import { schemaList } from "./schemas.ts";
import { traits } from "./traits.ts";

/**
 * Whether users can have an attribute (`title`, `name.formatted`) or the `enterprise` extension. Slack
 * has all that the suite sends; elsewhere the published schemas tell, and where there are none, the
 * attribute is tried.
 */
export async function offers(t: CheckContext, path: string): Promise<boolean> {
  if (t.profile === "slack") return true;
  const [first] = path.split(".");
  // Extensions of Slack's own.
  if (first === "guest" || first === "profile") return false;
  if (first === "enterprise") return offersEnterprise(t);
  if (["externalId", "id", "meta", "schemas"].includes(first ?? "")) return true;
  try {
    const declared = await traits(t, "User");
    return declared.some((each) => each.path.toLowerCase() === path.toLowerCase());
  } catch (error) {
    if (error instanceof Skip) return true;
    throw error;
  }
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
  return (
    published.length === 0 ||
    published.some((schema) => names(schema) || items(at(schema, "attributes")).some(names))
  );
}

/** URNs are compared without regard to letter case (RFC 8141 §3.1). */
const sameUrn = (one: unknown, other: string) => String(one).toLowerCase() === other.toLowerCase();

/** @throws Skip where users cannot have one of the attributes */
export async function needsAttributes(t: CheckContext, ...paths: string[]): Promise<void> {
  for (const path of paths) {
    if (!(await offers(t, path))) throw new Skip(`not offered: users have no ${path}`);
  }
}
