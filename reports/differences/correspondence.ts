import type { ExampleRequest, Exchange, Json } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import { bodyOf, formOf } from "./body.ts";
import { resourceIn } from "./exchange-pairs.ts";

/** How much of an example an exchange must have to be the same intent. */
const enough = 0.6;

/**
 * The exchange of a run whose request has the shape of an example: method, endpoint, form of the
 * body, and most of its members, whatever their values. The last one of equals: what comes before
 * it is often preparation.
 */
export function corresponding(
  example: ExampleRequest,
  exchanges: readonly Exchange[],
): Exchange | undefined {
  const wanted = shapeOf(example.method, example.path, example.headers ?? {}, example.body);
  let best: { exchange: Exchange; score: number } | undefined;
  for (const exchange of exchanges) {
    const shape = shapeOfRequest(exchange);
    if (shape.kind !== wanted.kind || shape.form !== wanted.form) continue;
    const isShared = decisive(shape) !== decisive(wanted);
    if (isShared && !holdsChanges(exchange, example)) continue;
    const common = [...wanted.parts].filter((part) => shape.parts.has(part)).length;
    const contained = wanted.parts.size === 0 ? 1 : common / wanted.parts.size;
    const alike = (common + 1) / (wanted.parts.size + shape.parts.size - common + 1);
    // The request of one intent says more than one that several share.
    const score = contained + alike - (isShared ? 2 : 0);
    if (contained < enough || (best && score < best.score)) continue;
    best = { exchange, score };
  }
  return best?.exchange;
}

/** What two requests of one intent have in common. */
interface Shape {
  kind: string;
  form: string | undefined;
  parts: ReadonlySet<string>;
}

/** Exchanges of shared objects show many differences; the shape of each is found once. */
const shapes = new WeakMap<Exchange, Shape>();

function shapeOfRequest(exchange: Exchange): Shape {
  const { method, url, headers, body } = exchange.request;
  const shape =
    shapes.get(exchange) ?? shapeOf(method, url, headers, bodyOf(exchange.request) ?? body);
  shapes.set(exchange, shape);
  return shape;
}

function shapeOf(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Shape {
  const { pathname, searchParams } = new URL(url, "http://unknown");
  const { type, rest } = resourceIn(pathname);
  const suffix = /\.\w+$/.exec(rest)?.[0] ?? "";
  const accept = Object.entries(headers).filter(([name]) => name.toLowerCase() === "accept");
  return {
    kind: `${method} ${type.toLowerCase()}${rest && "/…"}${suffix}`,
    form: formOf(body),
    parts: new Set([
      // The configuration has a path in the plural and one in the singular.
      ...pathname.split("/").filter((part) => /^ServiceProviderConfigs?$/i.test(part)),
      ...[...searchParams].flatMap(([name, value]) => partsOfQuery(name, value)),
      ...accept.map(([, value]) => `accept ${value}`),
      ...(body === undefined ? [] : partsOf(body as Json, "")),
    ]),
  };
}

/**
 * What makes another intent when it differs: the words of a filter, and in a PATCH every member but
 * the URNs, with the operations and their paths.
 */
function decisive({ kind, parts }: Shape): string {
  const isDecisive = (part: string) =>
    part.startsWith("?filter ") ||
    (kind.startsWith("PATCH ") && part.startsWith(".") && !part.startsWith(".schemas"));
  return [...parts].filter(isDecisive).sort().join("\n");
}

const changes = new WeakMap<object, string[]>();

/** Whether a PATCH holds all changes of an example, among those of other rules: they share requests. */
function holdsChanges({ request }: Exchange, example: ExampleRequest): boolean {
  if (example.method !== "PATCH") return false;
  const wanted = changesIn(example.body);
  const sent = changes.get(request) ?? changesIn(bodyOf(request));
  changes.set(request, sent);
  return wanted.length > 0 && wanted.every((change) => sent.includes(change));
}

/** Each operation of a PATCH, or each member of a partial resource and each removal, as text. */
function changesIn(body: unknown): string[] {
  if (!isObject(body)) return [];
  const { schemas: _, Operations: operations, meta, ...members } = body;
  const asText = (value: unknown, path: string) =>
    partsOf(value as Json, path)
      .sort()
      .join(" ");
  if (Array.isArray(operations)) return operations.map((one) => asText(one, ""));
  const removed = isObject(meta) && Array.isArray(meta.attributes) ? meta.attributes : [];
  return [
    ...Object.entries(members).map(([name, value]) => asText(value, name)),
    ...removed.map((name) => `removes ${String(name)}`),
  ];
}

/** A filter by its attributes and operators, another parameter with its value. */
function partsOfQuery(name: string, value: string): string[] {
  if (name !== "filter") return [`?${name}`, `?${name}=${value}`];
  const words = value.replace(/"[^"]*"/g, '""').replace(/'[^']*'/g, "''");
  return ["?filter", ...words.split(/\s+/).map((word) => `?filter ${word.toLowerCase()}`)];
}

/** Members whose texts are part of the intent. */
const telling: ReadonlySet<string> = new Set(["op", "operation", "schemas", "attributes"]);

function partsOf(value: Json, path: string): string[] {
  if (Array.isArray(value)) return [`${path}[]`, ...value.flatMap((one) => partsOf(one, path))];
  if (isObject(value)) {
    return Object.entries(value).flatMap(([name, member]) =>
      member === undefined ? [] : partsOf(member as Json, `${path}.${name}`),
    );
  }
  const name = path.slice(path.lastIndexOf(".") + 1);
  if (telling.has(name)) return [`${path}=${String(value).toLowerCase()}`];
  if (name === "path")
    return [
      `${path}=${String(value)
        .replace(/"[^"]*"/g, '""')
        .toLowerCase()}`,
    ];
  return typeof value === "boolean" || value === null
    ? [`${path}=${value}`]
    : [`${path}:${typeof value}`];
}
