import { existsSync, lstatSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import pc from "picocolors";
import { classNames, classOf } from "../commands/certify/classes.ts";
import { type Package, packageFiles, redactedFiles } from "../commands/certify/package-files.ts";
import { packageName } from "../commands/certify/package-name.ts";
import { alterations, incompleteness, otherSuite } from "../commands/certify/preconditions.ts";
import { altered, type Problem } from "../commands/certify/problem.ts";
import { largestArchive } from "../commands/certify/read-archive.ts";
import {
  otherForm,
  type RunRecord,
  type RunTexts,
  readRecord,
} from "../commands/certify/run-record.ts";
import { sha256 } from "../commands/certify/sha256.ts";
import type { InstalledSuite } from "../commands/certify/suite.ts";
import { domainOfRun, tracesIn } from "../commands/certify/traces.ts";
import { gateOf, verifyPackage } from "../commands/certify/verify.ts";
import { exitCode, UsageError } from "../reports/exit.ts";
import { reasonOf, shown } from "../reports/output/output-error.ts";
import { runFiles } from "../reports/run-directory.ts";
import { writeArchive, writeText } from "../reports/write-text.ts";
import {
  type Certification,
  type Product,
  type RedactedText,
  type RuleTally,
  violations,
} from "../schemas/index.ts";
import { isObject } from "../schemas/json-value.ts";
import { print, printNotice } from "./console.ts";
import { readJson } from "./json-file.ts";
import { checkFinished, claimOutput } from "./output.ts";

interface CertifyFlags {
  product?: string;
  class?: string;
  verify?: string;
  sha256?: string;
}

export function addCertifyCommand(program: Command): Command {
  return program
    .command("certify")
    .description("make a certification package of a finished run, or check one")
    .argument("[dir...]", "the output folder of one run, or of merged shards")
    .option("--product <file>", "JSON: organization, product, version, url, contact, role, plan")
    .option("--class <name>", `${classNames.join(", ")}; by default what the run tested`)
    .option("--verify <zip>", "check a package that someone handed over, and write nothing")
    .option("--sha256 <hex>", "with --verify: the SHA-256 that the vendor gave for the ZIP file")
    .addHelpText(
      "after",
      `
The package goes to DIR/certification: certificate.html to print and sign, and a ZIP file with all
evidence. Exit code 0: conformant, also with declared deviations, or a package that verifies; 1: partial,
not conformant, or a run that cannot be certified; 2: wrong use; 3: a package that does not verify.`,
    )
    .action(certify);
}

async function certify(directories: readonly string[], flags: CertifyFlags): Promise<void> {
  const { installedSuite } = await import("./certify-suite.ts");
  if (flags.verify !== undefined) {
    if (directories.length > 0 || flags.product !== undefined || flags.class !== undefined) {
      throw new UsageError("--verify takes one ZIP file, and neither a folder nor other flags");
    }
    verify(flags.verify, flags.sha256, installedSuite());
    return;
  }
  if (flags.sha256 !== undefined) throw new UsageError("--sha256 is for --verify ZIP");
  const [directory, second] = directories;
  if (directory === undefined) throw new UsageError("certify needs the folder of a finished run");
  if (second !== undefined) {
    throw new UsageError("certify takes one folder; make one of several with merge first");
  }
  if (flags.product === undefined) {
    throw new UsageError(
      "--product FILE is missing: JSON with organization, product, version, url, contact, role, plan",
    );
  }
  const product = readProduct(flags.product);
  if (!isProduct(product)) {
    refuse([product]);
    return;
  }
  make(directory, product, flags.class, installedSuite());
}

/**
 * @returns the product, or that its version is missing: what is not named cannot be certified
 * @throws UsageError of one line for everything else that is wrong in the file
 */
function readProduct(path: string): Product | Problem {
  const where = `--product ${shown(path)}`;
  const json = readJson(path, where);
  if (isObject(json)) {
    const { version } = json;
    if (version === undefined || (typeof version === "string" && version.trim() === "")) {
      return { what: `${where}: no product version`, todo: "add the version that was tested" };
    }
  }
  const [broken] = violations("suite/product", json);
  if (broken) throw new UsageError(`${where}: ${broken.message}`);
  return json as Product;
}

const isProduct = (product: Product | Problem): product is Product => "organization" in product;

/** At most so many lines are printed of one kind. */
const mostLines = 20;

/** Says why nothing was written, a line for each reason. */
function refuse(problems: readonly Problem[]): void {
  for (const { what, todo } of problems.slice(0, mostLines)) {
    printNotice(`${pc.red("error:")} ${shown(what)}: ${todo}`);
  }
  sayRest(problems.length);
  process.exitCode = exitCode.findings;
}

function sayRest(count: number): void {
  if (count > mostLines) printNotice(`and ${count - mostLines} more`);
}

function make(
  directory: string,
  product: Product,
  given: string | undefined,
  suite: InstalledSuite,
): void {
  const record = recordIn(directory);
  if (Array.isArray(record)) {
    refuse(record);
    return;
  }
  const { results, exchanges } = record;
  const where = shown(runFiles(directory).results);
  const other = otherSuite(results, suite);
  if (other !== undefined) throw new UsageError(`${where}: ${other}`);
  const name = classOf(results, given);
  const domain = domainOfRun(exchanges);
  const { contact } = product;
  const allowed = {
    ...(domain === undefined ? {} : { domain }),
    ...(contact === undefined ? {} : { contact }),
    suite,
  };
  const [trace] = tracesIn(JSON.stringify(product), allowed);
  if (trace !== undefined) throw new UsageError(`--product: has ${trace}`);
  const incomplete = incompleteness(results);
  const problems =
    incomplete.length > 0 ? incomplete : alterations(record, suite, allowed, gateOf(domain));
  if (problems.length > 0) {
    refuse(problems);
    return;
  }
  const made = packageFiles(record, product, name, suite);
  const texts = redactedFiles(made.files);
  if (!texts) {
    refuse([altered("the files of the run hold a token")]);
    return;
  }
  write(directory, made, texts);
}

/** The files of a finished run. @throws UsageError where the folder is not one of this tool */
function recordIn(directory: string): RunRecord | Problem[] {
  if (!lstatSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`${shown(directory)}: no such folder`);
  }
  const files = runFiles(directory);
  const text = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);
  const results = text(files.results);
  // A folder of 0.1.0 has no mark: what its results say is more to the point.
  const other = results === undefined ? undefined : otherForm(results);
  if (other !== undefined) throw new UsageError(`${shown(files.results)}: ${other}`);
  checkFinished(directory);
  const texts = {
    "catalogue.json": text(files.catalogue),
    "exchanges.jsonl": text(files.exchanges),
    "results.json": results,
  };
  const missing = Object.entries(texts).filter(([, content]) => content === undefined);
  if (missing.length > 0) {
    return missing.map(([name]) => ({ what: `${name} is missing`, todo: "run again to the end" }));
  }
  return readRecord(texts as RunTexts);
}

function write(
  directory: string,
  { certification }: Package,
  texts: ReadonlyMap<string, RedactedText>,
): void {
  const output = claimOutput({
    command: "certify",
    directory: join(directory, "certification"),
    files: [],
    say: printNotice,
    lost: () => process.exit(exitCode.untestable),
  });
  try {
    output.clear();
    for (const [name, text] of texts) writeText(join(output.directory, name), text);
    const archive = join(output.directory, packageName(certification));
    const digest = sha256(writeArchive(archive, texts));
    print(
      [
        ...judgement(certification),
        `Certificate  ${shown(join(output.directory, "certificate.html"))}`,
        `Package      ${shown(archive)}`,
        `SHA-256      ${digest}`,
      ].join("\n"),
    );
  } finally {
    output.release();
  }
  const isConformant = certification.level.startsWith("conformant");
  process.exitCode = isConformant ? exitCode.noFinding : exitCode.findings;
}

/** What is declared, in lines: the level first, then what it rests on. */
function judgement(certification: Certification): string[] {
  const { specimen, level, class: name, product, numbers, failures, notTested } = certification;
  const missing = notTested.filter((group) => group.missing);
  return [
    ...(specimen ? ["SPECIMEN: the target is the mock of this tool; this certifies nothing."] : []),
    shown(`${product.organization} ${product.product} ${product.version}: ${level} (${name})`),
    `Mandatory rules: ${inNumbers(numbers.mandatory)}`,
    ...failures.slice(0, mostLines).map(({ id, version, title, message, exchanges }) => {
      const rule = version === undefined ? id : `${id} [${version}]`;
      const seen = exchanges.slice(0, 3).join(", ") || "none";
      return shown(`fail  ${rule} ${title}: ${cut(message)} (exchanges: ${seen})`);
    }),
    ...(failures.length > mostLines ? [`and ${failures.length - mostLines} more failures`] : []),
    ...missing
      .slice(0, mostLines)
      .map(({ rules, reason }) =>
        shown(
          `untested  ${rules.map(({ id, version }) => `${id} [${version}]`).join(", ")}: ${cut(reason)}`,
        ),
      ),
  ];
}

/** A tally in words, without what is zero. */
function inNumbers({ required, ...tally }: RuleTally): string {
  const words = {
    passed: "passed",
    deviations: "declared deviations",
    notKnown: "as assumed of Slack",
    warned: "warnings",
    failed: "failed",
    untested: "untested",
  } as const;
  const parts = (Object.keys(words) as (keyof typeof words)[]).flatMap((name) =>
    tally[name] === 0 ? [] : [`${tally[name]} ${words[name]}`],
  );
  return [`${required} apply`, ...parts].join(", ");
}

const cut = (text: string) => (text.length <= 200 ? text : `${text.slice(0, 199)}…`);

function verify(path: string, expected: string | undefined, suite: InstalledSuite): void {
  if (expected !== undefined && !/^[0-9a-f]{64}$/i.test(expected)) {
    throw new UsageError(`--sha256 ${shown(expected)}: not 64 hexadecimal digits`);
  }
  const verified = verifyPackage(readZip(path), suite, expected);
  if ("differs" in verified) {
    const { differs } = verified;
    for (const line of differs.slice(0, mostLines)) print(`differs: ${shown(line)}`);
    sayRest(differs.length);
    process.exitCode = exitCode.untestable;
    return;
  }
  const { specimen, level, class: name, product, date } = verified.certification;
  const of = `${product.organization} ${product.product} ${product.version}`;
  print(
    [
      `OK: ${shown(of)}: ${level} (${name}, ${date})`,
      ...(specimen
        ? ["SPECIMEN: the target was the mock of this tool; this certifies nothing."]
        : []),
      "The package is whole, and all in it follows from what was recorded. This cannot prove who made it.",
    ].join("\n"),
  );
}

/** @throws UsageError where there is no such file, or a very large one */
function readZip(path: string): Uint8Array {
  const where = `--verify ${shown(path)}`;
  try {
    const file = statSync(path);
    // A pipe or a device may never end.
    if (!file.isFile()) throw new UsageError(`${where}: not a file`);
    const { size } = file;
    if (size > largestArchive) {
      throw new UsageError(`${where}: ${size} bytes; at most ${largestArchive} are read`);
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${where}: cannot be read (${reasonOf(error)})`);
  }
}
