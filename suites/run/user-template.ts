import type { JsonObject } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";

/** What the target file says about users, beyond the schemas of the provider. */
export interface UserTemplate {
  /**
   * Attributes of every user of the run, as the provider's JSON; a member named by a URN is an
   * extension. In strings, `{userName}`, `{unique}` and `{number}` stand for values of that user.
   */
  attributes?: Readonly<Record<string, unknown>>;
  /** Attributes that users do not have; `enterprise` is the extension. */
  without?: readonly string[];
}

/** The values that identify one user of the run. */
export interface UserMarks {
  userName: string;
  unique: string;
  /** Digits only. */
  number: string;
}

/** Whether users lack an attribute, according to the target file. */
export function lacks({ without = [] }: UserTemplate, path: string): boolean {
  const small = path.toLowerCase();
  return without.some((name) => {
    const other = name.toLowerCase();
    return small === other || small.startsWith(`${other}.`);
  });
}

/** A typical user with the values of the target file for its attributes. */
export function withOwnValues(
  user: NeutralUser,
  template: UserTemplate,
  marks: UserMarks,
): NeutralUser {
  const entries = Object.entries(user).filter(([name]) => !lacks(template, name));
  return Object.fromEntries(
    entries.map(([name, value]) => {
      const own = name === "userName" ? undefined : template.attributes?.[name];
      return [name, own === undefined ? value : filled(own, marks)];
    }),
  );
}

/**
 * The body of a user with the attributes that the target file adds, and without those that it
 * removes. Values that a check sends stay unchanged.
 * @param enterprise the URN of the enterprise extension in the version of the body
 */
export function templatedBody(
  body: JsonObject,
  template: UserTemplate,
  marks: UserMarks,
  enterprise: string,
): JsonObject {
  const added = Object.entries(template.attributes ?? {}).filter(([name]) => name !== "userName");
  const all: JsonObject = { ...body };
  for (const [name, own] of added) {
    const value = filled(own, marks);
    const old = all[name];
    if (old === undefined) all[name] = value;
    else if (isObject(old) && isObject(value)) all[name] = { ...value, ...old };
  }
  for (const path of template.without ?? [])
    removePath(all, path === "enterprise" ? enterprise : path);
  const { schemas } = all;
  if (!Array.isArray(schemas)) return all;
  const urns = added.map(([name]) => name).filter((name) => name.startsWith("urn:"));
  const kept = schemas.filter((urn) => urn !== enterprise || all[enterprise] !== undefined);
  return { ...all, schemas: [...new Set([...kept, ...urns])] };
}

function removePath(body: JsonObject, path: string): void {
  // A URN contains dots.
  const [first = "", second] = path.startsWith("urn:") ? [path] : path.split(".");
  if (second === undefined) {
    delete body[first];
    return;
  }
  const lean = (value: unknown) => {
    if (!isObject(value)) return value;
    const { [second]: _, ...rest } = value;
    return rest;
  };
  const value = body[first];
  if (value !== undefined) body[first] = Array.isArray(value) ? value.map(lean) : lean(value);
}

/** A value with its placeholders filled in, at any depth. */
function filled(value: unknown, marks: UserMarks): unknown {
  if (Array.isArray(value)) return value.map((each) => filled(each, marks));
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, filled(member, marks)]),
    );
  }
  if (typeof value !== "string") return value;
  return value.replace(/\{(userName|unique|number)\}/g, (_, name: keyof UserMarks) => marks[name]);
}
