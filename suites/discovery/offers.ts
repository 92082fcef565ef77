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
  if (path === "enterprise") {
    const published = items(at((await schemaList(t)).json, "Resources"));
    const { enterprise } = t.client.dialect.urns;
    return published.length === 0 || published.some((schema) => at(schema, "id") === enterprise);
  }
  if (["externalId", "id", "meta", "schemas"].includes(path)) return true;
  try {
    const declared = await traits(t, "User");
    return declared.some((each) => each.path.toLowerCase() === path.toLowerCase());
  } catch (error) {
    if (error instanceof Skip) return true;
    throw error;
  }
}

/** @throws Skip where users cannot have one of the attributes */
export async function needsAttributes(t: CheckContext, ...paths: string[]): Promise<void> {
  for (const path of paths) {
    if (!(await offers(t, path))) throw new Skip(`not offered: users have no ${path}`);
  }
}
