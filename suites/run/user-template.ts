import type { JsonObject } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";

/** What the target file says of the users that a provider takes, beyond what its schemas say. */
export interface UserTemplate {
  /**
   * What each user of the run carries, as JSON of the provider; a member that is a URN is an
   * extension. In texts, `{userName}`, `{unique}` and `{number}` stand for values of that user.
   */
  attributes?: Readonly<Record<string, unknown>>;
  /** What users do not have: attributes, or `enterprise`. */
  without?: readonly string[];
}

/** What tells one user of the run from the others. */
export interface UserMarks {
  userName: string;
  unique: string;
  /** Digits alone. */
  number: string;
}

/** Whether users do not have an attribute, by the target file. */
export function lacks({ without = [] }: UserTemplate, path: string): boolean {
  const small = path.toLowerCase();
  return without.some((name) => {
    const other = name.toLowerCase();
    return small === other || small.startsWith(`${other}.`);
  });
}

/** A typical user with the values that the target file gives for what it has anyway. */
export function withOwnValues(
  user: NeutralUser,
  shape: UserTemplate,
  marks: UserMarks,
): NeutralUser {
  const entries = Object.entries(user).filter(([name]) => !lacks(shape, name));
  return Object.fromEntries(
    entries.map(([name, value]) => {
      const own = name === "userName" ? undefined : shape.attributes?.[name];
      return [name, own === undefined ? value : filled(own, marks)];
    }),
  );
}

/**
 * A user's body with what the target file adds to it, and without what it takes away. What a check
 * sends itself stays as it is.
 * @param enterprise the URN of the enterprise extension in the version of the body
 */
export function templatedBody(
  body: JsonObject,
  shape: UserTemplate,
  marks: UserMarks,
  enterprise: string,
): JsonObject {
  const added = Object.entries(shape.attributes ?? {}).filter(([name]) => name !== "userName");
  const all: JsonObject = { ...body };
  for (const [name, own] of added) {
    const value = filled(own, marks);
    const old = all[name];
    if (old === undefined) all[name] = value;
    else if (isObject(old) && isObject(value)) all[name] = { ...value, ...old };
  }
  for (const path of shape.without ?? []) takeAway(all, path === "enterprise" ? enterprise : path);
  const { schemas } = all;
  if (!Array.isArray(schemas)) return all;
  const urns = added.map(([name]) => name).filter((name) => name.startsWith("urn:"));
  const kept = schemas.filter((urn) => urn !== enterprise || all[enterprise] !== undefined);
  return { ...all, schemas: [...new Set([...kept, ...urns])] };
}

function takeAway(body: JsonObject, path: string): void {
  // A URN holds dots of its own.
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
