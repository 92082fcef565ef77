import { at, items } from "../json.ts";
import type { Pace } from "./clean-up-pace.ts";
import type { CleanUpTarget, Row } from "./clean-up-target.ts";
import type { Leftover } from "./journal.ts";
import { convertedUserName, isMarked, isNamedAs, type RunMark, textsOf } from "./marks.ts";

/** The result of a search. */
export interface Found {
  rows: (Row & { id: string })[];
  /** Why there may be more; absent where the search was complete. */
  unsure?: string;
}

/** One query of a list: servers use different names for an attribute. */
interface Question {
  attributes: readonly string[];
  value: string;
  /** The values that a row has for it. */
  answers: (resource: unknown) => string[];
}

/** The largest list that is read as a whole. */
const largestWalk = 50_000;
const pageSize = 1000;

/**
 * Searches for what a run created, by the addresses and names that were sent, also as Slack
 * converts them.
 */
export class CleanUpSearch {
  readonly #target: CleanUpTarget;
  readonly #pace: Pace;
  readonly #namePrefix: string;
  readonly #mark: (leftover: Leftover) => RunMark;
  readonly #effectsWithinMs: number;
  readonly #trusted = new Map<string, Promise<boolean>>();
  /** The attribute that the server answered last, by the attributes that were possible. */
  readonly #answered = new Map<string, string>();
  #walk: { since: number; found: Promise<Found> } | undefined;

  /** @param effectsWithinMs how long a list may lack what was created, in milliseconds */
  constructor(
    target: CleanUpTarget,
    pace: Pace,
    namePrefix: string,
    mark: (leftover: Leftover) => RunMark,
    effectsWithinMs: number,
  ) {
    this.#target = target;
    this.#pace = pace;
    this.#namePrefix = namePrefix.toLowerCase();
    this.#mark = mark;
    this.#effectsWithinMs = effectsWithinMs;
  }

  /**
   * Finds the resources with the values that were sent.
   * @param depth `first` searches by the best mark only, `all` by all of them; `thorough` reads the
   * whole list where filters are not reliable
   */
  async find(leftover: Leftover, depth: "first" | "all" | "thorough"): Promise<Found> {
    const thorough = depth === "thorough";
    const all = this.#questions(leftover, this.#mark(leftover));
    const questions = depth === "first" ? all.slice(0, 1) : all;
    if (all.length === 0) return { rows: [], unsure: "it was sent without a mark of the run" };
    const ours = (row: Row): row is Row & { id: string } =>
      row.id !== undefined && isNamedAs(leftover.resource, row.resource, leftover.sent);
    const found = new Map<string, Row & { id: string }>();
    let unsure: string | undefined;
    let isWithoutId = false;
    for (const question of questions) {
      const rows = await this.#ask(question);
      if (typeof rows === "string") {
        unsure = rows;
        continue;
      }
      for (const row of rows.filter(ours)) found.set(row.id, row);
      isWithoutId ||= rows.some(
        ({ id, resource }) =>
          id === undefined && isNamedAs(leftover.resource, resource, leftover.sent),
      );
      if (thorough && found.size === 0 && !(await this.#isTrusted(question))) {
        unsure = "filters are not reliable";
      }
    }
    if (found.size === 0 && isWithoutId) {
      return { rows: [], unsure: "the list contains it without an id" };
    }
    if (found.size > 0 || unsure === undefined || !thorough) {
      return { rows: [...found.values()], ...(unsure === undefined ? {} : { unsure }) };
    }
    const walked = await this.#wholeList(leftover.at ?? 0);
    return { ...walked, rows: walked.rows.filter(ours) };
  }

  /** The whole list, read late enough to contain what was created at a time. */
  #wholeList(createdAt: number): Promise<Found> {
    const { clock } = this.#pace;
    const shown = Math.min(createdAt + this.#effectsWithinMs, clock.now());
    if (!this.#walk || this.#walk.since < shown) {
      this.#walk = { since: clock.now(), found: this.#readAll() };
    }
    return this.#walk.found;
  }

  #questions({ resource, sent }: Leftover, mark: RunMark): Question[] {
    const { name, addresses = [], externalId } = sent;
    const marked = [...new Set([name, convertedUserName(name)])].filter((text) =>
      isMarked(text, mark),
    );
    const byId = externalId === undefined ? [] : [single("externalId", externalId)];
    if (resource === "Group") return isMarked(name, mark) ? [single("displayName", name)] : byId;
    const own = addresses
      .filter((text) => isMarked(text, mark))
      .map((value) => this.#byAddress(value));
    const byName = marked.map((value) => single("userName", value));
    // If one attribute is searchable, another that is not gives no reason for doubt.
    return own.length + byName.length > 0 ? [...own, ...byName] : byId;
  }

  #byAddress(value: string): Question {
    // Facts §10: 1.1 documents `email`; RFC 7644 §3.4.2.2 names the sub-attribute.
    const inOrder = ["email", "emails.value", "emails"];
    const attributes = this.#target.client.version === "1.1" ? inOrder : ["emails.value", "emails"];
    return { attributes, value, answers: addressesOf };
  }

  /**
   * The rows that a query returns, or the reason why it returns none. The attribute that the server
   * answered last comes first: one that it rejects may cost the retries of a server error each time.
   */
  async #ask({ attributes, value }: Question): Promise<Row[] | string> {
    const key = attributes.join();
    const known = this.#answered.get(key);
    let refused = "";
    for (const attribute of new Set([...(known ? [known] : []), ...attributes])) {
      const listed = await this.#target.list({
        filter: `${attribute} eq ${JSON.stringify(value)}`,
      });
      if (!("refused" in listed)) {
        this.#answered.set(key, attribute);
        return listed.rows;
      }
      refused = listed.refused;
    }
    return refused;
  }

  /** Whether a filter finds an existing resource: the first one of the list. */
  #isTrusted(question: Question): Promise<boolean> {
    const key = question.attributes.join();
    const known = this.#trusted.get(key) ?? this.#tryOut(question);
    this.#trusted.set(key, known);
    return known;
  }

  async #tryOut(question: Question): Promise<boolean> {
    const listed = await this.#target.list({ startIndex: 1, count: 1 });
    if ("refused" in listed) return false;
    const [first] = listed.rows;
    if (!first) return listed.total === 0;
    const value = question.answers(first.resource).find((text) => text !== "");
    if (value === undefined) return false;
    const rows = await this.#ask({ ...question, value });
    if (typeof rows === "string") return false;
    const finds = rows.some(({ id }) => id === first.id);
    // An ignored filter finds everything.
    const onlyThat = rows.every(({ resource }) =>
      question.answers(resource).some((text) => text.toLowerCase() === value.toLowerCase()),
    );
    return finds && onlyThat;
  }

  #mayBeOurs({ resource }: Row): boolean {
    return textsOf(resource).some((text) => text.toLowerCase().includes(this.#namePrefix));
  }

  /** Everything in the list that a run could have created. */
  async #readAll(): Promise<Found> {
    const rows: Found["rows"] = [];
    const seen = new Set<string | undefined>();
    for (let startIndex = 1; startIndex <= largestWalk; ) {
      const listed = await this.#target.list({ startIndex, count: pageSize });
      if ("refused" in listed) return { rows, unsure: listed.refused };
      this.#pace.succeeded();
      const fresh = listed.rows.filter(({ id }) => !seen.has(id));
      for (const row of fresh) {
        seen.add(row.id);
        // A large list must not be held in memory.
        if (row.id !== undefined && this.#mayBeOurs(row)) rows.push({ ...row, id: row.id });
      }
      startIndex += listed.rows.length;
      const isAll =
        listed.total === undefined ? listed.rows.length === 0 : startIndex > listed.total;
      if (isAll) return { rows };
      if (fresh.length === 0) return { rows, unsure: "the list cannot be read to its end" };
    }
    return { rows, unsure: `the list has more than ${largestWalk} entries` };
  }
}

function single(attribute: string, value: string): Question {
  const answers = (resource: unknown) => {
    const text = at(resource, attribute);
    return typeof text === "string" ? [text] : [];
  };
  return { attributes: [attribute], value, answers };
}

function addressesOf(resource: unknown): string[] {
  return items(at(resource, "emails"))
    .map((entry) => (typeof entry === "string" ? entry : at(entry, "value")))
    .filter((text) => typeof text === "string");
}
