import { Redaction } from "../../client/index.ts";
import { archiveOf } from "../../reports/archive.ts";
import { UsageError } from "../../reports/exit.ts";
import { type Certification, type Redact, violations } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import { classOf } from "./classes.ts";
import { manifestName, manifestOf } from "./manifest.ts";
import { packageFiles, packageNames, redactedFiles } from "./package-files.ts";
import { alterations, incompleteness, otherSuite } from "./preconditions.ts";
import { ArchiveError, readArchive } from "./read-archive.ts";
import { otherForm, type RunRecord, readRecord } from "./run-record.ts";
import { sha256 } from "./sha256.ts";
import type { InstalledSuite } from "./suite.ts";
import { domainOfRun, tracesIn } from "./traces.ts";

/** What the check of a package says: that nothing differs, or what does, in lines. */
export type Verified = { certification: Certification } | { differs: readonly string[] };

/**
 * Checks a package: that it is whole and unaltered, that its verdicts follow from what was observed by
 * the rules of the installed suite, and that everything in it follows from the run. It believes nothing
 * that can be computed. It cannot tell who made the package.
 *
 * @param expected the SHA-256 of the ZIP file, as the vendor gave it elsewhere
 */
export function verifyPackage(
  archive: Uint8Array,
  suite: InstalledSuite,
  expected?: string,
): Verified {
  const own = sha256(archive);
  if (expected !== undefined && expected.toLowerCase() !== own) {
    return { differs: [`the ZIP file has the SHA-256 ${own}, not the given one`] };
  }
  let files: ReadonlyMap<string, string>;
  try {
    files = readArchive(archive, packageNames);
  } catch (error) {
    if (error instanceof ArchiveError) return { differs: [`the ZIP file: ${error.message}`] };
    throw error;
  }
  const lacking = packageNames.filter((name) => !files.has(name));
  if (lacking.length > 0) return { differs: lacking.map((name) => `${name} is missing`) };
  const text = (name: string) => files.get(name) ?? "";
  const listed = otherManifest(files);
  if (listed.length > 0) return { differs: listed };
  const other = otherForm(text("results.json"));
  if (other !== undefined) return { differs: [`results.json: ${other}`] };
  const record = readRecord({
    "catalogue.json": text("catalogue.json"),
    "exchanges.jsonl": text("exchanges.jsonl"),
    "results.json": text("results.json"),
  });
  if (Array.isArray(record)) return { differs: record.map(({ what }) => what) };
  const certification = readCertification(text("certification.json"));
  if (typeof certification === "string") return { differs: [certification] };
  const differs = recordDiffers(record, certification, suite);
  if (differs.length > 0) return { differs };
  const again = packageFiles(record, certification.product, certification.class, suite).files;
  const changed = packageNames.filter((name) => again.get(name) !== text(name));
  // The other documents follow from this one.
  if (changed.includes("certification.json")) {
    const parts = changedParts(certification, again.get("certification.json") ?? "{}");
    return { differs: [`certification.json: does not follow from the run: ${parts.join(", ")}`] };
  }
  const wrong = changed.filter((name) => name !== manifestName);
  if (wrong.length > 0) {
    return { differs: wrong.map((name) => `${name}: does not follow from the run`) };
  }
  // What no reader of ZIP files shows may hide in the compressed data.
  if (sha256(archiveOf(redactedFiles(again) ?? new Map())) !== own) {
    return { differs: ["the ZIP file: not compressed as this tool does it"] };
  }
  return { certification };
}

/** The files whose digest the manifest does not have; the manifest where it has other lines. */
function otherManifest(files: ReadonlyMap<string, string>): string[] {
  const others = new Map([...files].filter(([name]) => name !== manifestName));
  const manifest = files.get(manifestName) ?? "";
  if (manifest === manifestOf(others)) return [];
  const lines = new Set(manifest.split("\n"));
  const wrong = [...others].filter(([name, text]) => !lines.has(`${sha256(text)}  ${name}`));
  return wrong.length === 0
    ? [`${manifestName}: does not list all files and no others`]
    : wrong.map(([name]) => `${name}: another SHA-256 than ${manifestName} has`);
}

/** @returns one line where the file is invalid */
function readCertification(text: string): Certification | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return "certification.json: not JSON";
  }
  const [broken] = violations("suite/certification", json);
  return broken ? `certification.json: ${broken.message}` : (json as Certification);
}

function recordDiffers(
  record: RunRecord,
  { product, class: name }: Certification,
  suite: InstalledSuite,
): string[] {
  const { results, exchanges } = record;
  const other = otherSuite(results, suite);
  if (other !== undefined) return [`results.json: ${other}`];
  const incomplete = incompleteness(results);
  if (incomplete.length > 0) return incomplete.map(({ what }) => what);
  try {
    classOf(results, name);
  } catch (error) {
    if (error instanceof UsageError) return [`certification.json: ${error.message}`];
    throw error;
  }
  const domain = domainOfRun(exchanges);
  const { contact } = product;
  const allowed = {
    ...(domain === undefined ? {} : { domain }),
    ...(contact === undefined ? {} : { contact }),
    suite,
  };
  const inProduct = tracesIn(JSON.stringify(product), allowed);
  if (inProduct.length > 0) return inProduct.map((what) => `certification.json: ${what}`);
  return alterations(record, suite, allowed, gateOf(domain)).map(({ what }) => what);
}

/** The gate that the texts of a run passed when they were written, as far as it is known later. */
export function gateOf(domain: string | undefined): Redact {
  const gate = new Redaction({
    secrets: [],
    ...(domain === undefined ? {} : { ownEmailDomain: domain }),
  });
  return (text) => gate.written(text);
}

/** The members of the declaration that do not follow from the run. */
function changedParts(certification: Certification, again: string): string[] {
  const json: unknown = JSON.parse(again);
  const computed = isObject(json) ? json : {};
  const given: Readonly<Record<string, unknown>> = { ...certification };
  const names = [...new Set([...Object.keys(given), ...Object.keys(computed)])];
  const changed = names.filter(
    (name) => JSON.stringify(given[name]) !== JSON.stringify(computed[name]),
  );
  return changed.length === 0 ? ["its form"] : changed;
}
