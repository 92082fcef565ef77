import type { JsonObject } from "../../schemas/json-value.ts";
import type { Call } from "../call.ts";
import type { Group } from "../organization/types.ts";
import { urnsOf } from "../urns.ts";

/** A group as Slack shows it (FACT-GROUP-10): no `externalId`, members with `value` and `display` only. */
export function groupResource(stored: Group, call: Call): JsonObject {
  const { organization } = call;
  const group = organization.visibleGroup(stored.id) ?? stored;
  const members: JsonObject[] = [];
  for (const value of group.members) {
    const user = organization.user(value);
    if (user) members.push({ value, display: user.displayName || user.userName });
  }
  const schemas = [urnsOf(call.version).group];
  const meta = { created: group.created, location: `${call.baseUrl}/Groups/${group.id}` };
  const resource: JsonObject =
    call.version === "1.1"
      ? { schemas, id: group.id, displayName: group.displayName, members, meta }
      : { schemas, id: group.id, meta, displayName: group.displayName, members };
  call.rules.group?.(resource, call);
  return resource;
}
