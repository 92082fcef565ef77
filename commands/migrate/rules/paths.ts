import { decoded, operationOf, resourceOf } from "../draft.ts";
import type { Rule } from "../rule.ts";

const overridable = new Set(["PUT", "PATCH", "DELETE"]);
const heads = ["Users", "Groups", "Schemas", "ServiceProviderConfigs", "ServiceProviderConfig"];

/** Method and path: base address, slashes, letter case, endpoints that have another name or none. */
export const pathRules: readonly Rule[] = [
  {
    id: "paths/base",
    source: ["FACT-SERVICE-01"],
    differences: ["DIFF-URL-01"],
    apply(draft) {
      draft.base = draft.v2Base;
      return true;
    },
  },
  {
    id: "paths/slashes",
    source: ["FACT-FORMAT-20", "FACT-FORMAT-21"],
    differences: [],
    warning: {
      code: "path-normalised",
      text: "The path has a double or trailing slash. 1.1 takes it; of 2.0 this is not documented. It is written without.",
    },
    apply(draft) {
      const segments = draft.segments.filter((segment) => segment !== "");
      const applies = segments.length < draft.segments.length || draft.v1Base.includes("//");
      draft.segments = segments;
      return applies;
    },
  },
  {
    id: "paths/letter-case",
    source: ["FACT-DISCOVERY-13"],
    differences: [],
    warning: {
      code: "path-normalised",
      text: "The endpoint is written in the letter case that Slack documents.",
    },
    consequence: "in-doubt",
    apply(draft) {
      const [head = "", ...rest] = draft.segments;
      const known = heads.find((name) => name.toLowerCase() === head.toLowerCase());
      if (known === undefined || known === head) return false;
      draft.segments = [known, ...rest];
      return true;
    },
  },
  {
    id: "paths/suffix",
    source: ["SCIM 1.1 §3.6"],
    differences: ["DIFF-MEDIA-03"],
    warning: {
      code: "not-documented",
      text: "1.1 of the standard selects a format by a suffix such as .json; 2.0 does not, and Slack documents it for neither. The suffix is dropped.",
    },
    consequence: "in-doubt",
    apply(draft) {
      const last = draft.segments.at(-1);
      const without = last?.replace(/\.(?:json|xml)$/i, "");
      if (last === undefined || without === undefined || without === last || without === "")
        return false;
      draft.segments = [...draft.segments.slice(0, -1), without];
      return true;
    },
  },
  {
    id: "paths/method-override",
    source: ["SCIM 1.1 §3.12", "FACT-PATCH-24"],
    differences: ["DIFF-OVERRIDE-01"],
    warning: {
      code: "method-override",
      text: "2.0 does not define X-HTTP-Method-Override: the header would be ignored and the POST rejected. Send the method itself. That Slack honours the header in 1.1 is not documented.",
    },
    consequence: "in-doubt",
    apply(draft) {
      const method = draft.request.headers?.["x-http-method-override"]?.trim().toUpperCase();
      if (draft.method !== "POST" || method === undefined || !overridable.has(method)) return false;
      draft.method = method;
      return true;
    },
  },
  {
    id: "paths/provider-config",
    source: ["FACT-DISCOVERY-01", "FACT-DISCOVERY-02"],
    differences: ["DIFF-URL-02", "DIFF-SPC-01", "DIFF-SPC-02", "DIFF-SPC-03"],
    warning: {
      code: "config-keeps-1.1-shape",
      text: "2.0 names the endpoint /ServiceProviderConfig. Slack's answer keeps the members of 1.1 (specUrl, xmlDataFormat, no schemas), and filter.supported is false although filters work.",
    },
    on: ["config"],
    apply(draft) {
      draft.segments = ["ServiceProviderConfig"];
      return true;
    },
  },
  {
    id: "paths/schema",
    source: ["FACT-DISCOVERY-12", "FACT-DISCOVERY-13"],
    differences: ["DIFF-SCH-02", "DIFF-SCH-03", "DIFF-SCH-04", "DIFF-SCH-05"],
    warning: {
      code: "schema-document-differs",
      text: "The schema document of 2.0 has other members: mutability, returned and uniqueness in place of readOnly; extensions are described elsewhere. A parser for 1.1 does not read it.",
    },
    on: ["schema"],
    apply: () => true,
  },
  {
    id: "paths/schema-by-urn",
    source: ["FACT-DISCOVERY-13", "FACT-DISCOVERY-14"],
    differences: ["DIFF-SCH-03"],
    warning: {
      code: "not-documented",
      text: "Slack documents /Schemas/Users and /Schemas/Groups, not schemas by URN: the documented name is written.",
    },
    on: ["schema"],
    apply(draft) {
      const id = decoded(draft.segments[1] ?? "");
      if (!/^urn:/i.test(id)) return false;
      // The core URN of 1.1 is that of users and groups; Slack describes extensions in the schema of users.
      const isOfGroups = /:core:[\d.]+:group$/i.test(id);
      draft.segments = ["Schemas", isOfGroups ? "Groups" : "Users"];
      return true;
    },
  },
  {
    id: "paths/only-in-2.0",
    source: ["FACT-DISCOVERY-10", "FACT-DISCOVERY-11"],
    differences: ["DIFF-SCH-01", "DIFF-RT-01"],
    warning: {
      code: "not-documented",
      text: "1.1 does not have this endpoint. 2.0 answers with a list that has no counters.",
    },
    on: ["schemas", "resource-types"],
    apply: () => true,
  },
  {
    id: "paths/no-such-endpoint",
    source: ["FACT-SERVICE-01", "FACT-DISCOVERY-14"],
    differences: ["DIFF-BULK-01", "DIFF-SEARCH-01", "DIFF-ME-01"],
    warning: {
      code: "no-equivalent",
      text: "Slack serves no such method and path, in 1.1 or in 2.0.",
    },
    consequence: "no-equivalent",
    on: ["unknown"],
    apply: () => true,
  },
  {
    id: "paths/group-deletion",
    source: ["FACT-GROUP-33", "FACT-GROUP-34"],
    differences: [],
    warning: {
      code: "permanent",
      text: "DELETE removes a group for good, in both versions. Its members stay.",
    },
    on: ["delete"],
    resource: "Groups",
    apply: (draft) => resourceOf(draft) === "Groups" && operationOf(draft) === "delete",
  },
  {
    id: "paths/deactivation",
    source: ["FACT-DELETE-10", "FACT-DELETE-13"],
    differences: ["DIFF-DEL-02"],
    warning: {
      code: "asynchronous",
      text: "DELETE deactivates a user, in both versions, and a read may show active: true for some seconds. userName and address stay in use.",
    },
    on: ["delete"],
    resource: "Users",
    apply: () => true,
  },
];
