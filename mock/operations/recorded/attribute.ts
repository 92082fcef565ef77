import type { JsonObject } from "../../../schemas/json-value.ts";

/** An attribute as Slack's recorded schema documents describe it, in the form of neither version. */
export interface RecordedAttribute {
  readonly name: string;
  /** `datetime` is Slack's spelling (FACT-DISCOVERY-88). */
  readonly type: "string" | "boolean" | "complex" | "datetime";
  readonly description: string;
  readonly multiValued?: boolean;
  /** The name of one value of a multi-valued attribute; extensions have none (FACT-DISCOVERY-53). */
  readonly childName?: string;
  readonly required?: boolean;
  /** Of version 1.1; in 2.0 `readOnly` too, where no mutability is given. */
  readonly readOnly?: boolean;
  readonly mutability?: "readOnly" | "readWrite" | "immutable" | "writeOnly";
  readonly returned?: "always" | "never";
  readonly uniqueness?: "server" | "global";
  readonly canonicalValues?: readonly string[];
  readonly parts?: readonly RecordedAttribute[];
  /** How the member with the parts is written, where it is no array called `subAttributes`. */
  readonly partsForm?: "lower-case" | "one-object";
}

/** An attribute of type string. */
export function text(
  name: string,
  description: string,
  more: Partial<RecordedAttribute> = {},
): RecordedAttribute {
  return { name, type: "string", description, ...more };
}

/** An attribute with sub-attributes. */
export function complex(
  name: string,
  description: string,
  parts: readonly RecordedAttribute[],
  more: Partial<RecordedAttribute> = {},
): RecordedAttribute {
  return { name, type: "complex", description, parts, ...more };
}

/** The id of users and of groups (FACT-DISCOVERY-57, FACT-DISCOVERY-92). */
export const id = text(
  "id",
  "Unique identifier for the SCIM resource as defined by the Service Provider. Each representation of the resource MUST include a non-empty id value. This identifier MUST be unique across the Service Provider’s entire set of resources. It MUST be a stable, non-reassignable identifier that does not change when the same resource is returned in subsequent requests. The value of the id attribute is always issued by the Service Provider and MUST never be specified by the Service Consumer. REQUIRED.",
  { readOnly: true, required: true, returned: "always", uniqueness: "global" },
);

/**
 * The member of an attribute's document that holds its parts: `groups` spells it `subattributes`
 * (FACT-DISCOVERY-55, FACT-DISCOVERY-86), and `manager` has one object in it (FACT-DISCOVERY-54,
 * FACT-DISCOVERY-85).
 */
export function partsMember(
  { parts = [], partsForm }: RecordedAttribute,
  documentOf: (part: RecordedAttribute) => JsonObject,
): JsonObject {
  if (parts.length === 0) return {};
  const documents = parts.map(documentOf);
  if (partsForm === "lower-case") return { subattributes: documents };
  return { subAttributes: partsForm === "one-object" ? documents[0] : documents };
}
