import { existsSync, readFileSync } from "node:fs";
import { Redaction, type Version } from "../../client/index.ts";
import { appendLine } from "./write-text.ts";

export type ResourceType = "User" | "Group";

/** What a run is about to create (`intent`), was refused or has created, or has taken away again. */
export interface JournalEntry {
  event: "intent" | "refused" | "created" | "removed";
  resource: ResourceType;
  version: Version;
  /** userName of a user, displayName of a group: how a killed run's leftovers are found. */
  name: string;
  id?: string;
}

/** Whose journal it is: nothing is taken away elsewhere, nor what has another name. */
export interface JournalOwner {
  baseUrls: Partial<Record<Version, string>>;
  /** What the name of everything that the run created starts with. */
  namePrefix: string;
}

/** What may still be there of what a run created. */
export interface Leftover {
  resource: ResourceType;
  version: Version;
  name: string;
  /** Absent where no answer came: the resource may be there all the same. */
  id?: string;
}

/**
 * The record on disk of everything that a run creates. Written before the request is sent, so that
 * what a killed run left behind can be found: the system holds what a process has written, and only
 * a crash of the machine could lose it.
 */
export class Journal {
  readonly #file: string;
  readonly #gate: Pick<Redaction, "withoutSecrets">;

  /** @param gate takes secrets out of ids and names; these come from a server, and stay as they are else */
  constructor(
    file: string,
    gate: Pick<Redaction, "withoutSecrets"> = new Redaction({ secrets: [] }),
  ) {
    this.#file = file;
    this.#gate = gate;
  }

  /** Says whose journal it is; the first line. */
  open(owner: JournalOwner): void {
    this.#append(owner);
  }

  write(entry: JournalEntry): void {
    this.#append(entry);
  }

  /** Every entry so far; a last line that was cut off by a crash is left out. */
  read(): JournalEntry[] {
    return this.#lines().filter(isEntry);
  }

  /** Whose journal it is; undefined where there is none. */
  owner(): JournalOwner | undefined {
    return this.#lines().find(isOwner);
  }

  /** What was not taken away: what was created, and what no answer came for. Groups come first. */
  leftovers(): Leftover[] {
    const created = new Map<string, Leftover>();
    const unanswered = new Map<string, Leftover[]>();
    for (const { event, id, ...what } of this.read()) {
      const name = `${what.version} ${what.resource} ${what.name}`;
      if (event === "intent") unanswered.set(name, [...(unanswered.get(name) ?? []), what]);
      else if (event === "removed" && id !== undefined) created.delete(`${name} ${id}`);
      else unanswered.get(name)?.pop();
      if (event === "created" && id !== undefined) created.set(`${name} ${id}`, { ...what, id });
    }
    // The members of groups are the users.
    return [...created.values(), ...[...unanswered.values()].flat()].sort((a, b) =>
      a.resource.localeCompare(b.resource),
    );
  }

  #append(line: JournalEntry | JournalOwner): void {
    appendLine(this.#file, this.#gate.withoutSecrets(JSON.stringify(line)));
  }

  #lines(): unknown[] {
    if (!existsSync(this.#file)) return [];
    return readFileSync(this.#file, "utf8").split("\n").flatMap(parsed);
  }
}

function parsed(line: string): unknown[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}

function isOwner(json: unknown): json is JournalOwner {
  return isObject(json) && isObject(json.baseUrls) && typeof json.namePrefix === "string";
}

function isEntry(json: unknown): json is JournalEntry {
  const isOneOf = (value: unknown, ...allowed: string[]) =>
    typeof value === "string" && allowed.includes(value);
  return (
    isObject(json) &&
    isOneOf(json.event, "intent", "refused", "created", "removed") &&
    isOneOf(json.resource, "User", "Group") &&
    isOneOf(json.version, "1.1", "2.0") &&
    typeof json.name === "string" &&
    (json.id === undefined || typeof json.id === "string")
  );
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === "object" && json !== null;
}
