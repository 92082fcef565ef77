import { clause, obs } from "../clause.ts";
import type { Json } from "../expectation.ts";
import { asJson, at, textAt, typeOf } from "../json.ts";
import { describedAttributes, looseExtensions } from "../provider/schema-attributes.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { Skip } from "../run/stop.ts";
import { withValues } from "../with-values.ts";
import { faults, onSchemas, otherType, slackTypes } from "./schemas.ts";

/** Attributes that only the provider sets, wherever a schema lists them. */
const providers = ["id", "meta", "groups"];

/** Compares the characteristics in published schemas with the resources. */
export const attributeCharacteristics: readonly Requirement[] = [
  onSchemas(
    "schemas mark attributes that only the provider sets as read-only",
    { "1.1": clause("SCIM11-CS-3-01", obs("FACT-DISCOVERY-57")) },
    { writable: [] },
    (all) => {
      const listed = all
        .flatMap((schema) => describedAttributes(at(schema, "attributes")))
        .filter((attribute) => providers.includes(String(at(attribute, "name"))));
      if (listed.length === 0)
        throw new Skip("not-offered", `no schema lists ${providers.join(", ")}`);
      return {
        writable: listed
          .filter((attribute) => at(attribute, "readOnly") !== true)
          .map((attribute) => asJson(at(attribute, "name")) ?? null),
      };
    },
  ),
  onSchemas(
    "extensions define no data types",
    { "2.0": clause("SCIM20-7643-2.3-01", slackTypes("ownTypes")) },
    { ownTypes: [] },
    (all) => {
      const isOfExtension = (schema: unknown) =>
        !textAt(schema, "id").startsWith("urn:ietf:params:scim:schemas:core:");
      const extensions = all.flatMap((schema) => {
        const attributes = at(schema, "attributes");
        return isOfExtension(schema) ? [attributes] : [looseExtensions(attributes)];
      });
      if (extensions.every((attributes) => describedAttributes(attributes).length === 0))
        throw new Skip("not-offered", "no schema of an extension is published");
      return {
        ownTypes: extensions.flatMap((attributes) =>
          faults(attributes, ({ type }) => otherType(type)),
        ),
      };
    },
  ),
  {
    title: "title and displayName behave as their schema states, or by default",
    area: "discovery",
    safety: "write",
    versions: { "2.0": clause("SCIM20-7643-2.2-01", obs("FACT-DISCOVERY-90")) },
    expect: { otherwise: [] },
    check: async (t) => {
      // Only free text allows any value, and the same one for two users.
      const free = (await t.provider.documents.attributes("User")).filter(
        ({ path, type, multiValued }) =>
          ["title", "displayName"].includes(path) && type === "string" && !multiValued,
      );
      if (free.length === 0)
        throw new Skip("not-applicable", "the schema has neither title nor displayName");
      const otherwise: Json[] = [];
      const values: Record<string, unknown> = {};
      const valueFor = (path: string) => (path === "title" ? "Director" : "The same for two");
      const all = Object.fromEntries(free.map(({ path }) => [path, valueFor(path)]));
      const together = await writtenToTwo(t, all);
      const areAccepted = together.every(({ status }) => status < 400);
      for (const { path, mutability, returned, uniqueness } of free) {
        const value = valueFor(path);
        // What the server could not answer says nothing about the attribute.
        const written = areAccepted ? together : await writtenToTwo(t, { [path]: value });
        const answers = written.filter(({ isAnswered }) => isAnswered);
        const shown = answers.map(({ json }) => at(json, path));
        const before = otherwise.length;
        if (returned === "default" && shown.includes(undefined)) otherwise.push(`${path}: hidden`);
        else if (mutability === "readWrite" && shown.some((one) => one !== value)) {
          otherwise.push(`${path}: not written`);
        }
        if (uniqueness === "none" && answers.some(({ status }) => status === 409)) {
          otherwise.push(`${path}: must be unique`);
        }
        if (otherwise.length > before) {
          values[`${path} sent to two users`] = value;
          values[`${path} returned`] = shown.map((one) => one ?? null);
        }
      }
      return { otherwise: withValues(otherwise, values) };
    },
  },
  {
    title: "attributes that are returned on request only are absent by default",
    area: "discovery",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7643-7-12", obs("FACT-DISCOVERY-94")) },
    expect: { shown: [] },
    check: async (t) => {
      const onRequest = (await t.provider.documents.attributes("User"))
        .filter(({ returned, path }) => returned === "request" && !path.includes("."))
        .map(({ path }) => path);
      if (onRequest.length === 0)
        throw new Skip("not-applicable", "no attribute is returned on request only");
      const { json } = await t.users.get((await t.sharedUser()).id);
      return { shown: onRequest.filter((name) => at(json, name) !== undefined) };
    },
  },
  {
    title: "entitlements and ims are stored if the schema declares them",
    area: "discovery",
    safety: "write",
    versions: { "2.0": clause("SCIM20-7643-4.1.2-13") },
    expect: { lost: [] },
    check: async (t) => {
      const values: Readonly<Record<string, string>> = { entitlements: "gold", ims: "ada.im" };
      const declared = (await t.provider.documents.attributes("User"))
        .filter(({ path, mutability }) => path in values && mutability === "readWrite")
        .map(({ path }) => path);
      if (declared.length === 0)
        throw new Skip("not-applicable", "the schema declares neither entitlements nor ims");
      return t.fixtures.leaseUser(async ({ id, sent }) => {
        const more = Object.fromEntries(
          declared.map((name) => [name, [{ value: values[name], primary: true }]]),
        );
        await t.users.replace(id, sent, { change: (body) => ({ ...body, ...more }) });
        const { json } = await t.users.get(id);
        const lost = declared.filter(
          (name) =>
            typeOf(at(json, name)) !== "array" || at(json, name, 0, "value") !== values[name],
        );
        const shown = lost.flatMap((name) => [
          [`${name} sent`, more[name]],
          [`${name} stored`, at(json, name)],
        ]);
        return { lost: withValues(lost, Object.fromEntries(shown)) };
      });
    },
  },
];

/** The result of a PUT of the same value to two users. */
function writtenToTwo(t: CheckContext, values: Readonly<Record<string, string>>) {
  const write = () =>
    t.fixtures.leaseFor([], async ({ id, sent }) => {
      const { status } = await t.users.replace(id, { ...sent, ...values });
      const read = await t.users.get(id);
      const isAnswered = status < 500 && read.status < 500;
      return { status, json: read.json, isAnswered };
    });
  return Promise.all([write(), write()]);
}
