import type { Outcome } from "../../client/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import { at } from "../json.ts";
import { Skip } from "../run/stop.ts";
import type { Capability } from "./capability.ts";
import type { Inquiry } from "./inquiry.ts";

/**
 * Whether a feature works that no document announces. What a run cannot find out, because it may not
 * write or has no user, counts as not supported.
 */
export async function probeCapability(inquiry: Inquiry, name: Capability): Promise<boolean> {
  // These exchanges are not evidence of a single check.
  const { value } = await inquiry.apart(() => probes[name](inquiry).catch(notSkipped));
  return value;
}

function notSkipped(error: unknown): boolean {
  if (error instanceof Skip) return false;
  throw error;
}

const probes: Readonly<Record<Capability, (inquiry: Inquiry) => Promise<boolean>>> = {
  patch: patches,
  filter: filters,
  sort: sorts,
  etag: tags,
  bulk: runsJobs,
  // RFC 7643 §5: nothing but the configuration tells, since a password is never returned.
  changePassword: async () => false,
};

/** Statuses of an endpoint or method that does not exist: RFC 9110 §15.5.5, §15.5.6, §15.6.2. */
const isMissing = ({ status }: Outcome<unknown>) => [404, 405, 501].includes(status);

async function patches(inquiry: Inquiry): Promise<boolean> {
  const id = await inquiry.probeUser();
  const change = [{ kind: "set", path: "displayName", value: "Probe of PATCH" }] as const;
  return !isMissing(await inquiry.users().patch(id, change));
}

/** A filter that no user matches must leave out the users that a list has. */
async function filters(inquiry: Inquiry): Promise<boolean> {
  if (inquiry.writes) await inquiry.probeUser();
  const { client, names } = inquiry;
  const all = await client.users.list({ count: 1 });
  const none = await client.users.list({ filter: `userName eq "${names.next()}"` });
  return totalOf(none) === 0 && (totalOf(all) ?? 0) > 0;
}

/** The same users in both orders show that `sortOrder` counts. */
async function sorts(inquiry: Inquiry): Promise<boolean> {
  const { client } = inquiry;
  const inOrder = async (order: "ascending" | "descending") => {
    const query = { sortBy: "userName", sortOrder: order };
    const listed = await client.users.list({ query });
    return listed.resource?.resources.map(({ id }) => id) ?? [];
  };
  const [up, down] = [await inOrder("ascending"), await inOrder("descending")];
  return up.length > 1 && up[0] !== down[0];
}

async function tags(inquiry: Inquiry): Promise<boolean> {
  const read = await inquiry.users().get(await inquiry.probeUser());
  // The ETag of a web server is not the version of a resource unless the resource names it.
  return read.headers.etag !== undefined && at(read.json, "meta", "version") !== undefined;
}

/** A job without operations changes nothing. */
async function runsJobs({ writes, client }: Inquiry): Promise<boolean> {
  if (!writes) return false;
  const { status, json } = await client.bulk({ operations: [] });
  return status === 200 && isObject(json) && Array.isArray(json.Operations);
}

function totalOf({ status, json }: Outcome<unknown>): number | undefined {
  const total = at(json, "totalResults");
  return status === 200 && typeof total === "number" ? total : undefined;
}
