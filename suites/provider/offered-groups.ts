import type { ScimClient } from "../../client/index.ts";
import type { NeutralGroup } from "../../schemas/index.ts";
import { at, items } from "../json.ts";
import { notObserved } from "../not-observed.ts";
import type { CheckCallOptions, CheckCalls } from "../run/check-calls.ts";
import { Skip } from "../run/stop.ts";
import { isNotOffered } from "./not-offered.ts";

/**
 * Whether the provider has groups. `/Groups` may be missing where discovery does not name it
 * (RFC 7644 §4: /ResourceTypes; SCIM 1.1 core schema §10: the schemas); else its absence is a violation.
 */
export async function offersGroups(client: ScimClient): Promise<boolean> {
  const { status } = await client.groups.list({ count: 1 });
  // A provider without groups, or one that does not allow them to this client, may return 403.
  if (status !== 403 && !isNotOffered(status)) return true;
  const documents = client.version === "2.0" ? client.resourceTypes() : client.schemas();
  const listed = items(at((await documents).json, "Resources"));
  return listed.some((document) => /(^|\/)groups$/i.test(String(at(document, "endpoint"))));
}

/**
 * The calls on groups, which end a check where the provider has no groups. Calls with credentials
 * other than those of the run are always sent: they expect a rejection.
 */
export function whereOffered(
  groups: CheckCalls<NeutralGroup>,
  offered: () => Promise<boolean>,
): CheckCalls<NeutralGroup> {
  const check = async (options: CheckCallOptions | undefined) => {
    if (options?.token === undefined && !(await offered())) throw noGroups();
  };
  return {
    ...groups,
    list: (options) => check(options).then(() => groups.list(options)),
    search: (options) => check(options).then(() => groups.search(options)),
    get: (id, options) => check(options).then(() => groups.get(id, options)),
    create: (group, options) => check(options).then(() => groups.create(group, options)),
    patch: (id, intents, options) => check(options).then(() => groups.patch(id, intents, options)),
    replace: (id, group, options) => check(options).then(() => groups.replace(id, group, options)),
    delete: (id, options) => check(options).then(() => groups.delete(id, options)),
  };
}

/** Ends a check that needs groups. */
export const noGroups = () => new Skip("not-offered", reason);

/** Leaves out a fact about groups. */
export const withoutGroups = () => notObserved("not-offered", reason);

const reason = "the provider has no groups";
