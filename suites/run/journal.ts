import { readFileSync, statSync } from "node:fs";
import { Redaction } from "../../client/transport/redaction.ts";
import {
  type JournalEntry,
  type JournalOwner,
  type ResourceType,
  readLine,
} from "./journal-lines.ts";
import type { SentMarks } from "./marks.ts";
import { appendLine } from "./write-text.ts";

/** A resource of a run that may still exist. */
export interface Leftover
  extends Pick<JournalEntry, "resource" | "version" | "id" | "call" | "at"> {
  /** What was sent when it was created. */
  sent: SentMarks;
  /** The result of the create: success, a rejection, or unknown. */
  answer: "created" | "refused" | "none";
  /** Its later names that have no mark of the run. */
  renamed: SentMarks[];
  /** Whether a check has deleted it, so that it may no longer exist. */
  deleted?: true;
}

type Request = Pick<
  JournalEntry,
  "resource" | "version" | "id" | "addresses" | "externalId" | "name"
>;

/**
 * The record on disk of everything that a run creates. Written before the request is sent, so that
 * what a killed run left behind can be found: the operating system keeps what a process has
 * written, and only a crash of the machine could lose it.
 */
export class Journal {
  readonly #file: string;
  readonly #gate: Pick<Redaction, "withoutSecrets">;
  readonly #now: () => number;
  readonly #created = new Set<string>();
  #calls = 0;
  /** Whether the file may end in the middle of a line, because the run was killed or a write failed. */
  #mayBeCutOff = true;

  /**
   * @param gate hides secrets in ids and names that come from a server; the rest is written
   *   unchanged
   */
  constructor(
    file: string,
    gate: Pick<Redaction, "withoutSecrets"> = new Redaction({ secrets: [] }),
    now: () => number = Date.now,
  ) {
    this.#file = file;
    this.#gate = gate;
    this.#now = now;
  }

  /** Writes the first line: the run that the journal belongs to. @throws CannotWriteError */
  open(owner: JournalOwner): void {
    this.#append(owner);
  }

  /**
   * Records what is about to be created. If this throws, the request must not be sent.
   * @returns the number of the request
   * @throws CannotWriteError
   */
  intend(request: Request): number {
    this.#calls += 1;
    this.write({ event: "intent", ...request, call: this.#calls });
    return this.#calls;
  }

  /** @throws CannotWriteError */
  write(entry: JournalEntry): void {
    const { event, resource, id } = entry;
    if (event === "created" && id !== undefined) this.#created.add(`${resource} ${id}`);
    this.#append({ ...entry, at: entry.at ?? this.#now() });
  }

  /** Whether this run created the resource with this id. */
  hasCreated(resource: ResourceType, id: string): boolean {
    return this.#created.has(`${resource} ${id}`);
  }

  /** Every entry so far, except broken lines. */
  read(): JournalEntry[] {
    return this.#lines().flatMap((line) => readLine(line).entry ?? []);
  }

  /** The run that the journal belongs to; undefined where there is no journal. */
  owner(): JournalOwner | undefined {
    for (const line of this.#lines()) {
      const { owner } = readLine(line);
      if (owner) return owner;
    }
    return undefined;
  }

  /** What may still exist. Groups come first, then resources with an id. */
  leftovers(): Leftover[] {
    if (this.owner()?.embedded) return [];
    const entries = this.read();
    const open = new Map<string, Leftover>();
    for (const entry of entries) follow(open, entry);
    for (const { event, resource, id, ...sent } of entries) {
      if (event !== "changed" && event !== "deleted") continue;
      for (const leftover of open.values()) {
        if (leftover.resource !== resource || leftover.id !== id) continue;
        if (event === "deleted") leftover.deleted = true;
        else leftover.renamed.push(marksOf(sent));
      }
    }
    // The members of groups are the users.
    return [...open.values()].sort((a, b) => rank(a) - rank(b));
  }

  // The only place where something is written to the journal.
  #append(line: JournalEntry | JournalOwner): void {
    const begin = this.#mayBeCutOff && this.#isCutOff();
    this.#mayBeCutOff = true;
    appendLine(this.#file, this.#gate.withoutSecrets(JSON.stringify(line)), begin);
    this.#mayBeCutOff = false;
  }

  #isCutOff(): boolean {
    const text = this.#text();
    return text !== "" && !text.endsWith("\n");
  }

  #lines(): string[] {
    return this.#text().split("\n");
  }

  /** The content of the file; empty where it does not exist or is not a regular file. */
  #text(): string {
    try {
      return statSync(this.#file).isFile() ? readFileSync(this.#file, "utf8") : "";
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "ENOENT" || code === "ENOTDIR") return "";
      throw error;
    }
  }
}

/** Groups before users, and resources with an id before those that have to be searched. */
function rank({ resource, id }: Leftover): number {
  return (resource === "Group" ? 0 : 2) + (id === undefined ? 1 : 0);
}

function marksOf({
  name,
  addresses,
  externalId,
}: Omit<Request, "resource" | "version">): SentMarks {
  return {
    name,
    ...(addresses ? { addresses } : {}),
    ...(externalId === undefined ? {} : { externalId }),
  };
}

/** Updates what is open by one more entry. */
function follow(open: Map<string, Leftover>, entry: JournalEntry): void {
  const { event, resource, version, id, call, at } = entry;
  if (event === "changed" || event === "deleted") return;
  if (call === undefined) {
    followByName(open, entry);
    return;
  }
  const key = `call ${call}`;
  if (event === "removed") {
    open.delete(key);
    return;
  }
  // What was created counts even if its intent is unreadable.
  const fresh = { resource, version, call, sent: marksOf(entry), renamed: [] };
  const known = (event === "intent" ? undefined : open.get(key)) ?? fresh;
  const answer = event === "intent" ? "none" : event;
  open.set(key, { ...known, ...optional({ id, at }), answer });
}

/** The same in a journal of 0.1.0, whose entries belong together by name. */
function followByName(open: Map<string, Leftover>, entry: JournalEntry): void {
  const { event, resource, version, name, id, at } = entry;
  const what = { resource, version, sent: marksOf(entry), renamed: [], ...optional({ at }) };
  const key = JSON.stringify([version, resource, name]);
  if (event === "removed" && id !== undefined) {
    open.delete(`${key} id ${id}`);
    return;
  }
  const mine = [...open.keys()].filter((one) => one.startsWith(`${key} intent `));
  if (event === "intent")
    open.set(`${key} intent ${open.size} ${mine.length}`, { ...what, answer: "none" });
  else open.delete(mine.at(-1) ?? "");
  if (event === "created" && id !== undefined) {
    open.set(`${key} id ${id}`, { ...what, id, answer: "created" });
  }
}

/** The members that have a value. */
function optional<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
