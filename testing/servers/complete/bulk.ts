import type { Version } from "../../../client/index.ts";
import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import type { Kind } from "./attributes.ts";
import type { Directory } from "./directory.ts";
import { maxOperations } from "./documents.ts";
import { patch as patch11 } from "./patch-1.1.ts";
import { patch as patch20 } from "./patch-2.0.ts";
import { listOf, memberOf, Refusal } from "./values.ts";

const message = "urn:ietf:params:scim:api:messages:2.0:";

/** Executes one operation of a job. */
interface Operation {
  method: string;
  path: string;
  bulkId: string | undefined;
  data: unknown;
}

/** A bulk job (SCIM 1.1 protocol §3.5, RFC 7644 §3.7). @throws Refusal of the job as a whole */
export function bulk(
  directory: Directory,
  body: unknown,
  refused: (why: Refusal) => JsonObject,
): JsonObject {
  const { version } = directory;
  const given = isObject(body) ? memberOf(body, "Operations") : undefined;
  if (!isObject(body) || !Array.isArray(given)) {
    throw new Refusal(400, "no Operations", "invalidSyntax");
  }
  if (given.length > maxOperations) {
    throw new Refusal(413, `a job has at most ${maxOperations} operations (maxOperations)`);
  }
  const limit = Number(memberOf(body, "failOnErrors") ?? Number.POSITIVE_INFINITY);
  const ids = new Map<string, string>();
  const results: JsonObject[] = [];
  let errors = 0;
  let waiting = listOf(given).map(operationOf);
  // An operation waits for those that it refers to; circular references are never resolved.
  for (let progress = true; waiting.length > 0 && errors < limit; ) {
    const later: Operation[] = [];
    const last = !progress;
    progress = false;
    for (const operation of waiting) {
      if (errors >= limit) break;
      if (!last && unresolved(operation.data, ids)) {
        later.push(operation);
        continue;
      }
      progress = true;
      const result = carryOut(directory, operation, ids, refused);
      if (result.failed) errors += 1;
      results.push(result.shown);
    }
    waiting = later;
  }
  const schemas = [version === "1.1" ? "urn:scim:schemas:core:1.0" : `${message}BulkResponse`];
  return { schemas, Operations: results };
}

function operationOf(given: JsonObject): Operation {
  const bulkId = memberOf(given, "bulkId");
  return {
    method: String(memberOf(given, "method")).toUpperCase(),
    path: String(memberOf(given, "path")),
    bulkId: typeof bulkId === "string" ? bulkId : undefined,
    data: memberOf(given, "data"),
  };
}

const references = (data: unknown) =>
  [...JSON.stringify(data ?? null).matchAll(/"bulkId:([^"]+)"/g)].map(([, id = ""]) => id);

const unresolved = (data: unknown, ids: ReadonlyMap<string, string>) =>
  references(data).some((id) => !ids.has(id));

function carryOut(
  directory: Directory,
  operation: Operation,
  ids: Map<string, string>,
  refused: (why: Refusal) => JsonObject,
): { failed: boolean; shown: JsonObject } {
  const { version } = directory;
  const { method, bulkId } = operation;
  const path = operation.path.replace(/bulkId:([^/]+)/, (all, id: string) => ids.get(id) ?? all);
  const named = { method, ...(bulkId === undefined ? {} : { bulkId }) };
  const location = method === "POST" ? {} : { location: directory.locationOf(path) };
  try {
    if (unresolved(operation.data, ids)) throw new Refusal(409, "unknown bulkId");
    const text = JSON.stringify(operation.data ?? null);
    const data: unknown = JSON.parse(
      text.replace(/"bulkId:([^"]+)"/g, (_, id: string) => JSON.stringify(ids.get(id))),
    );
    const done = change(directory, method, path, data);
    const id = done.resource?.id;
    if (bulkId !== undefined && typeof id === "string") ids.set(bulkId, id);
    const meta = done.resource?.meta;
    const shown = isObject(meta) ? { location: meta.location, version: meta.version } : location;
    return { failed: false, shown: { ...shown, ...named, status: statusOf(version, done.status) } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const status = statusOf(version, error.status, error.message);
    const response = version === "1.1" ? {} : { response: refused(error) };
    return { failed: true, shown: { ...location, ...named, status, ...response } };
  }
}

function change(
  directory: Directory,
  method: string,
  path: string,
  data: unknown,
): { status: number; resource?: JsonObject } {
  const [, name, encoded] = /^\/(User|Group)s(?:\/([^/]+))?$/.exec(path) ?? [];
  const kind: Kind | undefined = name === "User" || name === "Group" ? name : undefined;
  if (!kind) throw new Refusal(400, `no path ${path}`, "invalidPath");
  directory.requireType(kind);
  const id = encoded === undefined ? undefined : decodeURIComponent(encoded);
  if (method === "POST" && id === undefined) {
    return { status: 201, resource: directory.create(kind, data) };
  }
  if (id === undefined) throw new Refusal(405, `${method} needs an id`);
  if (method === "PUT") return { status: 200, resource: directory.change(kind, id, () => data) };
  if (method === "DELETE") {
    directory.remove(kind, id);
    return { status: 204 };
  }
  if (method !== "PATCH") throw new Refusal(400, `no method ${method}`, "invalidSyntax");
  const schemas = directory.schemas[kind];
  const patch = directory.version === "1.1" ? patch11 : patch20;
  return { status: 200, resource: directory.change(kind, id, (old) => patch(old, data, schemas)) };
}

/** In SCIM 1.1 a status is an object with a code and, after a failure, a description. */
function statusOf(version: Version, status: number, description?: string): unknown {
  if (version === "2.0") return String(status);
  return { code: String(status), ...(description === undefined ? {} : { description }) };
}
