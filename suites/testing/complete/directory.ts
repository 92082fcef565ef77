import { createHash, randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Version } from "../../../client/index.ts";
import { accept } from "./accept.ts";
import type { Kind, Schemas } from "./attributes.ts";
import { prepared } from "./filter.ts";
import type { CompleteOptions } from "./server.ts";
import { isObject, listOf, Refusal, type Values } from "./values.ts";

interface Stored {
  id: string;
  kind: Kind;
  values: Values;
  created: string;
  lastModified: string;
}

/** The users and groups of one version, in memory. */
export class Directory {
  readonly version: Version;
  readonly #items = new Map<string, Stored>();
  readonly schemas: Readonly<Record<Kind, Schemas>>;
  readonly #base: () => string;

  readonly #options: CompleteOptions;

  constructor(
    version: Version,
    schemas: Readonly<Record<Kind, Schemas>>,
    base: () => string,
    options: CompleteOptions,
  ) {
    this.#options = options;
    this.version = version;
    this.schemas = schemas;
    this.#base = base;
  }

  /** All resources of a type, as they are shown, in the order of their creation. */
  all(kind: Kind): Values[] {
    return [...this.#items.values()]
      .filter((item) => item.kind === kind)
      .map((item) => this.#shown(item));
  }

  /** The types of resources that there are. */
  get kinds(): readonly Kind[] {
    return this.#options.noGroups === undefined ? ["User", "Group"] : ["User"];
  }

  /** @throws Refusal where there is no such type */
  requireType(kind: Kind): void {
    const { noGroups } = this.#options;
    if (noGroups !== undefined && kind === "Group") throw new Refusal(noGroups, "no groups");
  }

  /** The URL of a path below the base URL. */
  locationOf(path: string): string {
    return `${this.#base()}${path}`;
  }

  /** @throws Refusal 404 */
  read(kind: Kind, id: string): Values {
    return this.#shown(this.#item(kind, id));
  }

  create(kind: Kind, body: unknown): Values {
    const now = new Date().toISOString();
    const id = randomUUID();
    const item = { id, kind, values: this.#accepted(kind, body), created: now, lastModified: now };
    this.#items.set(id, item);
    return this.#shown(item);
  }

  /** @param change makes the new body of the old values; both carry `schemas` */
  change(kind: Kind, id: string, change: (old: Values) => unknown): Values {
    const item = this.#item(kind, id);
    const { password, ...old } = item.values;
    const values = this.#accepted(kind, change(structuredClone(this.#withSchemas(item, old))), id);
    if (password !== undefined) values.password ??= password;
    if (!isDeepStrictEqual(values, item.values)) {
      item.values = values;
      item.lastModified = new Date().toISOString();
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
  }

  #item(kind: Kind, id: string): Stored {
    const item = this.#items.get(id);
    if (item?.kind !== kind) throw new Refusal(404, `no ${kind} ${id}`);
    return item;
  }

  #accepted(kind: Kind, body: unknown, id?: string): Values {
    const schemas = this.schemas[kind];
    const values = accept(body, schemas);
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
      if (taken) throw new Refusal(409, `the userName ${values.userName} is taken`, "uniqueness");
    }
    for (const { value } of listOf(values.members)) {
      if (!this.#items.has(String(value))) throw new Refusal(400, "no such member", "invalidValue");
    }
    return values;
  }

  #withSchemas({ kind }: Stored, values: Values): Values {
    const [main, ...extensions] = this.schemas[kind];
    const used = extensions.filter(({ urn }) => values[urn] !== undefined);
    return { schemas: [main, ...used].map(({ urn }) => urn), ...values };
  }

  #shown(item: Stored): Values {
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
      location: `${this.#base()}/${kind}s/${id}`,
      version: `W/"${digest}"`,
    };
    return { schemas, id, ...rest, meta };
  }

  #ref(id: string): Values {
    const kind = this.#items.get(id)?.kind ?? "User";
    return this.version === "2.0" ? { $ref: `${this.#base()}/${kind}s/${id}` } : {};
  }

  #member({ value }: Values): Values {
    const item = this.#items.get(String(value));
    const display = item?.values.displayName;
    return {
      value,
      ...this.#ref(String(value)),
      type: item?.kind ?? "User",
      ...(display === undefined ? {} : { display }),
    };
  }

  /** The groups that name a resource, and those that name these. */
  #groupsOf(id: string): Values[] {
    const found = new Map<string, Values>();
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

  #completeManager(values: Values): void {
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
