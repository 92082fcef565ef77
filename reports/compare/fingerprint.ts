import { createHash, createHmac } from "node:crypto";
import type { AttributeTable, Disagreement } from "./attributes.ts";
import { canonicalText } from "./canonical.ts";

/** Characters per attribute: 48 bits. */
const partLength = 8;
const unset = ".".repeat(partLength);

/**
 * A key that is derived from a secret, here the token: fingerprints may be written to disk, and no
 * one can confirm a guess at the values without the secret.
 */
export function fingerprintKey(secret: string): Buffer {
  return createHash("sha256").update(`fingerprints of ${secret}`).digest();
}

/** Identifies a key without revealing it. */
export function keyCheck(key: Buffer): string {
  return createHmac("sha256", key).update("key").digest("base64").slice(0, 12);
}

/** A resource reduced to a few hundred characters that still tell which attributes differ. */
export function fingerprint<T>(table: AttributeTable<T>, resource: T, key: Buffer): string {
  let parts = "";
  for (const [attribute, read] of Object.entries(table)) {
    const text = canonicalText(read(resource));
    parts +=
      text === undefined
        ? unset
        : createHmac("sha256", key)
            .update(`${attribute}=${text}`)
            .digest("base64")
            .slice(0, partLength);
  }
  return parts;
}

/** The attributes on which two fingerprints of one table disagree. The values are not known. */
export function differingParts<T>(
  table: AttributeTable<T>,
  v1: string,
  v2: string,
): Disagreement[] {
  if (v1 === v2) return [];
  return Object.keys(table).flatMap((attribute, index) => {
    const at = index * partLength;
    const same = v1.slice(at, at + partLength) === v2.slice(at, at + partLength);
    return same ? [] : [{ attribute }];
  });
}
