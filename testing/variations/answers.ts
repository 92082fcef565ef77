import { listOf } from "../servers/complete/values.ts";
import { inBody } from "../tampering/tampering.ts";
import {
  acme,
  acmeSchema,
  configWith,
  drop,
  eachResource,
  isOf,
  renamed,
  type Variation,
  v2,
  withoutBody,
} from "./variation.ts";

/** Variations of responses: their content, and how it is written. */
export const answers: readonly Variation[] = [
  {
    name: "the response to the creation of a group has only a location",
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
    name: "the resources of a list have no schemas of their own",
    allowed: "SCIM 1.1 protocol §3.2.2, example: the schemas of the list",
    versions: ["1.1"],
    tampering: {
      response: (answer, { method, path }) => {
        if (method !== "GET" || answer.status !== 200 || !isOf(path, "Users", "Groups")) return;
        inBody(answer, (body) => {
          if (Array.isArray(body.Resources)) {
            for (const resource of listOf(body.Resources)) drop(resource, "schemas");
          }
        });
      },
    },
  },
  {
    name: "filters have a further operator, regex",
    allowed: "RFC 7644 §3.4.2.2: providers MAY support additional filter operations",
    tampering: {
      request: (call) => {
        call.path = call.path.replace(/(%20|\+| )regex(%20|\+| )/gi, "$1co$2");
      },
    },
  },
  {
    name: "PATCH gives 204",
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
    name: "resources have a custom extension",
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
    name: "Resources is absent when nothing matches",
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
    name: "a complete list has no startIndex and no itemsPerPage",
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
    allowed: "RFC 7643 §3.1: a URI, without further rules",
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
    name: "responses have Date, Last-Modified and other headers",
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
    name: "schemas are in another order",
    allowed: "RFC 7643 §3: value order is not specified",
    tampering: eachResource((resource) => {
      if (Array.isArray(resource.schemas)) resource.schemas = [...resource.schemas].reverse();
    }),
  },
  {
    name: "members of responses are in lower case",
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
    name: "unassigned attributes are null or an empty array",
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
    name: "members have only a value",
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
