import { isObject } from "../../schemas/json-value.ts";
import { canonicalName, enterpriseParts, v1Urns, v2Urns } from "./attributes.ts";
import { type Draft, operationOf } from "./draft.ts";
import { asBoolean, isBlank, isDeletion } from "./entries.ts";
import { filterTokens } from "./filter-tokens.ts";

const unknown = "…";

/** Names that a form may show; any other could be a value of the input. */
const shown: ReadonlyMap<string, string> = new Map([
  ...canonicalName,
  ...[
    ...enterpriseParts,
    ..."manager managerId type expiration channels startDate value primary display operation".split(
      " ",
    ),
    ..."givenName familyName honorificPrefix middleName honorificSuffix formatted".split(" "),
    ..."streetAddress locality region postalCode country attributes op path $ref".split(" "),
  ].map((name) => [name.toLowerCase(), name] as const),
  ...(["enterprise", "guest", "profile"] as const).flatMap((block) => [
    [v1Urns[block].toLowerCase(), block] as const,
    [v2Urns[block].toLowerCase(), block] as const,
  ]),
]);

const parameters = new Set(
  "filter startIndex count attributes excludedAttributes sortBy sortOrder".split(" "),
);
const endpoints = /^(?:Users|Groups|Schemas|ServiceProviderConfigs?|ResourceTypes|Bulk)$/;
const filterable =
  /^(?:(?:ultra_)?restricted|(?:emails?|members)(?:\.\w+)?|(?:user|nick|display)Name|id|active|title)$/i;

const nameOf = (name: string) => shown.get(name.toLowerCase()) ?? unknown;
const listed = (names: readonly string[]) => [...new Set(names)].sort().join(",");

/** How a member is written: its name, and what of its value decides the translation. */
function described(name: string, value: unknown): string {
  const own = nameOf(name);
  if (value === null) return `${own}=null`;
  if (isBlank(value)) return `${own}=" "`;
  if (own === "active" && asBoolean(value) !== value) return `${own}="…"`;
  if (Array.isArray(value)) {
    if (value.length === 0) return `${own}[]`;
    if (own === "Operations") return `${own}[${listed(value.slice(0, 100).map(operationForm))}]`;
    const parts = value.slice(0, 100).flatMap((entry: unknown) => {
      if (!isObject(entry)) return typeof entry === "string" ? ["text"] : [unknown];
      if (isDeletion(entry)) return ["delete"];
      return Object.keys(entry).map(nameOf);
    });
    return `${own}[${listed(parts)}]`;
  }
  if (!isObject(value)) return own;
  if (own === "meta") {
    const { attributes } = value;
    if (attributes === undefined) return own;
    const names = (Array.isArray(attributes) ? attributes : [attributes]).map(namedOf);
    return `meta.attributes[${listed(names)}]`;
  }
  return `${own}{${listed(Object.entries(value).map(([part, each]) => described(part, each)))}}`;
}

/** An operation of a PatchOp: what it does, and where. */
function operationForm(operation: unknown): string {
  if (!isObject(operation)) return unknown;
  const { op, path, value } = operation;
  const verb =
    typeof op === "string" && /^(?:add|replace|remove)$/i.test(op) ? op.toLowerCase() : unknown;
  if (typeof path !== "string") return verb;
  const [head = "", ...filtered] = path.split("[");
  const by = verb === "remove" && value !== undefined ? " with value" : "";
  return `${verb} ${namedOf(head)}${filtered.length > 0 ? "[…]" : ""}${by}`;
}

/** A name of `meta.attributes`, with a short name for the URN of an extension. */
function namedOf(name: unknown): string {
  if (typeof name !== "string") return unknown;
  for (const [urn, block] of shown) {
    if (!urn.startsWith("urn:") || !name.toLowerCase().startsWith(urn)) continue;
    const rest = name.slice(urn.length);
    return rest === ""
      ? block
      : `${block}${/^[.:]/.test(rest) ? rest[0] : "?"}${parts(rest.slice(1))}`;
  }
  return parts(name);
}

const parts = (path: string) => path.split(".").map(nameOf).join(".");

function queryForm(draft: Draft): string {
  const written = draft.parameters.map(({ name, value }) => {
    if (!parameters.has(name)) return unknown;
    if (name !== "filter") return name;
    const tokens = filterTokens(value.replace(/^filter=/, "")) ?? [];
    const attributes = tokens
      .filter(({ kind }) => kind === "attribute")
      .map(({ text }) => (filterable.test(text) ? text : unknown));
    const operators = tokens
      .filter(({ kind }) => kind === "operator")
      .map(({ text }) => text.toLowerCase());
    return `filter=${listed(attributes) || unknown} ${listed(operators)}`.trim();
  });
  return written.length === 0 ? "" : `?${listed(written)}`;
}

/**
 * What requests of one kind share: method, path template, filter and members of the body. It holds known names only,
 * never a value of the request. Call it before the rules are applied.
 */
export function formOf(draft: Draft): string {
  const { request, segments, members } = draft;
  const clean = segments.filter((segment) => segment !== "");
  const [head = "", id, more] = clean;
  const template = [
    endpoints.test(head) ? head : unknown,
    ...(id === undefined ? [] : [head === "Schemas" && endpoints.test(id) ? id : "{id}"]),
    ...(more === undefined ? [] : [unknown]),
  ];
  const method = /^[A-Z]{1,10}$/.test(draft.method) ? draft.method : unknown;
  const header = draft.method === "POST" ? "x-http-method-override" : "";
  const override = request.headers?.[header]?.trim().toUpperCase();
  const real = /^(?:PUT|PATCH|DELETE)$/.test(override ?? "") ? ` (as ${override})` : "";
  const keys = [...members].filter(([name]) => name.toLowerCase() !== "schemas");
  const noSchemas = draft.hasBody && keys.length === members.size ? " without schemas" : "";
  const isWrite = draft.hasBody && operationOf(draft) !== "list";
  const body = isWrite
    ? ` {${listed(keys.slice(0, 100).map(([name, value]) => described(name, value)))}}${noSchemas}`
    : "";
  return `${method}${real} /${template.join("/")}${queryForm(draft)}${body}`.slice(0, 500);
}
