import type { PatchEntry, PatchForm, PatchIntent } from "../../schemas/index.ts";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import type { Profile } from "../profile.ts";
import { writeEntries } from "./patch-entries.ts";
import { parsePatchPath } from "./patch-path.ts";
import { urns as allUrns } from "./urns.ts";
import { encodeEnterprise } from "./user-codec.ts";

const urns = allUrns["1.1"];

/** The plain attributes that Slack clears when they are set to one space (FACT-PATCH-17). */
const takesSpace: ReadonlySet<string> = new Set([
  "displayName",
  "locale",
  "preferredLanguage",
  "timezone",
  "title",
  "userType",
]);

/**
 * A partial resource (SCIM 1.1 §3.3.2): existing values are merged, `meta.attributes` names what is removed,
 * an entry with `operation: "delete"` is removed.
 *
 * @param form which of the documented forms (FACT-PATCH-55) is written, where there is a choice
 */
export function encodePatch(
  intents: readonly PatchIntent[],
  profile: Profile,
  form: PatchForm = {},
): JsonObject {
  const separator = separatorOf(profile, form);
  const schemas = [urns.user];
  const body: JsonObject = { schemas };
  const removals: string[] = [];

  /** The object that a path's attribute lives in: the body or an extension block. */
  const holder = (path: string): JsonObject => {
    const { block } = parsePatchPath(path);
    return block === undefined ? body : member(body, use(urns[block]));
  };
  const use = (urn: string): string => {
    if (!schemas.includes(urn)) schemas.push(urn);
    return urn;
  };
  const append = (path: string, entries: readonly PatchEntry[], operation?: "delete") => {
    const existing = body[path];
    const written = operation
      ? entries.map((entry) => ({ ...entry, operation }))
      : writeEntries(path, entries, form);
    body[path] = [...(Array.isArray(existing) ? existing : []), ...written];
  };

  for (const intent of intents) {
    switch (intent.kind) {
      case "set":
        set(holder(intent.path), intent.path, intent.value);
        break;
      case "clear":
        if (form.cleared === "space" && takesSpace.has(intent.path)) body[intent.path] = " ";
        else removals.push(removalPath(intent.path, separator, use));
        break;
      case "add":
        append(intent.path, intent.values);
        break;
      case "remove":
        append(intent.path, [intent.match], "delete");
        break;
      case "replaceValues":
        removals.push(intent.path);
        append(intent.path, intent.values);
        break;
      case "changeValue": {
        // An entry whose `value` stays is merged with the stored one; any other change is a
        // removal and an addition (SCIM 1.1 §3.3.2).
        const changed = { ...intent.match, ...intent.to };
        if (changed.value !== intent.match.value) append(intent.path, [intent.match], "delete");
        append(intent.path, [changed]);
        break;
      }
    }
  }
  if (removals.length > 0) body.meta = { attributes: removals };
  return body;
}

/** What joins an extension's URN and its attribute: a dot in Slack (FACT-PATCH-85), a colon in SCIM 1.1 §3.8. */
function separatorOf(profile: Profile, { separator = "documented" }: PatchForm): string {
  if (separator !== "documented") return separator;
  return profile === "slack" ? "." : ":";
}

function set(holder: JsonObject, path: string, value: unknown): void {
  const { block, attribute, sub } = parsePatchPath(path);
  if (attribute === undefined) {
    Object.assign(
      holder,
      block === "enterprise" && isObject(value) ? encodeEnterprise(value, "managerId") : value,
    );
  } else if (block === "enterprise" && attribute === "managerId") {
    holder.manager = { managerId: value };
  } else if (sub !== undefined) {
    member(holder, attribute)[sub] = value;
  } else {
    holder[attribute] = value;
  }
}

function removalPath(path: string, separator: string, use: (urn: string) => string): string {
  const { block, attribute } = parsePatchPath(path);
  if (block === undefined) return path;
  const urn = use(urns[block]);
  if (attribute === undefined) return urn;
  return `${urn}${separator}${attribute === "managerId" ? "manager.managerId" : attribute}`;
}

function member(holder: JsonObject, name: string): JsonObject {
  const existing = holder[name];
  if (isObject(existing)) return existing;
  const created: JsonObject = {};
  holder[name] = created;
  return created;
}
