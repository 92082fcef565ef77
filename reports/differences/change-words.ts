import type { Json } from "../../schemas/index.ts";
import type { Change } from "./changes.ts";

/** Longer texts of a request are cut in a caption. */
const longest = 60;

export const cut = (text: string) =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text;

/** `clears title` for `clear title`. */
export const inThirdPerson = (phrases: readonly string[]) =>
  phrases
    .map((phrase) =>
      phrase.replace(/^\w+/, (verb) => (/(?:ch|sh|s)$/.test(verb) ? `${verb}es` : `${verb}s`)),
    )
    .join(" and ");

/** A change as a phrase that begins with its verb: `set title to "x"`. */
export function phraseOf({ does, path, value }: Change): string {
  const name = cut(path);
  switch (does) {
    case "add":
      return `add to ${name}`;
    case "clear":
    case "omit":
      return `clear ${name}`;
    case "remove":
      return /\[/.test(path) ? `remove ${name}` : `remove a value of ${name}`;
    case "set":
      if (path === "active" && value === false) return "deactivate the user";
      if (path === "active" && value === true) return "activate the user";
      return value === undefined || isComplex(value)
        ? `set ${name}`
        : `set ${name} to ${cut(JSON.stringify(value))}`;
  }
}

/** What a PUT changes, where it is little enough to be its purpose. */
export function withChanges(changes: readonly Change[]): string {
  if (changes.length === 0 || changes.length > 2) return "";
  const parts = changes.map(({ does, path, value }) => {
    if (does === "omit") return `without ${cut(path)}`;
    return value === undefined || isComplex(value)
      ? `with other ${cut(path)}`
      : `with ${cut(path)} ${cut(JSON.stringify(value))}`;
  });
  return `, ${parts.join(" and ")}`;
}

const isComplex = (value: Json) => typeof value === "object" && value !== null;
