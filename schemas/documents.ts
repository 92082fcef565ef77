import { readFileSync } from "node:fs";
import { type SchemaName, schemaNames } from "./names.ts";
import { ownFile } from "./own-file.ts";

/** A schema inside a document. */
export interface Target {
  name: SchemaName;
  schema: unknown;
}

const documents = new Map<SchemaName, object>();
const targets = new Map<string, Target>();

/** The text of a schema, read from its file at the first call. */
export function schemaDocument(name: SchemaName): object {
  let document = documents.get(name);
  if (!document) {
    document = Object(JSON.parse(readFileSync(ownFile(`schemas/${name}.json`), "utf8"))) as object;
    documents.set(name, document);
  }
  return document;
}

/** The document that a `$ref` in another one leads to. */
function schemaNamed(reference: string, home: SchemaName): SchemaName {
  const { pathname } = new URL(reference, `scim-conformance:/${home}.json`);
  const name = schemaNames.find((known) => `/${known}.json` === pathname);
  if (!name) throw new Error(`${home} refers to ${reference}, which is not a schema`);
  return name;
}

/** The names of a schema and of all that it refers to, itself first. */
export function needsOf(name: SchemaName, found = new Set<SchemaName>()): Set<SchemaName> {
  if (found.has(name)) return found;
  found.add(name);
  const text = JSON.stringify(schemaDocument(name));
  for (const [, file = ""] of text.matchAll(/"\$ref":"([^"#]+)/g))
    needsOf(schemaNamed(file, name), found);
  return found;
}

/** The schema that a `$ref` in one document refers to, and its document. */
export function schemaOf(reference: string, home: SchemaName): Target {
  const key = `${home} ${reference}`;
  let target = targets.get(key);
  if (!target) {
    const name = schemaNamed(reference, home);
    let schema: unknown = schemaDocument(name);
    const { hash } = new URL(reference, `scim-conformance:/${home}.json`);
    for (const step of decodeURIComponent(hash).split("/").slice(1)) {
      const member = step.replaceAll("~1", "/").replaceAll("~0", "~");
      schema = Object.entries(Object(schema)).find(([other]) => other === member)?.[1];
    }
    target = { name, schema };
    targets.set(key, target);
  }
  return target;
}
