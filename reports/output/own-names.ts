/** The commands with an output folder. */
export type OutputCommand = "run" | "merge" | "compare" | "migrate" | "certify";

interface OwnName {
  is: "file" | "folder";
  /** Kept when a new run begins: what earlier runs recorded. */
  keep?: true;
}

const namesOfRun: Readonly<Record<string, OwnName>> = {
  "results.json": { is: "file" },
  "differences.md": { is: "file" },
  "learnt.md": { is: "file" },
  "coverage.json": { is: "file" },
  "catalogue.json": { is: "file" },
  "exchanges.jsonl": { is: "file" },
  "journal.jsonl": { is: "file" },
  "baseline-of-run.json": { is: "file" },
  "allure-results": { is: "folder" },
  report: { is: "folder" },
  history: { is: "folder", keep: true },
  // It holds the results that it certifies, and may be signed.
  certification: { is: "folder", keep: true },
};

/**
 * All that a command writes into its output folder, by name. Nothing else in the folder is ever
 * removed: a name that is missing here is never cleaned up.
 */
const ownNames: Readonly<Record<OutputCommand, Readonly<Record<string, OwnName>>>> = {
  run: namesOfRun,
  merge: namesOfRun,
  compare: {
    "comparison.json": { is: "file" },
    "findings.jsonl": { is: "file" },
    "state.json": { is: "file" },
    "state.json.new": { is: "file" },
  },
  certify: {
    "MANIFEST.sha256": { is: "file" },
    "catalogue.json": { is: "file" },
    "certificate.html": { is: "file" },
    "certification.json": { is: "file" },
    "coverage.json": { is: "file" },
    "ctrf.json": { is: "file" },
    "declaration.md": { is: "file" },
    "earl.jsonld": { is: "file" },
    "exchanges.jsonl": { is: "file" },
    "junit.xml": { is: "file" },
    "results.json": { is: "file" },
    "statement.intoto.json": { is: "file" },
  },
  migrate: {
    "requests.v2.jsonl": { is: "file" },
    "requests.v2.jsonl.new": { is: "file" },
    "migration.json": { is: "file" },
    "migration.json.new": { is: "file" },
    "migration.md": { is: "file" },
    "migration.md.new": { is: "file" },
    "index.html": { is: "file" },
    "index.html.new": { is: "file" },
  },
};

export const markName = ".slack-scim-conformance.json";
export const lockName = ".slack-scim-conformance.lock";
/** Held while a lock changes hands. */
export const guardName = `${lockName}.guard`;

/** The name of a file while it is written, so that an incomplete one is never read. */
export function temporaryName(): string {
  return `.slack-scim-conformance.${crypto.randomUUID()}.tmp`;
}

/** Whether an entry of a folder is administrative: a mark, a lock or a temporary file. */
export function isAdministrative(name: string): boolean {
  return (
    [markName, lockName, guardName].includes(name) ||
    /^\.slack-scim-conformance\.[0-9a-f-]{36}\.tmp$/.test(name)
  );
}

/** The packages of `certify`: they are named after the product, the class and the day of the run. */
const packageName = /^[A-Za-z0-9._-]+-(?:slack|rfc)-[a-z0-9.]+-\d{4}-\d\d-\d\d\.zip$/;

/** What a command writes under a name in its folder; undefined if nothing. */
export function ownName(command: OutputCommand, name: string): OwnName | undefined {
  if (command === "certify" && packageName.test(name)) return { is: "file" };
  const names = ownNames[command];
  return Object.hasOwn(names, name) ? names[name] : undefined;
}
