import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { hidden, personal } from "./hide.ts";
import { mapped } from "./json-object.ts";
import type { Known } from "./known.ts";
import { textsIn } from "./learn.ts";
import { inAnyCase } from "./member-case.ts";
import type { Ownership } from "./ownership.ts";
import {
  isSecretMember,
  masked,
  maskedMeta,
  maskedValue,
  shownLocation,
  shownReference,
} from "./strangers.ts";

/** Deeper than any response: what is nested further is hidden as a whole. */
const deepest = 100;

/** Members of an envelope whose text is a sentence or a code: error messages, in SCIM and elsewhere. */
const sentences = new Set([
  ...["detail", "description", "error", "error_description", "message", "msg", "title", "code"],
  ...["status", "scimType", "reason", "type", "needed", "provided", "ok", "method", "bulkId"],
  ...["schemas", "version", "path"],
]);
/** Members that only an envelope has: of a list, of a bulk response, of an error. */
const envelopes = [
  ...["Resources", "Operations", "Errors", "totalResults", "scimType", "detail"],
  ...["error", "errors", "message", "ok"],
];
/** Members of an envelope that hold an error: a description and a code. */
const errorMembers = new Set(["Errors", "errors", "error", "status"]);
/** Members that make an object a resource, regardless of the others. */
const resourceMarks = ["userName", "emails", "displayName", "members", "name"];
const counters = new Set(["totalResults", "itemsPerPage", "startIndex", "status", "code"]);
const featureNames = new Set([
  ...["patch", "bulk", "filter", "changePassword", "sort", "etag", "xmlDataFormat"],
]);

/** The writable part of a response: of other people's resources the structure, of sentences what names no one. */
export class Answers {
  readonly #known: Known;
  readonly #ownership: Ownership;
  readonly #sentence: (text: string) => string;
  readonly #name: (text: string) => string;

  /**
   * @param sentence removes from free text what names another person
   * @param name removes secrets and addresses from the name of an observed fact, which the suite gave
   */
  constructor(
    known: Known,
    ownership: Ownership,
    sentence: (text: string) => string,
    name: (text: string) => string,
  ) {
    this.#known = known;
    this.#ownership = ownership;
    this.#sentence = sentence;
    this.#name = name;
  }

  /** The body of a response. */
  body(value: unknown): unknown {
    return inAnyCase(value, (known) => this.#body(known, 0));
  }

  /** Anything that is not known to be an envelope or a description counts as a resource. */
  #body(value: unknown, depth: number): unknown {
    if (depth > deepest) return maskedValue(value, "", this.#known);
    if (typeof value === "string") return this.#sentence(value);
    if (Array.isArray(value)) return value.map((one) => this.#listed(one, depth + 1));
    if (!isObject(value)) return value;
    if (isDescription(value)) return this.#described(value);
    return isEnvelope(value) ? this.#envelope(value, depth) : this.#resource(value);
  }

  /** A value of any structure, such as what a check observed; it may contain whole resources. */
  anyValue(value: unknown, depth = 0): unknown {
    if (typeof value === "string") return this.#sentence(value);
    if (typeof value === "number") return this.#known.isStranger(String(value)) ? 0 : value;
    if (depth > deepest) return maskedValue(value, "", this.#known);
    if (Array.isArray(value)) return value.map((one) => this.anyValue(one, depth + 1));
    if (!isObject(value)) return value;
    if (isResource(value) && !this.#ownership.isEcho(value)) return masked(value, this.#known);
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        this.#name(name),
        this.anyValue(member, depth + 1),
      ]),
    );
  }

  #listed(value: unknown, depth: number): unknown {
    return isObject(value) || Array.isArray(value)
      ? this.#body(value, depth)
      : maskedValue(value, "displayName", this.#known);
  }

  #envelope(envelope: JsonObject, depth: number): JsonObject {
    if (depth > deepest) return {};
    return mapped(envelope, (name, member) => {
      if (isSecretMember(name)) return hidden;
      const isErrorMember = (value: unknown) => isObject(value) && errorMembers.has(name);
      if (isErrorMember(member)) return this.#envelope(Object(member), depth + 1);
      if (Array.isArray(member) && name !== "schemas") {
        return member.map((one) =>
          isErrorMember(one) ? this.#envelope(one, depth + 1) : this.#listed(one, depth + 1),
        );
      }
      if (isObject(member)) return this.#body(member, depth + 1);
      if (name === "location" && typeof member === "string") return this.location(member);
      if (sentences.has(name)) return this.#texts(member);
      return counters.has(name) ? member : maskedValue(member, name, this.#known);
    });
  }

  #resource(resource: JsonObject): JsonObject {
    if (!this.#ownership.isOwn(resource)) return masked(resource, this.#known);
    if (typeof resource.id === "string") this.#known.created(resource.id);
    const shown = this.#own(resource);
    // A default that a server gives to everyone does not identify a person: if it were redacted, a
    // check would see it in one version and miss it in the other.
    for (const text of textsIn(shown)) {
      if (text !== personal && !text.includes("@")) this.#known.sent(text);
    }
    return shown;
  }

  /** A resource of the run, without what names other people. */
  #own(resource: JsonObject): JsonObject {
    return mapped(resource, (name, member) => {
      if (isSecretMember(name)) return hidden;
      if (name === "meta" && isObject(member)) return this.#ownMeta(member);
      if ((name === "groups" || name === "members") && Array.isArray(member)) {
        return member.map((entry) => this.#reference(entry, name));
      }
      if (!name.startsWith("urn:") || !isObject(member)) return member;
      return mapped(member, (part, value) =>
        part === "manager" ? this.#reference(value, part) : value,
      );
    });
  }

  #ownMeta(meta: JsonObject): JsonObject {
    const { location, version, ...rest } = meta;
    return {
      ...maskedMeta(rest, this.#known),
      ...(location === undefined ? {} : { location }),
      ...(version === undefined ? {} : { version }),
    };
  }

  #reference(entry: unknown, within: string): unknown {
    return shownReference(entry, within, this.#known, (text) => this.#ownership.isOwnText(text));
  }

  location(url: string): string {
    return this.#ownership.hasLabel(url) ? url : shownLocation(url, this.#known);
  }

  /** All texts below a value, as sentences. */
  #texts(value: unknown): unknown {
    if (typeof value === "string") return this.#sentence(value);
    if (Array.isArray(value)) return value.map((one) => this.#texts(one));
    return value;
  }

  /** A description of the service: not personal data, but it may quote anything. */
  #described(value: unknown, depth = 0): unknown {
    if (depth > deepest) return maskedValue(value, "", this.#known);
    if (typeof value === "string") return this.#sentence(value);
    if (Array.isArray(value)) return value.map((one) => this.#described(one, depth + 1));
    return isObject(value) ? mapped(value, (_, part) => this.#described(part, depth + 1)) : value;
  }
}

/**
 * A whole resource as it was on the wire. An observation derived from one has members of the same
 * names, and must not be hidden: a verdict would compare one `[personal]` with another.
 */
function isResource({ schemas, id, userName, displayName }: JsonObject): boolean {
  return (
    Array.isArray(schemas) &&
    schemas.every((one) => typeof one === "string" && /^urn:/i.test(one)) &&
    typeof id === "string" &&
    (typeof userName === "string" || typeof displayName === "string")
  );
}

function isEnvelope(value: JsonObject): boolean {
  return envelopes.some((name) => name in value) && !resourceMarks.some((name) => name in value);
}

/** A schema, a resource type or the configuration of the provider. */
function isDescription(value: JsonObject): boolean {
  if ("userName" in value || "emails" in value || "members" in value) return false;
  if (typeof value.schema === "string" && typeof value.endpoint === "string") {
    return /^urn:/i.test(value.schema);
  }
  if (Array.isArray(value.attributes)) {
    return [value.id, value.schema].some((id) => typeof id === "string" && /^urn:/i.test(id));
  }
  const features = Object.keys(value).filter((name) => featureNames.has(name));
  return features.length > 1 && features.every((name) => isObject(value[name]));
}
