import { createHash, randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Version } from "../../../client/index.ts";
import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { accept } from "./accept.ts";
import { type Kind, type Schemas, schemasOf } from "./attributes.ts";
import { prepared } from "./filter.ts";
import { kept } from "./habits.ts";
import { type CompleteOptions, changed } from "./options.ts";
import { listOf, Refusal } from "./values.ts";

interface Stored {
  id: string;
  kind: Kind;
  values: JsonObject;
  created: string;
  lastModified: string;
}

/** The users and groups of one version, in memory. */
export class Directory {
  readonly version: Version;
  readonly #items = new Map<string, Stored>();
  readonly #past: { at: number; items: readonly Stored[] }[] = [];
  #count = 0;
  /** What is shown of each item, until anything changes: a user shows its groups, a group its members. */
  #seen = new WeakMap<Stored, JsonObject>();
  readonly schemas: Readonly<Record<Kind, Schemas>>;
  readonly #base: () => string;

  readonly #options: CompleteOptions;

  constructor(version: Version, base: () => string, options: CompleteOptions) {
    this.version = version;
    this.schemas = {
      User: changed(schemasOf(version, "User"), options),
      Group: changed(schemasOf(version, "Group"), { unique: options.unique ?? [] }),
    };
    this.#base = base;
    this.#options = options;
  }

  /** All resources of a type, as listed, in the order of their creation. */
  all(kind: Kind): JsonObject[] {
    const { lagMs, newestFirst } = this.#options;
    const items = lagMs === undefined ? [...this.#items.values()] : this.#earlier(lagMs);
    if (newestFirst) items.reverse();
    return items.filter((item) => item.kind === kind).map((item) => this.#shown(item));
  }

  /** The resources as they were some time ago. */
  #earlier(lagMs: number): Stored[] {
    const until = performance.now() - lagMs;
    while (this.#past[1] && this.#past[1].at <= until) this.#past.shift();
    const [first] = this.#past;
    return first && first.at <= until ? [...first.items] : [];
  }

  /** After each change: notes the state, for lists with a delay. */
  #note(): void {
    this.#seen = new WeakMap();
    if (this.#options.lagMs === undefined) return;
    const items = [...this.#items.values()].map((item) => structuredClone(item));
    this.#past.push({ at: performance.now(), items });
  }

  /** The resource types that the server has. */
  get kinds(): readonly Kind[] {
    return this.#options.noGroups === undefined ? ["User", "Group"] : ["User"];
  }

  /** @throws Refusal for an unknown type */
  requireType(kind: Kind): void {
    const { noGroups } = this.#options;
    if (noGroups !== undefined && kind === "Group") throw new Refusal(noGroups, "no groups");
  }

  /** The URL of a path below the base URL. */
  locationOf(path: string): string {
    return `${this.#base()}${path}`;
  }

  /** @throws Refusal 404 */
  read(kind: Kind, id: string): JsonObject {
    return this.#shown(this.#item(kind, id));
  }

  create(kind: Kind, body: unknown): JsonObject {
    const now = new Date().toISOString();
    const id = this.#newId(body);
    const item = { id, kind, values: this.#accepted(kind, body), created: now, lastModified: now };
    this.#items.set(id, item);
    this.#note();
    return this.#shown(item);
  }

  /** @param change makes the new body from the old values; both have `schemas` */
  change(kind: Kind, id: string, change: (old: JsonObject) => unknown): JsonObject {
    const item = this.#item(kind, id);
    const body = change(structuredClone(this.#withSchemas(item, item.values)));
    // A client cannot read the password to send it back.
    const { password } = item.values;
    const secret = password === undefined || !isObject(body) ? {} : { password };
    const values = this.#accepted(kind, isObject(body) ? { ...secret, ...body } : body, id);
    if (!isDeepStrictEqual(values, item.values)) {
      item.values = values;
      item.lastModified = new Date().toISOString();
      this.#note();
    }
    return this.#shown(item);
  }

  remove(kind: Kind, id: string): void {
    this.#item(kind, id);
    this.#items.delete(id);
    for (const { values } of this.#items.values()) {
      const left = listOf(values.members).filter(({ value }) => value !== id);
      if (values.members !== undefined) values.members = left;
    }
    this.#note();
  }

  #newId(body: unknown): string {
    this.#count += 1;
    // A fault, not a variation: a name that is used again brings its id back.
    if (this.#options.ids === "from names" && isObject(body)) {
      return createHash("sha1")
        .update(String(body.userName ?? body.displayName))
        .digest("hex");
    }
    if (this.#options.ids === "numbers") return String(1000 + this.#count);
    return this.#options.ids === "odd" ? `ö/${this.#count} %2F?#` : randomUUID();
  }

  #item(kind: Kind, id: string): Stored {
    const item = this.#items.get(id);
    if (item?.kind !== kind) throw new Refusal(404, `no ${kind} ${id}`);
    return item;
  }

  #accepted(kind: Kind, body: unknown, id?: string): JsonObject {
    const schemas = this.schemas[kind];
    const values = kept(accept(body, schemas, this.#options.strict), this.#options);
    const userName = schemas[0].attributes.find(({ name }) => name === "userName");
    if (kind === "User" && userName) {
      if (schemas[0].attributes.some(({ name }) => name === "active")) values.active ??= true;
      const name = prepared(values.userName, userName);
      const taken = [...this.#items.values()].some(
        (other) =>
          other.kind === "User" &&
          other.id !== id &&
          prepared(other.values.userName, userName) === name,
      );
      if (taken && !this.#options.sharesNames)
        throw new Refusal(409, `the userName ${values.userName} is taken`, "uniqueness");
    }
    if (kind === "User" && this.#options.required?.includes("externalId") && !values.externalId) {
      throw new Refusal(400, "externalId is required", "invalidValue");
    }
    for (const { value } of listOf(values.members)) {
      const member = this.#items.get(String(value));
      if (!member || (this.#options.flat && member.kind === "Group")) {
        throw new Refusal(400, "no such member", "invalidValue");
      }
    }
    this.#requireUnique(kind, values, id);
    if (id !== undefined) this.#requireUnchanged(kind, values, this.#item(kind, id).values);
    return values;
  }

  /** @throws Refusal when another resource has the same value of a unique attribute */
  #requireUnique(kind: Kind, values: JsonObject, id: string | undefined): void {
    const { unique = [] } = this.#options;
    const others = [...this.#items.values()].filter(
      (other) => other.kind === kind && other.id !== id,
    );
    const keys = (of: JsonObject): unknown[] =>
      kind === "User"
        ? unique.includes("emails")
          ? listOf(of.emails).map(({ value }) => value)
          : []
        : unique.includes("displayName")
          ? [of.displayName]
          : [];
    const taken = new Set(others.flatMap((other) => keys(other.values)));
    const twice = keys(values).find((key) => taken.has(key));
    if (twice !== undefined) throw new Refusal(409, `${twice} is taken`, "uniqueness");
  }

  /** @throws Refusal when an immutable attribute would change */
  #requireUnchanged(kind: Kind, values: JsonObject, old: JsonObject): void {
    for (const { name, mutability } of this.schemas[kind][0].attributes) {
      if (mutability !== "immutable" || isDeepStrictEqual(values[name], old[name])) continue;
      throw new Refusal(400, `${name} never changes`, "mutability");
    }
  }

  #withSchemas({ kind }: Stored, values: JsonObject): JsonObject {
    const [main, ...extensions] = this.schemas[kind];
    const used = extensions.filter(({ urn }) => values[urn] !== undefined);
    return { schemas: [main, ...used].map(({ urn }) => urn), ...values };
  }

  /** As a client sees it; not to be changed. */
  #shown(item: Stored): JsonObject {
    const seen = this.#seen.get(item) ?? this.#represented(item);
    this.#seen.set(item, seen);
    return seen;
  }

  #represented(item: Stored): JsonObject {
    const { id, kind, created, lastModified } = item;
    const { password: _, ...values } = structuredClone(item.values);
    if (kind === "User") {
      const groups = this.#groupsOf(id);
      if (groups.length > 0) values.groups = groups;
      this.#completeManager(values);
    } else {
      const members = listOf(values.members).map((member) => this.#member(member));
      delete values.members;
      if (members.length > 0) values.members = members;
    }
    const digest = createHash("sha1").update(JSON.stringify(values)).digest("hex").slice(0, 12);
    const { schemas, ...rest } = this.#withSchemas(item, values);
    const meta = {
      ...(this.version === "2.0" ? { resourceType: kind } : {}),
      created,
      lastModified,
      location: `${this.#base()}/${kind}s/${encodeURIComponent(id)}`,
      version: `W/"${digest}"`,
    };
    return { schemas, id, ...rest, meta };
  }

  #ref(id: string): JsonObject {
    const kind = this.#items.get(id)?.kind ?? "User";
    return this.version === "2.0"
      ? { $ref: `${this.#base()}/${kind}s/${encodeURIComponent(id)}` }
      : {};
  }

  #member({ value }: JsonObject): JsonObject {
    const item = this.#items.get(String(value));
    const display = item?.values.displayName;
    return {
      value,
      ...this.#ref(String(value)),
      type: item?.kind ?? "User",
      ...(display === undefined ? {} : { display }),
    };
  }

  /** The groups that contain a resource, directly or indirectly. */
  #groupsOf(id: string): JsonObject[] {
    const found = new Map<string, JsonObject>();
    const visit = (member: string, type: "direct" | "indirect") => {
      for (const group of this.#items.values()) {
        if (!listOf(group.values.members).some(({ value }) => value === member)) continue;
        if (found.has(group.id)) continue;
        const display = group.values.displayName;
        found.set(group.id, { value: group.id, ...this.#ref(group.id), display, type });
        visit(group.id, "indirect");
      }
    };
    visit(id, "direct");
    return [...found.values()];
  }

  #completeManager(values: JsonObject): void {
    const [, extension] = this.schemas.User;
    const block = extension && values[extension.urn];
    if (!isObject(block) || !isObject(block.manager)) return;
    const id = block.manager[this.version === "1.1" ? "managerId" : "value"];
    if (typeof id !== "string") return;
    const display = this.#items.get(id)?.values.displayName;
    Object.assign(
      block.manager,
      this.#ref(id),
      display === undefined ? {} : { displayName: display },
    );
  }
}
