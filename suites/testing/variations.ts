import type { Version } from "../../client/index.ts";
import type { CompleteOptions } from "./complete/options.ts";
import { isObject, listOf, type Values } from "./complete/values.ts";
import type { Answered, Passing, Tampering } from "./tampering.ts";

/** A way in which a server may be, and that no rule may be seen broken by. */
export interface Variation {
  name: string;
  /** Where the standards allow it, or leave it open. */
  allowed: string;
  /** Which versions it is looked at in; default: both. */
  versions?: readonly Version[];
  options?: CompleteOptions;
  tampering?: Tampering;
  /** Requirements that may warn: a SHOULD is not kept. */
  warns?: readonly string[];
  /** Requirements that are broken. */
  breaks?: readonly string[];
}

/** Changes the body of an answer, where it is a JSON object. */
function inBody(answer: Answered, change: (body: Values) => void): void {
  if (answer.body === "") return;
  const body: unknown = JSON.parse(answer.body);
  if (!isObject(body)) return;
  change(body);
  answer.body = JSON.stringify(body);
}

/** Changes each user and group of an answer. */
const eachResource = (change: (resource: Values) => void): Tampering => ({
  response: (answer, { path }) => {
    if (!/^\/(Users|Groups)/.test(path) || answer.status >= 300) return;
    inBody(answer, (body) => {
      for (const resource of Array.isArray(body.Resources) ? listOf(body.Resources) : [body]) {
        change(resource);
      }
    });
  },
});

const configWith = (change: (config: Values) => void) => (answer: Answered, call: Passing) => {
  if (call.path.startsWith("/ServiceProviderConfig")) inBody(answer, change);
};

const withoutBody = (answer: Answered, status: number) => {
  answer.status = status;
  answer.body = "";
  delete answer.headers["content-type"];
};

const drop = (values: Values, ...names: string[]) => {
  for (const name of names) delete values[name];
};

/** A value with the names of all members changed, URNs too. */
function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => renamed(each, rename));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [rename(name), renamed(member, rename)]),
  );
}

const refused = (answer: Answered, status: number, version = "2.0") => {
  answer.status = status;
  answer.headers["content-type"] = "application/json";
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:Error"];
  answer.body = JSON.stringify(
    version === "2.0"
      ? { schemas, status: String(status), detail: "not offered" }
      : { Errors: [{ code: String(status), description: "not offered" }] },
  );
};

const isOf = (path: string, ...endpoints: string[]) =>
  endpoints.some((endpoint) => new RegExp(`^/${endpoint}(?:[/?]|$)`).test(path));

const acme = "urn:example:params:scim:schemas:extension:acme:2.0:Thing";

const acmeSchema: Values = {
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

const v2 = ["2.0"] as const;

/** Answers: what they hold, and how it is written. */
const answers: readonly Variation[] = [
  {
    name: "a created group is answered with its location alone",
    warns: ["SCIM20-7644-3.3-05"],
    allowed: "RFC 7644 §3.3: the body SHOULD contain the representation",
    versions: v2,
    tampering: {
      response: (answer, { method, path }) => {
        if (method === "POST" && path === "/Groups" && answer.status === 201)
          withoutBody(answer, 201);
      },
    },
  },
  {
    name: "PATCH answers 204",
    allowed: "SCIM 1.1 protocol §3.3.2, RFC 7644 §3.5.2: 200 with the resource, or 204",
    tampering: {
      response: (answer, { method, path }) => {
        if (method === "PATCH" && answer.status === 200 && !path.includes("attributes=")) {
          withoutBody(answer, 204);
        }
      },
    },
  },
  {
    name: "resources have an extension of the provider's own",
    allowed: "RFC 7643 §3.3, §6: resource types name the schemas that extend them",
    versions: v2,
    tampering: {
      response: (answer, call) => {
        if (!call.path.includes("attributes=")) {
          eachResource((resource) => {
            if (!Array.isArray(resource.schemas)) return;
            resource.schemas = [...resource.schemas, acme];
            resource[acme] = { badge: "7", level: 3 };
          }).response?.(answer, call);
        }
        if (/^\/Schemas(?:\?|$)/.test(call.path)) {
          inBody(answer, (body) => {
            body.Resources = [...listOf(body.Resources), acmeSchema];
            body.totalResults = listOf(body.Resources).length;
            body.itemsPerPage = body.totalResults;
          });
        }
        if (decodeURIComponent(call.path) === `/Schemas/${acme}`) {
          answer.status = 200;
          answer.body = JSON.stringify(acmeSchema);
        }
        if (isOf(call.path, "ResourceTypes")) {
          inBody(answer, (body) => {
            for (const type of body.Resources ? listOf(body.Resources) : [body]) {
              const others = listOf(type.schemaExtensions);
              type.schemaExtensions = [...others, { schema: acme, required: false }];
            }
          });
        }
      },
    },
  },
  {
    name: "Resources is absent where nothing matches",
    allowed: "RFC 7644 §3.4.2: REQUIRED if totalResults is non-zero",
    versions: v2,
    tampering: {
      response: (answer) =>
        inBody(answer, (body) => {
          if (body.totalResults === 0) drop(body, "Resources");
        }),
    },
  },
  {
    name: "a list that is complete has no startIndex and no itemsPerPage",
    allowed: "RFC 7644 §3.4.2: REQUIRED when partial results are returned due to pagination",
    versions: v2,
    tampering: {
      response: (answer) =>
        inBody(answer, (body) => {
          if (Array.isArray(body.Resources) && body.totalResults === body.Resources.length) {
            drop(body, "startIndex", "itemsPerPage");
          }
        }),
    },
  },
  {
    name: "entity tags are strong",
    allowed: "RFC 7644 §3.14: weak or strong",
    tampering: {
      request: ({ headers }) => {
        for (const name of ["if-match", "if-none-match"]) {
          if (headers[name]?.startsWith('"')) headers[name] = `W/${headers[name]}`;
        }
      },
      response: (answer) => {
        if (answer.headers.etag) answer.headers.etag = answer.headers.etag.replace(/^W\//, "");
        answer.body = answer.body.replaceAll('"version":"W/', '"version":"');
      },
    },
  },
  {
    name: "there are no entity tags, and none are announced",
    allowed: "RFC 7644 §3.14: MAY",
    tampering: {
      request: ({ headers }) => drop(headers, "if-match", "if-none-match"),
      response: (answer, call) => {
        drop(answer.headers, "etag");
        answer.body = answer.body.replaceAll(/,"version":"W\/[^"]*\\"[^"]*\\""/g, "");
        configWith((config) => {
          config.etag = { supported: false };
        })(answer, call);
      },
    },
  },
  {
    name: "locations end in a slash",
    allowed: "RFC 7643 §3.1: a URI, of which no more is said",
    tampering: {
      request: (call) => {
        call.path = call.path.replace(/\/(?=$|\?)/, "");
      },
      response: (answer) => {
        answer.body = answer.body.replaceAll(
          /("location":"[^"]*\/(?:Users|Groups)\/[^"/]*)"/g,
          '$1/"',
        );
        answer.headers.location &&= `${answer.headers.location}/`;
      },
    },
  },
  {
    name: "answers carry a date, a last modification and more",
    allowed: "RFC 9110",
    tampering: {
      response: ({ headers }) => {
        headers.date = new Date().toUTCString();
        headers["last-modified"] = new Date(0).toUTCString();
        headers["cache-control"] = "no-store";
        headers.vary = "Accept, Authorization";
        if (headers["content-type"]) {
          headers["content-type"] = headers["content-type"].replace(/;.*/, ";charset=UTF-8");
        }
      },
    },
  },
  {
    name: "schemas stand in another order",
    allowed: "RFC 7643 §3: value order is not specified",
    tampering: eachResource((resource) => {
      if (Array.isArray(resource.schemas)) resource.schemas = [...resource.schemas].reverse();
    }),
  },
  {
    name: "members of answers have no capitals",
    allowed: "RFC 7643 §2.1: attribute names are case insensitive",
    tampering: {
      response: (answer) => {
        if (answer.body === "") return;
        answer.body = JSON.stringify(
          renamed(JSON.parse(answer.body), (name) =>
            name.startsWith("urn:") ? name : name.toLowerCase(),
          ),
        );
      },
    },
  },
  {
    name: "what has no value is null or an empty list",
    allowed: "RFC 7643 §2.5: unassigned, null and empty are equivalent",
    versions: v2,
    tampering: eachResource((resource) => {
      if (resource.userName === undefined) resource.members ??= [];
      else {
        resource.nickName ??= null;
        resource.profileUrl ??= null;
        resource.roles ??= [];
        resource.addresses ??= [];
        resource.groups ??= [];
      }
    }),
  },
  {
    name: "times have no fractions of a second",
    allowed: "RFC 7643 §2.3.5: xsd:dateTime",
    tampering: {
      response: (answer) => {
        answer.body = answer.body.replaceAll(/(T\d\d:\d\d:\d\d)\.\d+Z"/g, '$1+00:00"');
      },
    },
  },
  {
    name: "members are shown with their value alone",
    warns: ["SCIM20-7643-4.2-03", "SCIM20-7643-4.1.2-10", "SCIM20-7643-4.1.2-12"],
    allowed: "RFC 7643 §4.2: display, $ref and type are optional",
    tampering: eachResource((resource) => {
      for (const member of listOf(resource.members)) drop(member, "display", "$ref", "type");
      for (const group of listOf(resource.groups)) drop(group, "display", "$ref", "type");
    }),
  },
  {
    name: "a 401 has no body",
    allowed: "RFC 9110 §15.5.2: it comes from the HTTP server, before SCIM",
    tampering: {
      response: (answer) => {
        if (answer.status === 401) withoutBody(answer, 401);
      },
    },
  },
];

/** What is not offered. */
const offers: readonly Variation[] = [
  {
    name: "unknown endpoints answer 403",
    allowed: "RFC 7644 §3.12: 404 is stated without a keyword",
    versions: v2,
    warns: ["SCIM20-7644-3.2-06"],
    tampering: {
      response: (answer, { path }) => {
        if (isOf(path, "Nonexistent")) refused(answer, 403);
      },
    },
  },
  ...([404, 501] as const).map(
    (noGroups): Variation => ({
      name: `there are no groups (${noGroups})`,
      allowed: "RFC 7644 §3.2, §4: /ResourceTypes says which types there are",
      options: { noGroups },
    }),
  ),
  ...([501, 405, 403] as const).map(
    (status): Variation => ({
      name: `PATCH is not supported (${status})`,
      allowed: "SCIM 1.1 protocol §3.3.2, RFC 7644 §3.5.2: OPTIONAL",
      warns: ["SCIM11-API-3.3-02", "SCIM20-7644-3.5.2-01", "SCIM20-7644-3.12-11"],
      tampering: {
        request: (call) => {
          if (call.method === "PATCH") call.path = "/Nonexistent";
        },
        response: (answer, call) => {
          const version = answer.body.includes('"Errors"') ? "1.1" : "2.0";
          if (call.method === "PATCH" && answer.status === 404) refused(answer, status, version);
          configWith((config) => {
            config.patch = { supported: false };
          })(answer, call);
        },
      },
    }),
  ),
  ...([404, 405, 501] as const).map(
    (status): Variation => ({
      name: `there are no queries by POST (${status})`,
      allowed: "RFC 7644 §3.4.3: MAY",
      versions: v2,
      tampering: {
        response: (answer, { path }) => {
          if (path.includes("/.search")) refused(answer, status);
        },
      },
    }),
  ),
  ...(["sort", "bulk", "filter", "changePassword"] as const).map(
    (name): Variation => ({
      name: `${name} is not supported, by the configuration`,
      allowed: "RFC 7643 §5, RFC 7644 §3.4.2.2, §3.4.2.3, §3.7: OPTIONAL",
      tampering: {
        request: (call) => {
          if (name === "sort")
            call.path = call.path.replaceAll(/([?&])sort(By|Order)=[^&]*/g, "$1");
        },
        response: (answer, call) => {
          const version = answer.body.includes('"Errors"') ? "1.1" : "2.0";
          configWith((config) => {
            config[name] = { ...(isObject(config[name]) ? config[name] : {}), supported: false };
          })(answer, call);
          if (name === "bulk" && isOf(call.path, "Bulk")) refused(answer, 501, version);
          if (name === "filter" && call.path.includes("filter=") && !isOf(call.path, "Schemas")) {
            refused(answer, 400, version);
          }
        },
      },
    }),
  ),
  {
    name: "discovery asks for a token",
    allowed: "RFC 7643 §5, RFC 7644 §4: SHOULD",
    warns: ["SCIM20-7643-5-09", "SCIM11-CS-9-07"],
    tampering: {
      response: (answer, { path, headers }) => {
        if (isOf(path, "ServiceProviderConfigs?") && !headers.authorization?.includes("a-token")) {
          refused(answer, 401);
          answer.headers["www-authenticate"] = "Bearer";
        }
      },
    },
  },
  {
    name: "there is no enterprise extension",
    allowed: "RFC 7643 §4.3: an extension",
    options: { without: ["enterprise"] },
  },
  {
    name: "users have hardly any attributes",
    allowed: "RFC 7643 §4.1: only userName is required",
    options: {
      without: [
        "enterprise",
        "displayName",
        "nickName",
        "title",
        "userType",
        "preferredLanguage",
        "locale",
        "profileUrl",
        "timezone",
        "active",
        "password",
        "phoneNumbers",
        "ims",
        "photos",
        "addresses",
        "entitlements",
        "roles",
        "x509Certificates",
      ],
    },
  },
  {
    name: "users have neither name nor e-mail address",
    allowed: "RFC 7643 §4.1: only userName is required",
    options: { without: ["enterprise", "name", "emails", "title"] },
  },
];

/** What the server makes of what it is sent. */
const habits: readonly Variation[] = [
  { name: "ids are numbers", allowed: "RFC 7643 §3.1: opaque", options: { ids: "numbers" } },
  {
    name: "ids hold slashes, percent signs and letters of other scripts",
    allowed: "RFC 7643 §3.1: opaque; RFC 3986 §2.1: percent-encoded in a URL",
    options: { ids: "odd" },
  },
  {
    name: "a page has at most 3 resources",
    allowed: "RFC 7644 §3.4.2.4: fewer results may be returned",
    options: { maxResults: 3 },
  },
  {
    name: "a page has 2 resources where no count is given",
    allowed: "RFC 7644 §3.4.2.4: set by the provider",
    options: { pageSize: 2 },
  },
  {
    name: "a page has 1 resource where no count is given",
    allowed: "RFC 7644 §3.4.2.4: set by the provider",
    options: { pageSize: 1 },
  },
  {
    name: "lists begin with what was created last",
    allowed: "RFC 7644 §3.4.2.3: without sortBy no order is defined",
    options: { newestFirst: true },
  },
  {
    name: "lists show after 200 ms what was written",
    allowed: "RFC 7644 §3.4.2: nothing is said of when",
    options: { lagMs: 200 },
  },
  {
    name: "telephone numbers are kept in the form of RFC 3966",
    allowed: "RFC 7643 §4.1.2: SHOULD",
    options: { canonical: "phoneNumbers" },
  },
  {
    name: "userNames are kept in small letters",
    allowed: "RFC 7643 §4.1.1: case-insensitive",
    options: { canonical: "userName" },
  },
  {
    name: "name.formatted, displayName and locale are filled in",
    allowed: "RFC 7644 §3.3: the provider may set what was not sent",
    options: { fillsIn: true },
  },
  {
    name: "the userName never changes, by the schema",
    allowed: "RFC 7643 §7: mutability is for the provider to say",
    options: { immutable: ["userName"] },
  },
  {
    name: "names of groups and addresses of users are unique",
    allowed: "RFC 7643 §7: uniqueness is for the provider to say",
    options: { unique: ["displayName", "emails"] },
  },
  {
    name: "groups have no groups as members",
    allowed: "RFC 7643 §4.2: nested groups are not demanded",
    options: { flat: true },
  },
  ...([403, 405, 501] as const).map(
    (keepsUsers): Variation => ({
      name: `users cannot be deleted (${keepsUsers})`,
      allowed: "RFC 7644 §2, §3.12: what a client may do is for the provider to say",
      warns: keepsUsers === 403 ? [] : ["SCIM11-API-3-01", "SCIM20-7644-3.2-01"],
      options: { keepsUsers },
    }),
  ),
  {
    name: "addresses have to have a type, names both parts",
    allowed: "RFC 7643 §7: what is required is for the provider to say",
    options: { required: ["emails.type", "name", "name.givenName", "name.familyName"] },
  },
  {
    name: "a password, a title, a nickName and an address are required",
    allowed: "RFC 7643 §7: what is required is for the provider to say",
    options: { required: ["password", "title", "nickName", "emails", "displayName", "active"] },
  },
  {
    name: "telephone numbers, addresses, roles and locales are required",
    allowed: "RFC 7643 §7: what is required is for the provider to say",
    options: {
      required: ["phoneNumbers", "addresses", "roles", "locale", "timezone", "userType"],
    },
  },
  {
    name: "what no schema has is refused",
    allowed:
      "RFC 7644 §3.3: unknown attributes may be ignored; invalidValue and invalidSyntax of §3.12",
    options: { strict: true, without: ["nickName", "timezone", "enterprise"] },
  },
];

/** Documents of discovery that are missing: that breaks one rule each, and drowns nobody. */
const missing: readonly Variation[] = (
  [
    [
      "ServiceProviderConfigs?",
      [
        "SCIM11-API-3-03",
        "SCIM20-7644-3.2-02",
        "SCIM20-7644-4-01",
        "SCIM11-API-3.3-02",
        "SCIM20-7644-3.5.2-01",
      ],
    ],
    ["Schemas", ["SCIM11-API-3-04", "SCIM20-7644-4-02"]],
    ["ResourceTypes", ["SCIM20-7644-4-04"]],
  ] as const
).map(
  ([endpoint, breaks]): Variation => ({
    name: `there is no /${endpoint.replace("s?", "")}`,
    allowed: "not at all",
    breaks,
    tampering: {
      response: (answer, { path }) => {
        const version = answer.body.includes("urn:scim:schemas:core:1.0") ? "1.1" : "2.0";
        if (isOf(path, endpoint)) refused(answer, 404, version);
      },
    },
  }),
);

/** Servers that publish nothing, and offer little: ordinary users are tried, and no more. */
const silent: readonly Variation[] = [[], ["title", "phoneNumbers", "addresses", "roles"]].map(
  (without): Variation => ({
    name: `nothing is published, and users have no extension ${without.length > 0 ? "and hardly any attributes" : ""}`,
    allowed: "not at all",
    options: { without: ["enterprise", ...without] },
    breaks: missing.flatMap(({ breaks = [] }) => breaks),
    tampering: {
      response: (answer, { path }) => {
        const version = answer.body.includes("urn:scim:schemas:core:1.0") ? "1.1" : "2.0";
        if (isOf(path, "(?:Schemas|ResourceTypes|ServiceProviderConfigs?)")) {
          refused(answer, 404, version);
        }
      },
    },
  }),
);

/** Where the server is, and what it says of that. */
const places: readonly Variation[] = [
  { name: "the base URL is the root", allowed: "RFC 7644 §1.3: any URL", options: { path: "" } },
  {
    name: "the base URL is deep, and names the version",
    allowed: "RFC 7644 §1.3: any URL",
    options: { path: "/api/v1/tenants/42/scim/v2" },
  },
  {
    name: "the base URL names no version",
    allowed: "RFC 7644 §3.13: OPTIONAL",
    options: { path: "/scim" },
  },
  {
    name: "the base URL names a version of its own",
    allowed: "RFC 7644 §1.3: any URL",
    options: { path: "/directory/v2.1/scim" },
  },
  {
    name: "locations are those behind a proxy",
    allowed: "RFC 7643 §3.1: a URI; which one is for the provider to say",
    options: { locations: "https://scim.internal.example/v2" },
  },
  {
    name: "locations are relative",
    allowed:
      "RFC 7643 §2.3.7: a reference may be relative; meta.location is a URI, without a keyword",
    versions: v2,
    warns: ["SCIM20-7643-3.1-19"],
    options: { locations: "/scim/v2" },
  },
];

export const variations: readonly Variation[] = [
  ...answers,
  ...offers,
  ...habits,
  ...places,
  ...missing,
  ...silent,
];
