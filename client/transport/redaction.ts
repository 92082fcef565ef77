import type { Exchange, RedactedText } from "../../schemas/index.ts";
import type { Attempt } from "./attempt.ts";
import { Answers } from "./redaction/answers.ts";
import { findAddresses } from "./redaction/find-addresses.ts";
import { findSecrets } from "./redaction/find-secrets.ts";
import { type Finder, hidden, hide, personal } from "./redaction/hide.ts";
import { eachText, parsed, serialized, withoutSecretMembers } from "./redaction/json-text.ts";
import { Known } from "./redaction/known.ts";
import { isWrite, learnCreated, learnPage, learnSent } from "./redaction/learn.ts";
import { otherBody } from "./redaction/other-bodies.ts";
import { Ownership, type OwnMarks } from "./redaction/ownership.ts";

/** What must never be written down: secrets, and data of people whom the run did not create. */
export interface RedactionOptions extends OwnMarks {
  /**
   * Secrets to remove wherever they occur, such as the bearer token, in any form that
   * `redaction/secret-forms.ts` and `escapes.ts` know. One of fewer than four characters is removed
   * only where it stands alone.
   */
  secrets: readonly string[];
  /**
   * Names of accounts, removed only where they stand alone: a name such as `scim` is part of
   * every URN and of many URLs, which say nothing about the account.
   */
  accounts?: readonly string[];
  /** Other people's data may be written (`--show-values`); secrets never. */
  showStrangers?: boolean;
}

/** A value of JSON whose texts passed a gate. */
export type WrittenJson =
  | (RedactedText | number | boolean | null)
  | readonly WrittenJson[]
  | { readonly [name: string]: WrittenJson };

/** A recorded attempt without what must not be written. */
export interface RedactedAttempt {
  request: Attempt["request"];
  response?: Omit<NonNullable<Attempt["response"]>, "json">;
  error?: string;
}

const secretHeaders = new Set([
  ...["authorization", "cookie", "set-cookie", "proxy-authorization", "proxy-authenticate"],
  ...["x-api-key", "authentication-info"],
]);

/** Headers whose values are not sentences: they contain no names of people. */
const formalHeaders = new Set([
  ...["accept", "cache-control", "connection", "content-encoding", "content-length"],
  ...["content-type", "date", "etag", "expires", "keep-alive", "retry-after", "server"],
  ...["transfer-encoding", "user-agent", "vary"],
]);

/**
 * The gate: everything that leaves the process passes it, which the type `RedactedText` proves. All
 * clients of a run share one gate, since it learns from what it sees: what the run sent and created
 * is the run's own; values of other people that it masked are masked in sentences too.
 */
export class Redaction {
  readonly #known = new Known();
  readonly #ownership: Ownership;
  readonly #answers: Answers;
  readonly #showStrangers: boolean;
  readonly #findSecrets: Finder;
  /** Secrets and addresses: what can be found in any text. */
  readonly #findAnywhere: Finder;
  /** In sentences, which may name another person. */
  readonly #findInSentence: Finder;
  readonly #findInWritten: Finder;
  readonly #findInUrl: Finder;

  constructor({ secrets, accounts = [], showStrangers = false, ...marks }: RedactionOptions) {
    const known = this.#known;
    const ownership = new Ownership(marks, known);
    this.#ownership = ownership;
    this.#showStrangers = showStrangers;
    this.#findSecrets = findSecrets(secrets, accounts);
    const also = (...finders: readonly Finder[]): Finder => {
      if (showStrangers) return this.#findSecrets;
      return (text, hits) => {
        this.#findSecrets(text, hits);
        for (const find of finders) find(text, hits);
      };
    };
    const foreign = findAddresses((address, domain) => ownership.isOwnAddress(address, domain));
    this.#findAnywhere = also(foreign);
    this.#findInSentence = also(foreign, known.find);
    this.#findInWritten = also(
      findAddresses((address, domain) => ownership.isOwnOrReserved(address, domain)),
    );
    this.#findInUrl = also(
      findAddresses(
        (address, domain) =>
          ownership.isOwnOrReserved(address, domain) && !known.isStranger(address),
      ),
      known.find,
    );
    this.#answers = new Answers(
      known,
      ownership,
      (text) => hide(text, this.#findInSentence),
      (name) => hide(name, this.#findAnywhere),
    );
  }

  /** A sentence, such as a message, that may quote what a server said. */
  text(text: string): RedactedText {
    return passed(hide(text, this.#findInSentence));
  }

  /**
   * A value that a check observed, with the same structure: every text as a sentence; of a whole
   * user or group that the run did not create only the structure. What the run sent itself stays
   * unchanged, so that the verdict is the same before and after redaction.
   */
  json<T>(value: T): T {
    if (this.#showStrangers) return eachText(value, (text) => hide(text, this.#findSecrets)) as T;
    return this.#answers.anyValue(value) as T;
  }

  /**
   * A text made of what passed a gate before, such as a page made from a run's files: secrets and
   * addresses are searched for once more. An address at a domain that RFC 2606 reserves stays: the
   * first gate left it because the run sent it.
   */
  written(text: string): RedactedText {
    return passed(hide(text, this.#findInWritten));
  }

  /**
   * A JSON document, with a line feed at its end, made of what passed a gate before; it stays valid
   * JSON with any secrets.
   */
  writtenJson(value: unknown, indent?: number): RedactedText {
    return passed(`${serialized(value, this.#findInWritten, indent)}\n`);
  }

  /** A JSON document of texts that passed a gate one by one: nothing can break its structure. */
  document(value: WrittenJson): RedactedText {
    return passed(JSON.stringify(value));
  }

  /** A line of JSON of an exchange that {@link attempt} gave. */
  line(exchange: Exchange): RedactedText {
    return passed(JSON.stringify(exchange));
  }

  /** A text without secrets; data of people stays. For what is read back later. */
  withoutSecrets(text: string): RedactedText {
    return passed(hide(text, this.#findSecrets));
  }

  /** The writable part of an attempt; learns from it what belongs to the run. */
  attempt(attempt: Attempt): RedactedAttempt {
    const { request, response, error } = attempt;
    this.#known.asked(request.url);
    learnPage(request.url, this.#known);
    const sent = request.body === undefined ? undefined : parsed(request.body);
    if (request.body !== undefined && isWrite(request)) {
      learnSent(request.body, sent, this.#known);
    }
    const answered = response && (response.json ? response.json() : parsed(response.body));
    learnCreated(attempt, answered, this.#known, this.#ownership);
    return {
      request: {
        method: request.method,
        url: this.#url(request.url),
        headers: this.#headers(request.headers),
        ...(request.body === undefined ? {} : { body: this.#sent(request.body, sent, request) }),
      },
      ...(response && {
        response: {
          status: response.status,
          headers: this.#headers(response.headers),
          body: this.#answer(response.body, answered),
        },
      }),
      ...(error === undefined ? {} : { error: this.text(error) }),
    };
  }

  /** A URL: as a sentence, and its path without ids that name another person. */
  #url(url: string): string {
    // A resource of another person may hold its own URL: what names the server stays all the same.
    const [origin = ""] = /^[a-z]+:\/\/[^/?#]*/i.exec(url) ?? [];
    const clean =
      hide(origin, this.#findAnywhere) + hide(url.slice(origin.length), this.#findInUrl);
    if (this.#showStrangers) return clean;
    const [path = "", ...rest] = clean.split(/(?=[?#])/);
    const shown = path.replace(/(?<=[^/]\/)[^/]+$/, (id) =>
      this.#known.isStranger(decodedSegment(id)) && !this.#ownership.isOwnText(id) ? personal : id,
    );
    return shown + rest.join("");
  }

  #headers(headers: Readonly<Record<string, string>>): Record<string, string> {
    const entries = Object.entries(headers);
    // One search over all of them: rarely is there anything to hide.
    const all = entries.map(([, value]) => value).join("\n");
    const isClean = hide(all, this.#findAnywhere) === all;
    return Object.fromEntries(
      entries.map(([given, value]) => {
        const small = given.toLowerCase();
        const isFormal = formalHeaders.has(small);
        // What every server calls a header says nothing about anyone.
        const name =
          isFormal || secretHeaders.has(small) ? given : hide(given, this.#findInSentence);
        if (secretHeaders.has(small)) return [name, hideCredential(value)];
        if (isClean && isFormal) return [name, value];
        const clean = hide(value, this.#findInSentence);
        const isLocation = small === "location" || small === "content-location";
        return [name, isLocation && !this.#showStrangers ? this.#answers.location(clean) : clean];
      }),
    );
  }

  /** What the run sends is its own, except for the values that it searches for. */
  #sent(body: string, json: unknown, request: Attempt["request"]): string {
    if (json === undefined) return hide(body, this.#findAnywhere);
    const looked = isWrite(request) ? json : this.#answers.anyValue(json);
    return serialized(withoutSecretMembers(looked), this.#findAnywhere);
  }

  #answer(body: string, json: unknown): string {
    if (this.#showStrangers) {
      if (json === undefined) return hide(body, this.#findSecrets);
      return serialized(withoutSecretMembers(json), this.#findSecrets);
    }
    if (json !== undefined) return serialized(this.#answers.body(json), this.#findAnywhere);
    const mayBeShown = (text: string) => this.#ownership.isOwnText(text);
    const sentence = (text: string) => hide(text, this.#findInSentence);
    return hide(otherBody(body, mayBeShown, sentence), this.#findAnywhere);
  }
}

/** The names of the headers that hold a credential which is not hidden. */
export function readableCredentials(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    secretHeaders.has(name.toLowerCase()) && hideCredential(value) !== value ? [name] : [],
  );
}

/** The one place where a text becomes one that may be written. */
function passed(text: string): RedactedText {
  return text as RedactedText;
}

function decodedSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Keeps the scheme of a credential (`Bearer`), never the credential. */
function hideCredential(value: string): string {
  const scheme = /^(Bearer|Basic)\b/i.exec(value)?.[0];
  return scheme === undefined ? hidden : `${scheme} ${hidden}`;
}
