import type { Version } from "../../client/index.ts";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import type { CompleteOptions } from "../servers/complete/options.ts";
import { listOf } from "../servers/complete/values.ts";
import { type Answered, inBody, type Passing, type Tampering } from "../tampering/tampering.ts";

/** A variation of a server in which no rule may fail. */
export interface Variation {
  name: string;
  /** The section that allows it, or leaves it open. */
  allowed: string;
  /** The tested versions; default: both. */
  versions?: readonly Version[];
  options?: CompleteOptions;
  tampering?: Tampering;
  /** Requirements that may warn: a SHOULD is not met. */
  warns?: readonly string[];
  /** Requirements that are broken. */
  breaks?: readonly string[];
}

/** Changes each user and group of an answer. */
export const eachResource = (change: (resource: JsonObject) => void): Tampering => ({
  response: (answer, { path }) => {
    if (!/^\/(Users|Groups)/.test(path) || answer.status >= 300) return;
    inBody(answer, (body) => {
      for (const resource of Array.isArray(body.Resources) ? listOf(body.Resources) : [body]) {
        change(resource);
      }
    });
  },
});

export const configWith =
  (change: (config: JsonObject) => void) => (answer: Answered, call: Passing) => {
    if (call.path.startsWith("/ServiceProviderConfig")) inBody(answer, change);
  };

export const withoutBody = (answer: Answered, status: number) => {
  answer.status = status;
  answer.body = "";
  delete answer.headers["content-type"];
};

export const drop = (values: JsonObject, ...names: string[]) => {
  for (const name of names) delete values[name];
};

/** A value with the names of all members changed, including URNs. */
export function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => renamed(each, rename));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [rename(name), renamed(member, rename)]),
  );
}

export const refused = (answer: Answered, status: number, version = "2.0") => {
  answer.status = status;
  answer.headers["content-type"] = "application/json";
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:Error"];
  answer.body = JSON.stringify(
    version === "2.0"
      ? { schemas, status: String(status), detail: "not offered" }
      : { Errors: [{ code: String(status), description: "not offered" }] },
  );
};

export const isOf = (path: string, ...endpoints: string[]) =>
  endpoints.some((endpoint) => new RegExp(`^/${endpoint}(?:[/?]|$)`).test(path));

export const acme = "urn:example:params:scim:schemas:extension:acme:2.0:Thing";

export const acmeSchema: JsonObject = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
  id: acme,
  name: "Thing",
  description: "Thing",
  attributes: ["badge", "level"].map((name) => ({
    name,
    type: name === "level" ? "integer" : "string",
    multiValued: false,
    description: name,
    required: false,
    caseExact: false,
    mutability: "readOnly",
    returned: "default",
    uniqueness: "none",
  })),
};

export const v2 = ["2.0"] as const;
