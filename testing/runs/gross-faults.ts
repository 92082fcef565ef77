import type { Version } from "../../client/index.ts";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import type { CompleteOptions } from "../servers/complete/options.ts";
import { listOf } from "../servers/complete/values.ts";
import { type Answered, inBody, type Passing, type Tampering } from "../tampering/tampering.ts";
import { insteadOf } from "../variations/declines.ts";
import { drop, eachResource, isOf, refused, withoutBody } from "../variations/variation.ts";

/** A fault that breaks much at once, and all that a run may say of it. */
export interface GrossFault {
  name: string;
  options?: CompleteOptions;
  tampering?: Tampering;
  /** The findings in each version that the fault applies to: verdict and id. */
  findings: Partial<Record<Version, readonly string[]>>;
}

/** Rejects a create of a user whose body matches. */
const rejecting = (pattern: RegExp): Tampering =>
  insteadOf(
    ({ method, path, body }) => method === "POST" && path === "/Users" && pattern.test(body),
    (answer) => {
      const version = answer.body.includes("Errors") ? "1.1" : "2.0";
      refused(answer, 400, version);
    },
  );

/** Changes each error. */
const errors = (change: (answer: Answered) => void): Tampering => ({
  response: (answer) => {
    if (answer.status >= 400) change(answer);
  },
});

/** A document that is not served. */
const missing = (endpoint: string): Tampering => ({
  response: (answer, { path }) => {
    const version = answer.body.includes("urn:scim:schemas:core:1.0") ? "1.1" : "2.0";
    if (isOf(path, endpoint)) refused(answer, 404, version);
  },
});

/** Removes a parameter from queries in the URL, and from those that are sent by POST. */
const withoutQuery = (name: string): Tampering => ({
  request: (call) => {
    if (!isOf(call.path, "Users", "Groups")) return;
    call.path = call.path.replace(new RegExp(`([?&])${name}=[^&]*`), "$1");
    if (call.path.endsWith("/.search")) inRequest(call, (body) => drop(body, name));
  },
});

/** Changes the body of a request, if it is a JSON object. */
function inRequest(call: Passing, change: (body: JsonObject) => void): void {
  let body: unknown;
  try {
    body = JSON.parse(call.body);
  } catch {
    return;
  }
  if (!isObject(body)) return;
  change(body);
  call.body = JSON.stringify(body);
}

const inLists = (change: (list: JsonObject, path: string) => void): Tampering => ({
  response: (answer, { path }) => {
    if (/^\/(Users|Groups)(\?|$|\/\.search)/.test(path) && answer.status === 200) {
      inBody(answer, (list) => change(list, path));
    }
  },
});

/** Changes the answer to a filter on users, in the URL or in a search by POST. */
const filteredUsers = (
  isMeant: (filter: string) => boolean,
  change: (answer: Answered) => void,
): Tampering => ({
  response: (answer, { path, body }) => {
    if (!isOf(path, "Users")) return;
    const isSearch = path.includes("/.search");
    const filter = isSearch
      ? JSON.parse(body || "{}").filter
      : new URL(path, "http://localhost").searchParams.get("filter");
    if (typeof filter === "string" && isMeant(filter)) change(answer);
  },
});

const isComparison = (filter: string) => /^\w+ eq "(?:[^"\\]|\\.)*"$/.test(filter);

const emptied = (list: JsonObject) => {
  if (Array.isArray(list.Resources)) Object.assign(list, { Resources: [], totalResults: 0 });
};

const internalError = (answer: Answered) => {
  const version = answer.body.includes("urn:scim:schemas:core:1.0") ? "1.1" : "2.0";
  refused(answer, 500, version);
};

const isResource = (path: string) => /^\/(Users|Groups)\/[^?]/.test(path);

/** A method that answers as if it had worked, and changes nothing. */
const withoutEffect = (method: string): Tampering => {
  const ignored = new WeakSet<Passing>();
  return {
    request: (call) => {
      if (call.method !== method || !isResource(call.path)) return;
      ignored.add(call);
      call.method = "GET";
      call.body = "";
    },
    response: (answer, call) => {
      if (!ignored.has(call) || answer.status !== 200 || method !== "DELETE") return;
      withoutBody(answer, answer.body.includes("urn:scim:schemas:core:1.0") ? 200 : 204);
    },
  };
};

/** Changes each operation of a PATCH of version 2.0, which may become several. */
const inPatch = (change: (operation: JsonObject) => JsonObject[]): Tampering => ({
  request: (call) => {
    if (call.method !== "PATCH") return;
    inRequest(call, (body) => {
      if (Array.isArray(body.Operations)) {
        body.Operations = body.Operations.flatMap((each: unknown) =>
          isObject(each) ? change(each) : [each],
        );
      }
    });
  },
});

/** Has a PATCH of version 1.1 remove attributes before it sets them. */
const inPartial = (isReplaced: (value: unknown) => boolean): Tampering => ({
  request: (call) => {
    if (call.method !== "PATCH") return;
    inRequest(call, (body) => {
      if (Array.isArray(body.Operations)) return;
      const names = Object.keys(body).filter(
        (name) => !["schemas", "meta"].includes(name) && isReplaced(body[name]),
      );
      if (names.length === 0) return;
      const meta: JsonObject = isObject(body.meta) ? body.meta : {};
      const cleared = Array.isArray(meta.attributes) ? meta.attributes : [];
      body.meta = { ...meta, attributes: [...cleared, ...names] };
    });
  },
});

const isOp = ({ op }: JsonObject, ...names: string[]) => names.includes(String(op).toLowerCase());

/** Two faults in one: each acts where the other does not. */
const both = (one: Tampering, other: Tampering): Tampering => ({
  request: async (call) => {
    await one.request?.(call);
    await other.request?.(call);
  },
  response: async (answer, call) => {
    await one.response?.(answer, call);
    await other.response?.(answer, call);
  },
});

let changes = 0;

export const grossFaults: readonly GrossFault[] = [
  {
    name: "resources have no meta",
    tampering: eachResource((resource) => drop(resource, "meta")),
    findings: { "1.1": ["fail SCIM11-API-3.2-01"], "2.0": ["fail SCIM20-7643-3.1-12"] },
  },
  {
    name: "meta has no location",
    tampering: eachResource(({ meta }) => isObject(meta) && drop(meta, "location")),
    findings: { "1.1": ["fail SCIM11-API-3.10-01"], "2.0": ["fail SCIM20-7643-3.1-12"] },
  },
  {
    name: "meta has no times",
    tampering: eachResource(({ meta }) => isObject(meta) && drop(meta, "created", "lastModified")),
    findings: { "1.1": ["fail SCIM11-CS-5.1-09"], "2.0": ["fail SCIM20-7643-3.1-12"] },
  },
  {
    name: "there is no Location header",
    tampering: {
      response: ({ headers }) => {
        delete headers.location;
      },
    },
    findings: { "1.1": ["warn SCIM11-API-3.1-03"], "2.0": ["fail SCIM20-7644-3.3-06"] },
  },
  {
    name: "errors have no body",
    tampering: errors((answer) => withoutBody(answer, answer.status)),
    findings: { "1.1": ["fail SCIM11-API-3.9-01"], "2.0": ["fail SCIM20-7644-3.12-01"] },
  },
  {
    name: "errors are HTML",
    tampering: errors((answer) => {
      answer.body = `<html><body>Error ${answer.status}</body></html>`;
      answer.headers["content-type"] = "text/html";
    }),
    findings: { "1.1": ["fail SCIM11-API-3.9-01"], "2.0": ["fail SCIM20-7644-3.12-01"] },
  },
  {
    name: "errors have another URN",
    tampering: errors((answer) =>
      inBody(answer, (body) => {
        body.schemas = ["urn:example:error"];
      }),
    ),
    findings: { "2.0": ["fail SCIM20-7644-3.12-01"] },
  },
  {
    name: "resources have no schemas",
    tampering: eachResource((resource) => drop(resource, "schemas")),
    findings: { "1.1": ["fail SCIM11-CS-3-05"], "2.0": ["fail SCIM20-7643-2.1-03"] },
  },
  {
    name: "there is no provider configuration",
    tampering: missing("ServiceProviderConfigs?"),
    findings: { "1.1": ["warn SCIM11-API-3-03"], "2.0": ["fail SCIM20-7644-4-01"] },
  },
  {
    name: "there are no schema documents",
    tampering: missing("Schemas"),
    findings: { "1.1": ["warn SCIM11-API-3-04"], "2.0": ["fail SCIM20-7644-4-02"] },
  },
  {
    name: "each schema document is a list of one",
    tampering: {
      response: (answer, { path }) => {
        if (!/^\/Schemas\/./.test(path) || answer.status !== 200) return;
        answer.body = JSON.stringify({ totalResults: 1, Resources: [JSON.parse(answer.body)] });
      },
    },
    findings: { "1.1": ["warn SCIM11-API-3-04"], "2.0": ["warn SCIM20-7644-4-03"] },
  },
  ...(["title", "name", "emails"] as const).map(
    (attribute): GrossFault => ({
      name: `a create with ${attribute} is rejected`,
      tampering: rejecting(new RegExp(`"${attribute}":`)),
      findings: { "1.1": ["warn SCIM11-API-3.1-01"], "2.0": ["fail SCIM20-7644-3.3-04"] },
    }),
  ),
  {
    name: "a create with a null is rejected",
    tampering: rejecting(/":null/),
    findings: { "1.1": [], "2.0": [] },
  },
  {
    name: "there are no resource types",
    tampering: missing("ResourceTypes"),
    findings: { "2.0": ["fail SCIM20-7644-4-04"] },
  },
  {
    name: "a userName is not unique",
    options: { sharesNames: true },
    findings: { "1.1": ["fail SCIM11-CS-6.1-02"], "2.0": ["fail SCIM20-7643-4.1.1-03"] },
  },
  {
    name: "attributes is ignored",
    tampering: withoutQuery("attributes"),
    findings: { "1.1": ["fail SCIM11-API-3.7-03"], "2.0": ["fail SCIM20-7644-3.9-01"] },
  },
  {
    name: "excludedAttributes is ignored",
    tampering: withoutQuery("excludedAttributes"),
    findings: { "2.0": ["fail SCIM20-7644-3.9-02"] },
  },
  {
    name: "value filters in paths are ignored",
    tampering: inPatch(({ path, ...rest }) => [
      typeof path === "string" ? { ...rest, path: path.replace(/\[.*\]/, "") } : rest,
    ]),
    findings: { "2.0": ["fail SCIM20-7644-3.5.2.2-03"] },
  },
  {
    name: "PATCH replaces values where it should add",
    tampering: both(
      inPatch((operation) => [
        isOp(operation, "add") ? { ...operation, op: "replace" } : operation,
      ]),
      inPartial(Array.isArray),
    ),
    findings: { "1.1": ["warn SCIM11-API-3.3.2-11"], "2.0": ["warn SCIM20-7644-3.5.2.1-03"] },
  },
  {
    name: "PATCH replaces complex values where it should merge",
    tampering: both(
      inPatch((operation) => {
        const { path, value } = operation;
        const isPlural = typeof path === "string" && /s$|\[/.test(path);
        if (!isOp(operation, "add", "replace") || !isObject(value) || isPlural) return [operation];
        const paths =
          typeof path === "string"
            ? [path]
            : Object.keys(value).filter((name) => isObject(value[name]));
        return [...paths.map((each) => ({ op: "remove", path: each })), operation];
      }),
      inPartial(isObject),
    ),
    findings: { "1.1": ["warn SCIM11-API-3.3.2-10"], "2.0": ["fail SCIM20-7644-3.5.2.3-04"] },
  },
  {
    name: "the media type is text/plain",
    tampering: {
      response: (answer) => {
        if (answer.body !== "") answer.headers["content-type"] = "text/plain";
      },
    },
    findings: { "1.1": ["fail SCIM11-API-3.6-02"], "2.0": ["fail SCIM20-7644-3.8-02"] },
  },
  {
    name: "totalResults counts the page",
    tampering: inLists((list) => {
      list.totalResults = listOf(list.Resources).length;
    }),
    findings: { "1.1": ["warn SCIM11-API-3.2.2.3-06"], "2.0": ["fail SCIM20-7644-3.4.2-02"] },
  },
  {
    name: "startIndex is ignored",
    tampering: withoutQuery("startIndex"),
    findings: { "1.1": ["warn SCIM11-API-3.2.2.3-08"], "2.0": ["warn SCIM20-7644-3.4.2.4-07"] },
  },
  {
    name: "filters are ignored",
    tampering: withoutQuery("filter"),
    findings: { "1.1": ["fail SCIM11-API-3.2.2.1-02"], "2.0": ["fail SCIM20-7644-3.4.2.2-02"] },
  },
  {
    name: "a filter on users other than eq is ignored",
    tampering: {
      request: (call) => {
        if (!isOf(call.path, "Users")) return;
        const filter = new URL(call.path, "http://localhost").searchParams.get("filter");
        if (filter !== null && !isComparison(filter)) {
          call.path = call.path.replace(/([?&])filter=[^&]*/, "$1");
        }
      },
    },
    findings: { "1.1": ["fail SCIM11-API-3.2.2.1-02"], "2.0": ["fail SCIM20-7644-3.4.2.2-02"] },
  },
  {
    name: "filters on users find nothing",
    tampering: filteredUsers(
      () => true,
      (answer) => inBody(answer, emptied),
    ),
    findings: { "1.1": ["fail SCIM11-API-3.2.2.1-02"], "2.0": ["fail SCIM20-7644-3.4.2.2-02"] },
  },
  {
    name: "a filter on users other than eq returns 500",
    tampering: filteredUsers((filter) => !isComparison(filter), internalError),
    findings: { "1.1": ["fail SCIM11-API-3.2.2.1-22"], "2.0": ["fail SCIM20-7644-3.4.2.2-23"] },
  },
  {
    name: "filters on users find nothing, and return 500 where they are not eq",
    tampering: both(
      filteredUsers(isComparison, (answer) => inBody(answer, emptied)),
      filteredUsers((filter) => !isComparison(filter), internalError),
    ),
    findings: {
      "1.1": ["fail SCIM11-API-3.2.2.1-02", "fail SCIM11-API-3.2.2.1-22"],
      "2.0": ["fail SCIM20-7644-3.4.2.2-02", "fail SCIM20-7644-3.4.2.2-23"],
    },
  },
  {
    name: "a userName is compared by letter case",
    tampering: inLists((list, path) => {
      const filter = new URL(path, "http://localhost").searchParams.get("filter") ?? "";
      const [, literal] = /^userName eq ("(?:[^"\\]|\\.)*")$/i.exec(filter) ?? [];
      if (literal === undefined) return;
      const wanted = String(JSON.parse(literal)).normalize("NFKC");
      const found = listOf(list.Resources);
      list.Resources = found.filter(({ userName }) => userName === wanted);
      list.totalResults = listOf(list.Resources).length;
      list.itemsPerPage = listOf(list.Resources).length;
    }),
    findings: { "1.1": ["fail SCIM11-API-3.2.2.1-23"], "2.0": ["fail SCIM20-7644-3.4.2.2-24"] },
  },
  {
    name: "DELETE has no effect",
    tampering: withoutEffect("DELETE"),
    findings: { "1.1": ["fail SCIM11-API-3.4-03"], "2.0": ["fail SCIM20-7644-3.6-02"] },
  },
  {
    name: "PUT has no effect",
    tampering: withoutEffect("PUT"),
    findings: { "2.0": ["fail SCIM20-7644-3.5.1-03"] },
  },
  {
    name: "PATCH has no effect",
    tampering: withoutEffect("PATCH"),
    findings: {
      "1.1": ["fail SCIM11-API-3.3.2-02", "warn SCIM11-API-3.3.2-08"],
      "2.0": ["fail SCIM20-7644-3.5.2.3-01", "warn SCIM20-7644-3.5.2.3-05"],
    },
  },
  {
    name: "a create of a group drops the members",
    tampering: {
      request: (call) => {
        if (call.method === "POST" && call.path === "/Groups") {
          inRequest(call, (body) => drop(body, "members"));
        }
      },
    },
    findings: { "1.1": ["fail SCIM11-API-3.1-02"], "2.0": ["warn SCIM20-7644-3.3-05"] },
  },
  {
    name: "errors have no status",
    tampering: errors((answer) => inBody(answer, (body) => drop(body, "status"))),
    findings: { "2.0": ["fail SCIM20-7644-3.12-02"] },
  },
  {
    name: "groups never show their members",
    tampering: eachResource((resource) => drop(resource, "members")),
    findings: {
      "1.1": ["fail SCIM11-API-3.1-02"],
      "2.0": ["fail SCIM20-7644-3.7-04", "warn SCIM20-7644-3.3-05"],
    },
  },
  {
    name: "each response has another id",
    tampering: {
      request: (call) => {
        call.path = call.path.replaceAll(/~\d+/g, "");
        call.body = call.body.replaceAll(/~\d+/g, "");
      },
      ...eachResource((resource) => {
        changes += 1;
        if (typeof resource.id === "string") resource.id = `${resource.id}~${changes}`;
      }),
    },
    findings: { "1.1": ["fail SCIM11-CS-5.1-03"], "2.0": ["fail SCIM20-7643-3.1-03"] },
  },
  {
    name: "POST answers 200",
    tampering: {
      response: (answer, { method }) => {
        if (method === "POST" && answer.status === 201) answer.status = 200;
      },
    },
    findings: { "1.1": ["warn SCIM11-API-3.1-01"], "2.0": ["fail SCIM20-7644-3.3-04"] },
  },
  {
    name: "the response to POST has no id",
    tampering: {
      response: (answer, { method }) => {
        if (method === "POST" && answer.status === 201) inBody(answer, (body) => drop(body, "id"));
      },
    },
    findings: { "1.1": ["fail SCIM11-CS-5.1-01"], "2.0": ["fail SCIM20-7643-3.1-01"] },
  },
];
