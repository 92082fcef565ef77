import type { JsonObject, Outcome, Version } from "../../client/index.ts";
import { at } from "../json.ts";
import type { Budget } from "./budget.ts";
import { CannotWriteError } from "./cannot-write.ts";
import type { CheckCallOptions } from "./check-calls.ts";
import { isRejection } from "./endpoint.ts";
import type { Journal } from "./journal.ts";
import { type ResourceType, usableId } from "./journal-lines.ts";
import { idIn } from "./location.ts";
import { isNameless, type RunMark, type SentMarks, sentMarks, textsOf } from "./marks.ts";
import type { OneUser } from "./one-user.ts";
import type { OwnChanges } from "./own-changes.ts";
import type { Ownership } from "./ownership.ts";

/** What records the creates of a run, and knows what the run created. */
export interface Bookkeeping {
  journal: Journal;
  budget: Budget;
  mark: RunMark;
  ownership: Ownership;
  /** Every change goes through it. */
  ownChanges: OwnChanges;
  /** In a canary run: the user that all checks share. */
  oneUser?: OneUser;
}

/** One request that may create a resource: recorded before it is sent, and when the response arrives. */
export class Creation {
  readonly #books: Bookkeeping;
  readonly #type: ResourceType;
  readonly #version: Version;
  readonly #id: string | undefined;
  #call: number | undefined;
  #sent: SentMarks = { name: "" };

  /** @param id the id that the request addresses, if any */
  constructor(books: Bookkeeping, type: ResourceType, version: Version, id?: string) {
    this.#books = books;
    this.#type = type;
    this.#version = version;
    this.#id = usableId(id);
  }

  /** Whether it is in the journal, so that it may have been sent. */
  get isSent(): boolean {
    return this.#call !== undefined;
  }

  /** Records a request before it is sent. @throws CannotWriteError: then it must not be sent */
  intend(body: unknown): void {
    if (this.isSent) return;
    this.#sent = sentMarks(this.#type, body, this.#books.mark);
    this.#call = this.#books.journal.intend(this.#entry(this.#id));
  }

  /** The options of a call that is recorded before it is sent. */
  watched<O extends CheckCallOptions>(options: O | undefined): O | CheckCallOptions {
    if (options?.rawBody !== undefined) {
      this.intend(parsed(options.rawBody));
      return options;
    }
    return {
      ...options,
      change: (body: JsonObject) => {
        const changed = options?.change?.(body) ?? body;
        this.intend(changed);
        return changed;
      },
    };
  }

  /**
   * Records a response. After a server error, a redirect or no response the resource may exist, so
   * the request stays open.
   */
  answered({ status, json, headers }: Pick<Outcome<unknown>, "status" | "json" | "headers">): void {
    if (isRejection(status)) this.refused();
    if (status < 200 || status >= 300) return;
    const location = status === 201 ? usableId(idIn(headers.location)) : undefined;
    const id = usableId(at(json, "id"));
    this.created(id ?? location ?? this.#id);
    const isNew = status === 201 && id !== undefined && this.#id === undefined;
    // It was sent and returned without a name to be recognised by: it is the run's as long as it has none.
    if (isNew && isNameless(this.#sent) && textsOf(json).every((text) => text === "")) {
      this.#write("changed", id);
    }
  }

  /** @param id undefined where no response contains it */
  created(id: string | undefined): void {
    this.intend(undefined);
    this.#write("created", id);
  }

  refused(): void {
    if (this.isSent) this.#write("refused", undefined);
  }

  #write(event: "created" | "refused" | "changed", id: string | undefined): void {
    const call = this.#call === undefined ? {} : { call: this.#call };
    try {
      this.#books.journal.write({ event, ...this.#entry(id), ...call });
    } catch (error) {
      // The intent is recorded, and is enough to find it; the next create will not be sent.
      if (!(error instanceof CannotWriteError)) throw error;
    }
  }

  #entry(id: string | undefined) {
    const base = { resource: this.#type, version: this.#version, ...this.#sent };
    return id === undefined ? base : { ...base, id };
  }
}

function parsed(body: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof body === "string" ? body : Buffer.from(body).toString("utf8"));
  } catch {
    return undefined;
  }
}
