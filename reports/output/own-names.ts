/** The commands that have an output folder. */
export type OutputCommand = "run" | "compare";

interface OwnName {
  is: "file" | "folder";
  /** Stays when a new run begins: what was learned in earlier ones. */
  keep?: true;
}

/**
 * All that a command writes into its output folder, by name. Nothing else in the folder is ever
 * removed: a name that is missing here stays there for ever, as if it were the user's.
 */
const ownNames: Readonly<Record<OutputCommand, Readonly<Record<string, OwnName>>>> = {
  run: {
    "results.json": { is: "file" },
    "differences.md": { is: "file" },
    "coverage.json": { is: "file" },
    "exchanges.jsonl": { is: "file" },
    "journal.jsonl": { is: "file" },
    "allure-results": { is: "folder" },
    report: { is: "folder" },
    history: { is: "folder", keep: true },
  },
  compare: {
    "comparison.json": { is: "file" },
    "findings.jsonl": { is: "file" },
    "state.json": { is: "file" },
    "state.json.new": { is: "file" },
  },
};

export const markName = ".slack-scim-conformance.json";
export const lockName = ".slack-scim-conformance.lock";
/** Held for the moment in which a lock changes hands. */
export const guardName = `${lockName}.guard`;

/** What a file is called before it gets its name, so that no half of it is ever read. */
export function temporaryName(): string {
  return `.slack-scim-conformance.${crypto.randomUUID()}.tmp`;
}

/** Whether an entry of a folder only says whose the folder is, and holds no results. */
export function isAdministrative(name: string): boolean {
  return (
    [markName, lockName, guardName].includes(name) ||
    /^\.slack-scim-conformance\.[0-9a-f-]{36}\.tmp$/.test(name)
  );
}

/** What a name in the folder of a command stands for; undefined: not this tool's. */
export function ownName(command: OutputCommand, name: string): OwnName | undefined {
  const names = ownNames[command];
  return Object.hasOwn(names, name) ? names[name] : undefined;
}
