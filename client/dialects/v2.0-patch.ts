import type { PatchEntry, PatchForm, PatchIntent } from "../../schemas/index.ts";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import type { Profile } from "../profile.ts";
import { writeEntries } from "./patch-entries.ts";
import { parsePatchPath } from "./patch-path.ts";
import { pathLiteral } from "./path-literal.ts";
import { urns as allUrns, patchOpUrn } from "./urns.ts";
import { encodeEnterprise, type ManagerKey } from "./user-codec.ts";

const urns = allUrns["2.0"];

interface Operation extends JsonObject {
  op: "add" | "replace" | "remove";
  path?: string;
  value?: unknown;
}

/** What decides how an operation is written, besides the intent. */
interface Writing {
  readonly profile: Profile;
  readonly managerKey: ManagerKey;
  readonly form: PatchForm;
}

/**
 * A PatchOp message (RFC 7644 §3.5.2).
 *
 * @param form which of Slack's documented forms (FACT-PATCH-89) is written, where there is a choice
 */
export function encodePatch(
  intents: readonly PatchIntent[],
  profile: Profile,
  managerKey: ManagerKey,
  form: PatchForm = {},
): JsonObject {
  const writing = { profile, managerKey, form };
  return {
    schemas: [patchOpUrn],
    Operations: intents.flatMap((intent) => operations(intent, writing)),
  };
}

function operations(intent: PatchIntent, writing: Writing): Operation[] {
  const { form } = writing;
  switch (intent.kind) {
    case "set":
      return [withoutPath(set(intent.path, intent.value, writing), form)];
    case "clear":
      return [{ op: "remove", path: removalPath(intent.path, writing) }];
    case "add":
      return [{ op: "add", path: intent.path, value: added(intent.path, intent.values, form) }];
    case "remove":
      return [remove(intent.path, intent.match, writing)];
    case "replaceValues":
      return [
        { op: "replace", path: intent.path, value: writeEntries(intent.path, intent.values, form) },
      ];
    case "changeValue":
      if (intent.path === "emails" && form.change === "entry") {
        return [{ op: "replace", path: secondaryAddress, value: intent.to }];
      }
      // `value` goes last: the selector of the other operations still has to find the entry.
      return Object.entries(intent.to)
        .sort(([a], [b]) => Number(a === "value") - Number(b === "value"))
        .map(([name, value]) => ({
          op: "replace",
          path: `${intent.path}[${selector(intent.match)}].${name}`,
          value,
        }));
  }
}

const secondaryAddress = "emails[primary eq false]";

/** A single added value, which Slack also accepts as an object outside an array (FACT-PATCH-59). */
const takesObject: ReadonlySet<string> = new Set(["emails", "phoneNumbers"]);

function added(path: string, values: readonly PatchEntry[], form: PatchForm): unknown {
  const written = writeEntries(path, values, form);
  return form.single === "object" && written.length === 1 && takesObject.has(path)
    ? written[0]
    : written;
}

function remove(path: string, match: PatchEntry, { profile, form }: Writing): Operation {
  // Slack stores one address and documents its removal without a filter (FACT-PATCH-76).
  if (path === "addresses" && profile === "slack") return { op: "remove", path };
  if (path === "emails" && form.secondary === "primary") {
    return { op: "remove", path: secondaryAddress };
  }
  if (path === "members" && form.member === "value") return { op: "remove", path, value: [match] };
  if (path === "members" && form.ids === "bare") {
    return { op: "remove", path: `members[value eq ${match.value}]` };
  }
  return { op: "remove", path: `${path}[${selector(match)}]` };
}

/** An object merges, so it is added (RFC 7644 §3.5.2.1); a scalar replaces. */
function set(path: string, value: unknown, writing: Writing): Operation {
  const { managerKey, form } = writing;
  const { block, attribute, sub } = parsePatchPath(path);
  if (block === undefined) {
    return attribute !== undefined && sub !== undefined && form.part === "object"
      ? { op: "add", path: attribute, value: { [sub]: value } }
      : { op: isObject(value) ? "add" : "replace", path, value };
  }
  const urn = urns[block];
  const whole = (object: unknown): Operation => ({
    op: form.block ?? "add",
    path: urn,
    value: object,
  });
  if (attribute === undefined) {
    return whole(
      block === "enterprise" && isObject(value) ? encodeEnterprise(value, managerKey) : value,
    );
  }
  if (block === "enterprise" && attribute === "managerId") {
    return whole({ manager: { [managerKey]: value } });
  }
  if (form.part === "object") return whole({ [attribute]: value });
  return { op: "replace", path: `${urn}${separatorOf(form, ":")}${attribute}`, value };
}

/** The same operation as some clients send it: the attributes in the value, no path (RFC 7644 §3.5.2.3). */
function withoutPath(operation: Operation, form: PatchForm): Operation {
  const { path, value } = operation;
  if (form.path !== "omitted" || path === undefined) return operation;
  const [attribute = path, sub] = path.startsWith("urn:") ? [path] : path.split(".");
  return { op: "replace", value: { [attribute]: sub === undefined ? value : { [sub]: value } } };
}

/**
 * The path of a removal. RFC 7644 §3.10 joins URN and attribute with a colon; Slack documents a dot
 * for `guest.expiration` and for the manager (FACT-PATCH-91).
 */
function removalPath(path: string, { profile, managerKey, form }: Writing): string {
  const { block, attribute } = parsePatchPath(path);
  if (block === undefined) return path;
  const urn = urns[block];
  if (attribute === undefined) return urn;
  const dot = separatorOf(form, profile === "slack" ? "." : ":");
  if (block === "enterprise" && attribute === "managerId") {
    return profile === "slack" ? `${urn}${dot}manager.${managerKey}` : `${urn}:manager`;
  }
  return `${urn}${block === "guest" ? dot : separatorOf(form, ":")}${attribute}`;
}

/** What joins an extension's URN and its attribute, where the form does not say otherwise. */
function separatorOf({ separator = "documented" }: PatchForm, documented: "." | ":"): string {
  return separator === "documented" ? documented : separator;
}

/** A value-path filter that finds an entry by what it holds. */
function selector(match: PatchEntry): string {
  return Object.entries(match)
    .map(([name, value]) => `${name} eq ${pathLiteral(value)}`)
    .join(" and ");
}
