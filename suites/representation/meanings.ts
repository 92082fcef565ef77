import { clause, inf } from "../clause.ts";
import { matches } from "../expectation.ts";
import { at, items, typeOf } from "../json.ts";
import { needsAttributes } from "../provider/needs.ts";
import type { Requirement } from "../requirement.ts";
import { idIn } from "../run/location.ts";
import { Skip } from "../run/stop.ts";
import { offences, onSeen, onUsers } from "./seen.ts";
import { multiValued } from "./walk.ts";

/** The types of the sub-attributes that have a meaning everywhere (RFC 7643 §2.4). */
const meanings = { type: "string", primary: "boolean", display: "string", $ref: "string" } as const;

/** What the values of attributes mean: RFC 7643 §2.4, §4.1.2; SCIM 1.1 core schema §6.2. */
export const attributeMeanings: readonly Requirement[] = [
  onSeen(
    "type, primary, display and $ref of a value have their meaning",
    { "2.0": clause("SCIM20-7643-2.4-04") },
    { otherwise: [] },
    (resources) => ({
      otherwise: offences(resources, function* (json) {
        for (const [name, entries] of multiValued(json)) {
          for (const entry of entries) {
            for (const [part, type] of Object.entries(meanings)) {
              const value = at(entry, part);
              if (value === undefined || value === null) continue;
              if (typeOf(value) !== type) yield `${name}.${part}`;
            }
            // A reference leads to the resource whose id stands beside it.
            const [ref, value] = [at(entry, "$ref"), at(entry, "value")];
            if (!["members", "groups"].includes(name) || typeof ref !== "string") continue;
            if (typeof value === "string" && idIn(ref) !== value) yield `${name}.$ref`;
          }
        }
      }),
    }),
  ),
  onUsers(
    "a photo is an image, not a page that shows one",
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
      if (photos.length === 0) throw new Skip("not-offered", "no user shows a photo");
      return { others: [...new Set(photos.filter((value) => !isImage(value)).map(String))] };
    },
  ),
  {
    title: "a phone number sent in the format of RFC 3966 comes back in it",
    area: "representation",
    safety: "write",
    versions: {
      "1.1": clause("SCIM11-CS-6.2-02", inf("§5.4")),
      "2.0": clause("SCIM20-7643-4.1.2-03", inf("§5.4")),
    },
    expect: { value: matches(/^tel:\+1-?201-?555-?0123$/) },
    check: async (t) => {
      await needsAttributes(t, "phoneNumbers");
      return t.fixtures.leaseUser(async ({ id, sent }) => {
        const phoneNumbers = [{ value: "tel:+1-201-555-0123", type: "work" }];
        const put = await t.users.replace(id, { ...sent, phoneNumbers });
        const shown = (await t.users.read(id)).resource?.phoneNumbers ?? [];
        const value = shown.find((phone) => phone.value)?.value;
        if (put.status < 400 && !value)
          throw new Skip("not-offered", "users show no phone numbers");
        return { value };
      });
    },
  },
];

/** An address of a file, as far as it can be told without asking another host for it. */
function isImage(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (/^data:image\//i.test(value)) return true;
  return URL.canParse(value) && !/\.(html?|php|aspx?|jsp)$/i.test(new URL(value).pathname);
}
