import { clause, inf } from "../clause.ts";
import { matches } from "../expectation.ts";
import { at, items, typeOf } from "../json.ts";
import { needsAttributes } from "../provider/needs.ts";
import { userPutRequirement } from "../put/user-put-rule.ts";
import type { Requirement } from "../requirement.ts";
import { idIn } from "../run/location.ts";
import { Skip } from "../run/stop.ts";
import { onSeen, onUsers, violationsIn } from "./seen.ts";
import { multiValued } from "./walk.ts";

/** The types of the sub-attributes that have a meaning everywhere (RFC 7643 §2.4). */
const meanings = { type: "string", primary: "boolean", display: "string", $ref: "string" } as const;

/** What the values of attributes mean: RFC 7643 §2.4, §4.1.2; SCIM 1.1 core schema §6.2. */
export const attributeMeanings: readonly Requirement[] = [
  onSeen(
    "type, primary, display and $ref have their defined type and meaning",
    { "2.0": clause("SCIM20-7643-2.4-04") },
    { otherwise: [] },
    (resources) => ({
      otherwise: violationsIn(resources, function* (json) {
        for (const [name, entries] of multiValued(json)) {
          for (const entry of entries) {
            for (const [part, type] of Object.entries(meanings)) {
              const value = at(entry, part);
              if (value === undefined || value === null) continue;
              if (typeOf(value) !== type) yield `${name}.${part}`;
            }
            // A $ref points to the resource with the id in value.
            const [ref, value] = [at(entry, "$ref"), at(entry, "value")];
            if (!["members", "groups"].includes(name) || typeof ref !== "string") continue;
            if (typeof value === "string" && idIn(ref) !== value) yield `${name}.$ref`;
          }
        }
      }),
    }),
  ),
  onUsers(
    "a photo URL points to an image, not to a web page",
    {
      "1.1": clause("SCIM11-CS-6.2-04"),
      "2.0": clause("SCIM20-7643-4.1.2-05"),
    },
    { others: [] },
    (users) => {
      const photos = users
        .flatMap((user) => items(at(user, "photos")))
        .map((photo) => at(photo, "value"))
        .filter((value) => value !== undefined && value !== null && value !== "");
      if (photos.length === 0) throw new Skip("not-offered", "no user has a photo");
      return { others: [...new Set(photos.filter((value) => !isImage(value)).map(String))] };
    },
  ),
  userPutRequirement({
    title: "a phone number in RFC 3966 format is returned in that format",
    area: "representation",
    versions: {
      "1.1": clause("SCIM11-CS-6.2-02", inf("FACT-USER-65")),
      "2.0": clause("SCIM20-7643-4.1.2-03", inf("FACT-USER-65")),
    },
    expect: { value: matches(/^tel:\+1-?201-?555-?0123$/) },
    applies: (t) => needsAttributes(t, "phoneNumbers"),
    touches: ["phoneNumbers"],
    values: () => ({ phoneNumbers: [{ value: "tel:+1-201-555-0123", type: "work" }] }),
    observe: (_, { put, read }) => {
      const value = (read.resource?.phoneNumbers ?? []).find((phone) => phone.value)?.value;
      if (put.status < 400 && !value) throw new Skip("not-offered", "users have no phone numbers");
      return { value };
    },
  }),
];

/** Whether a URL may be of an image, as far as this is known without a request to another host. */
function isImage(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (/^data:image\//i.test(value)) return true;
  return URL.canParse(value) && !/\.(html?|php|aspx?|jsp)$/i.test(new URL(value).pathname);
}
