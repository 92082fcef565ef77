import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { partOf } from "../testing/schemas/fixtures.ts";
import { rulesOf } from "../testing/schemas/rules.ts";
import { newAjv, violations } from "./compile.ts";
import { schemaDocument } from "./documents.ts";
import { schemaNames } from "./names.ts";
import { placesOf } from "./place.ts";

test.each(schemaNames)(
  "%s is a JSON Schema 2020-12, its $id is its name, and it compiles strictly",
  (name) => {
    const document = schemaDocument(name);
    const meta = new Ajv2020();
    meta.validateSchema(document);
    expect(meta.errors ?? []).toEqual([]);
    const ajv = newAjv();
    for (const other of schemaNames) ajv.addSchema(schemaDocument(other));
    expect(ajv.getSchema(`scim-conformance:/${name}.json`)).toBeDefined();
  },
);

test.each(schemaNames.filter((name) => !name.startsWith("suite/")))(
  "every rule of %s names its source",
  (name) => {
    const document = schemaDocument(name);
    const places = placesOf(name, document);
    const silent = rulesOf(document)
      .filter(({ keyword }) => !["$ref", "if", "then", "else", "anyOf"].includes(keyword))
      .filter(({ pointer }) => !/\/if(?:\/|$)/.test(pointer))
      .filter(({ pointer, keyword }) => {
        const node = partOf(document, pointer);
        const source =
          typeof node === "object" && node !== null ? places.get(node)?.source : undefined;
        return !(source?.[keyword] ?? source?.["*"]);
      });
    expect(silent).toEqual([]);
  },
);

const core = "urn:ietf:params:scim:schemas:core:2.0:User";
const user = {
  schemas: [core],
  id: "1",
  userName: "ada",
  meta: {
    resourceType: "User",
    created: "2024-02-05T09:30:12Z",
    lastModified: "2024-02-05T09:30:12Z",
    location: "https://scim.example.com/v2/Users/1",
  },
};
const said = (change: object) => violations("v2.0/user", { ...user, ...change });
const messages = (change: object) => said(change).map(({ message }) => message);

test("a violation names its place, its cause and the rule with its source", () => {
  expect(said({ emails: [{ value: "ada@example.com", primary: "yes" }] })).toEqual([
    {
      path: "/emails/0/primary",
      rule: "type",
      source: "RFC 7643 §2.4",
      level: "MUST",
      message: "/emails/0/primary must be a boolean or null, but is a string (RFC 7643 §2.4)",
      location: "v2.0/common#/$defs/emails/items/properties/primary",
    },
  ]);
});

test("messages are sentences", () => {
  expect(messages({ userName: undefined })).toEqual([
    'the document lacks the member "userName" (RFC 7643 §3, §3.1, §4.1.1)',
  ]);
  expect(violations("v2.0/user", { schemas: [core] }).map(({ member }) => member)).toEqual([
    "id",
    "userName",
    "meta",
  ]);
  expect(messages({ shoeSize: 44 })).toEqual([
    'the document has an undefined member: "shoeSize" (RFC 7643 §4.1.1)',
  ]);
  expect(messages({ schemas: ["urn:example:x"] })).toEqual([
    `/schemas must contain "${core}" (RFC 7643 §3.3: schemas contains ${core})`,
  ]);
  expect(messages({ timezone: "Mars/Olympus" })).toEqual([
    '/timezone must be a time zone such as Europe/London, but is "Mars/Olympus" (RFC 7643 §4.1.1)',
  ]);
  const primary = { value: "ada@example.com", primary: true };
  expect(messages({ emails: [primary, { ...primary, value: "a@example.com" }] })).toEqual([
    "/emails has more than one primary entry (RFC 7643 §2.4: primary is true at most once)",
  ]);
});

test("a message contains neither a password nor an address", () => {
  const all = messages({ password: "correct horse", emails: [{ value: "ada at@example.com" }] });
  expect(all).toHaveLength(2);
  expect(all.join()).not.toMatch(/correct horse|ada at/);
});

test("a recommendation has the level SHOULD", () => {
  expect(said({ emails: [{ value: "no address" }] }).map(({ level }) => level)).toEqual(["SHOULD"]);
});
