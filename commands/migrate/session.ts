import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { Readable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { reasonOf } from "../../reports/output/output-error.ts";
import type { MigrationInput, MigrationLine } from "../../schemas/index.ts";
import { faultOfV2 } from "./check-v2.ts";
import { Findings } from "./findings.ts";
import { readCurl } from "./formats/curl.ts";
import type { Entry, Reading } from "./formats/entry.ts";
import { readHar } from "./formats/har.ts";
import { readJsonArray, readJsonLines } from "./formats/json-lines.ts";
import { readPostman } from "./formats/postman.ts";
import { type Format, type Recognised, recognise, unrecognised } from "./formats/recognise.ts";
import type { MemberMap } from "./formats/record-members.ts";
import { isBelow } from "./formats/url-path.ts";
import { Forms } from "./forms.ts";
import { RecordingGate } from "./gate.ts";
import { type InputText, openInput } from "./input/input-text.ts";
import { maskRequest, withoutSecrets } from "./masking/mask-request.ts";
import { Placeholders } from "./masking/placeholders.ts";
import type { RecordedRequest } from "./request.ts";
import { RequestsFile } from "./requests-file.ts";
import { Seen } from "./seen.ts";
import { Translator } from "./translator.ts";

export interface MigrateOptions {
  /** As the user named them; `-` is standard input. */
  files: readonly string[];
  /** Forces a format. */
  format?: Format | undefined;
  map: MemberMap;
  basePath: string;
  showValues: boolean;
  /** Where requests.v2.jsonl is written. */
  requests: string;
  standardInput?: Readable;
  /** Told how many bytes were read since the last call. */
  onBytes: (count: number) => void;
  /** Ends the reading; what was read is kept. */
  signal: AbortSignal;
}

/** Files that a script sends are small. In bytes. */
const largestSent = 1024 * 1024;
/** The process lets signals in after this many entries. */
const entriesPerTurn = 200;

const secretWarning = {
  code: "secret-in-recording",
  text: "The recording shows a credential of this request: keep the file as you keep secrets, and replace the credential.",
};

/** Reads recordings and translates them, one request at a time. */
export class MigrateSession {
  readonly forms = new Forms();
  readonly findings = new Findings();
  readonly seen = new Seen();
  readonly inputs: MigrationInput[] = [];
  readonly gate: RecordingGate;
  /** Whether a file as a whole cannot be read, or holds nothing. */
  hasBrokenFile = false;
  readonly #options: MigrateOptions;
  readonly #translator: Translator;
  readonly #placeholders = new Placeholders();
  readonly #requests: RequestsFile;
  #entries = 0;

  constructor(options: MigrateOptions) {
    this.#options = options;
    this.gate = new RecordingGate(options.showValues);
    this.#translator = new Translator({ basePath: options.basePath });
    this.#requests = new RequestsFile(options.requests, this.gate);
  }

  /** @throws UsageError for a file of a format that has to be converted first */
  async run(): Promise<void> {
    try {
      for (const file of this.#options.files) {
        if (this.#options.signal.aborted) break;
        await this.#read(file);
      }
    } finally {
      await this.#requests.close();
    }
  }

  async #read(file: string): Promise<void> {
    const input: MigrationInput = { file, format: null, entries: 0, v1: 0, v2: 0, other: 0 };
    this.inputs.push(input);
    let isNamed = false;
    try {
      const { onBytes, standardInput, signal } = this.#options;
      const text = await openInput(file, onBytes, signal, standardInput);
      const format = this.#options.format ?? recognise(file, text.head);
      if (text.head.trim() === "" || format === undefined) {
        this.#brokenFile(input, unrecognised(text.head));
        return;
      }
      input.format = format === "json-array" ? "jsonl" : format;
      for await (const one of readerOf(format, text, file, this.#options.map)) {
        if (signal.aborted) return;
        if ("problem" in one) {
          this.#brokenFile(input, one.problem, one.after);
          continue;
        }
        isNamed ||= one.isNoRequest !== true;
        this.#take(one, input);
        this.#entries += 1;
        if (this.#entries % entriesPerTurn === 0) await turn();
      }
    } catch (error) {
      if (!isReadError(error)) throw error;
      if (this.#options.signal.aborted) return;
      this.#brokenFile(
        input,
        `the file cannot be read any further (${reasonOf(error)})`,
        input.entries,
      );
      return;
    }
    if (input.entries === 0 && !this.#hasFinding(file)) {
      this.#brokenFile(input, "the file holds no request");
    } else if (!isNamed && input.entries > 0) {
      const hint = "no entry has a method and an address; name their members with --map";
      this.#brokenFile(input, hint);
    }
  }

  #hasFinding(file: string): boolean {
    return this.findings.list.some((finding) => finding.file === file);
  }

  #brokenFile({ file }: MigrationInput, text: string, after?: number): void {
    this.hasBrokenFile = true;
    const where = after !== undefined && after > 0 ? { entry: after } : {};
    const text1 = after === undefined || after === 0 ? text : `${text}, after entry ${after}`;
    this.findings.add({ file, ...where, kind: "file", text: text1 });
  }

  #take({ credentials, isNoRequest, isBroken, ...rest }: Entry, input: MigrationInput): void {
    input.entries += 1;
    if (credentials) this.gate.learn(credentials);
    const { entry, ...request } = rest;
    const recorded = { source: { file: input.file, entry }, ...request };
    const { basePath } = this.#options;
    const isUnknown = request.unreadable !== undefined && request.path === "";
    if (!isNoRequest && (isUnknown || isBelow(request.path, basePath))) {
      input.v1 += 1;
      this.#translate(recorded, credentials !== undefined);
    } else if (!isNoRequest && isBelow(request.path, "/scim/v2")) {
      input.v2 += 1;
      const fault = faultOfV2(recorded);
      if (fault !== undefined) {
        this.findings.add({ file: input.file, entry, kind: "v2", text: fault });
      }
    } else {
      input.other += 1;
      if (isBroken && request.unreadable !== undefined) {
        const text = `${request.unreadable}; its path is not one of SCIM 1.1`;
        this.findings.add({ file: input.file, entry, kind: "other", text });
      }
    }
  }

  #translate(request: RecordedRequest, showsCredential: boolean): void {
    this.seen.add(request);
    const { answer, ...translation } = this.#translator.translate(request);
    const { source } = request;
    const { warnings, v1, v2 } = translation;
    for (const { code, text } of warnings) {
      if (code === "unreadable") this.findings.add({ ...source, kind: "unreadable", text });
    }
    const isNew = showsCredential && !warnings.some(({ code }) => code === secretWarning.code);
    const written: MigrationLine = {
      source,
      ...translation,
      v1: this.#written(v1),
      v2: v2?.map((one) => this.#written(one)) ?? null,
      warnings: isNew ? [...warnings, secretWarning] : warnings,
    };
    this.#requests.add(written);
    this.forms.add(written, answer);
  }

  #written(request: MigrationLine["v1"]): MigrationLine["v1"] {
    return this.#options.showValues
      ? withoutSecrets(request)
      : maskRequest(request, this.#placeholders);
  }
}

function readerOf(
  format: Recognised,
  { chunks }: InputText,
  file: string,
  map: MemberMap,
): Reading {
  switch (format) {
    case "har":
      return readHar(chunks);
    case "jsonl":
      return readJsonLines(chunks, map);
    case "json-array":
      return readJsonArray(chunks, map);
    case "postman":
      return readPostman(chunks);
    case "curl":
      return readCurl(chunks, (name) => besideScript(file, name));
  }
}

/**
 * A file that a script sends. Only one in the folder of the script, or below it, is read: a script
 * from elsewhere must not bring other files of this machine into the output.
 */
function besideScript(script: string, name: string): string | undefined {
  if (script === "-") return undefined;
  try {
    const folder = realpathSync(dirname(script));
    const path = join(folder, name);
    if (!existsSync(path)) return undefined;
    const real = realpathSync(path);
    const found = statSync(real);
    if (!real.startsWith(folder + sep) || !found.isFile() || found.size > largestSent)
      return undefined;
    return readFileSync(real, "utf8");
  } catch {
    return undefined;
  }
}

/** An error of the system or of zlib while a file is read, not a mistake of this program. */
function isReadError(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    /^(?:Z_|E[A-Z]+$|ERR_STREAM|ERR_ENCODING)/.test(error.code)
  );
}
