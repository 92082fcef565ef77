import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { Version } from "../../client/index.ts";

export type ResourceType = "User" | "Group";

/** What a run is about to create (`intent`), has created, or has taken away again. */
export interface JournalEntry {
  event: "intent" | "created" | "removed";
  resource: ResourceType;
  version: Version;
  /** userName of a user, displayName of a group: how a killed run's leftovers are found. */
  name: string;
  id?: string;
}

/**
 * The record on disk of everything that a run creates. Written, and flushed, before the request is
 * sent, so that what a killed run left behind can be found.
 */
export class Journal {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  write(entry: JournalEntry): void {
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`, { flush: true });
  }

  /** Every entry so far; a last line that was cut off by a crash is left out. */
  read(): JournalEntry[] {
    if (!existsSync(this.#file)) return [];
    return readFileSync(this.#file, "utf8").split("\n").flatMap(entryOf);
  }
}

function entryOf(line: string): JournalEntry[] {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return [];
  }
  return isEntry(json) ? [json] : [];
}

function isEntry(json: unknown): json is JournalEntry {
  const isOneOf = (value: unknown, ...allowed: string[]) =>
    typeof value === "string" && allowed.includes(value);
  return (
    isObject(json) &&
    isOneOf(json.event, "intent", "created", "removed") &&
    isOneOf(json.resource, "User", "Group") &&
    isOneOf(json.version, "1.1", "2.0") &&
    typeof json.name === "string" &&
    (json.id === undefined || typeof json.id === "string")
  );
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === "object" && json !== null;
}
