import { Redaction } from "../../client/index.ts";
import type { Certification, Product, RedactedText } from "../../schemas/index.ts";
import { certificationOf } from "./certification.ts";
import { documents } from "./documents.ts";
import { manifestName, manifestOf } from "./manifest.ts";
import { type RunRecord, recordedNames } from "./run-record.ts";
import type { CertificationClass, InstalledSuite } from "./suite.ts";

/** The coverage of the run, made of the results again. */
const coverageName = "coverage.json";

/** Every file that a package may hold. */
export const packageNames: readonly string[] = [
  ...recordedNames,
  ...Object.keys(documents),
  coverageName,
  manifestName,
].sort();

/** A package: what it declares, and its files by name, in the order of the names. */
export interface Package {
  certification: Certification;
  files: ReadonlyMap<string, string>;
}

/** All files of a package; the same for the same run and product, at any time and place. */
export function packageFiles(
  record: RunRecord,
  product: Product,
  name: CertificationClass,
  suite: InstalledSuite,
): Package {
  const { results, texts } = record;
  const coverage = `${JSON.stringify(suite.coverageOf(results))}\n`;
  const certification = certificationOf({ record, coverage, product, class: name, suite });
  const files = new Map<string, string>([
    ...Object.entries(texts),
    [coverageName, coverage],
    ...Object.entries(documents).map(([document, of]): [string, string] => [
      document,
      of(certification, results),
    ]),
  ]);
  files.set(manifestName, manifestOf(files));
  return { certification, files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/**
 * The files once more through the gate: nothing leaves the process without it. Addresses stay, such as
 * the contact of the product: `traces.ts` is stricter with those of others.
 * @returns undefined where a file has a secret, so that it must not be written
 */
export function redactedFiles(
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, RedactedText> | undefined {
  const gate = new Redaction({ secrets: [], showStrangers: true });
  const redacted = new Map([...files].map(([name, text]) => [name, gate.withoutSecrets(text)]));
  return [...files].every(([name, text]) => redacted.get(name) === text) ? redacted : undefined;
}
