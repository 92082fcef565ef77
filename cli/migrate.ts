import { closeSync, openSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { constants, unzipSync } from "node:zlib";
import { type Command, Option } from "commander";
import { type Format, formats, recognise } from "../commands/migrate/formats/recognise.ts";
import { memberMap } from "../commands/migrate/formats/record-members.ts";
import { hasCompression } from "../commands/migrate/input/input-text.ts";
import { migrationOf } from "../commands/migrate/migration.ts";
import { migrationMarkdown } from "../commands/migrate/output/markdown.ts";
import { migrationPage } from "../commands/migrate/output/page.ts";
import { isContradicted } from "../commands/migrate/output/verified-words.ts";
import { MigrateSession } from "../commands/migrate/session.ts";
import { exitCode, UsageError } from "../reports/exit.ts";
import type { Output } from "../reports/output/open-output.ts";
import { reasonOf, shown } from "../reports/output/output-error.ts";
import { jsonOfThisTool } from "../reports/output/output-file.ts";
import { replaceText } from "../reports/write-text.ts";
import type { Migration } from "../schemas/index.ts";
import { print, printThrough } from "./console.ts";
import { migrationLines } from "./migration-lines.ts";
import { claimOutput } from "./output.ts";
import { type Progress, startProgress } from "./progress.ts";
import { Signals } from "./signals.ts";
import { toolVersion } from "./version.ts";

interface MigrateFlags {
  format: Format | "auto";
  map?: string;
  basePath: string;
  out: string;
  json?: string;
  showValues?: true;
  strict?: true;
  verify?: true;
  set: string[];
}

export function addMigrateCommand(program: Command): Command {
  return program
    .command("migrate")
    .description(
      "translate recorded SCIM 1.1 traffic into the 2.0 requests that have the same effect",
    )
    .argument("<file...>", "recordings; - is standard input")
    .addOption(
      new Option("--format <recording>", "format of the recordings")
        .choices(["auto", ...formats])
        .default("auto"),
    )
    .option("--map <members>", "where a log has its parts: method=req.method,url=req.uri,…")
    .option("--base-path <path>", "path of 1.1 in the recordings", "/scim/v1")
    .option("--out <dir>", "output folder", "scim-migration")
    .option("--json <file>", "also write migration.json to this file")
    .option("--show-values", "write personal values, not placeholders; secrets are never written")
    .option("--strict", "exit code 1 for any warning")
    .option("--verify", "replay each form on two embedded organisations and compare what it leaves")
    .option(
      "--set <NAME=VALUE>",
      "with --verify: change a setting of the organisations; repeatable (see mock --list-settings)",
      (value: string, all: string[]) => [...all, value],
      [],
    )
    .addHelpText(
      "after",
      `
Formats, recognised by content; gzip'd files are decompressed:
  har       HAR 1.2 of browsers, mitmproxy (hardump), Charles, Fiddler, Proxyman, and of mock --har
  jsonl     one JSON object a line, such as exchanges.jsonl or a log. --map names the members
            method, url, query, body, headers, status and answer where they have other names
  postman   a Postman collection 2.x
  curl      a shell script, or lines that begin with curl. A file that a call sends (-d @file) is
            read only in the folder of the script and below it

Written to the output folder:
  requests.v2.jsonl  a line for each 1.1 request, in order
  migration.json     by form of request: example, 2.0 requests, status, warnings
  migration.md       the same for a pull request
  index.html         the same as a page

Exit code 0: every form has an equivalent; 1: the meaning of one changes, it has none, something
could not be read, or --verify shows another state; 2: bad usage; 3: stopped, or --verify could
not run.`,
    )
    .action(migrate);
}

async function migrate(files: readonly string[], flags: MigrateFlags): Promise<void> {
  const map = memberMap(flags.map);
  const format = flags.format === "auto" ? undefined : flags.format;
  if (map.method !== undefined && format !== undefined && format !== "jsonl") {
    throw new UsageError(`--map is for JSON Lines, not for ${format}`);
  }
  const basePath = checkedBasePath(flags.basePath);
  if (flags.set.length > 0 && !flags.verify) throw new UsageError("--set: is for --verify");
  const settings = flags.verify
    ? (await import("./mock-settings.ts")).settingsOf(flags.set)
    : undefined;
  const totalBytes = checkInputs(files, format);
  const progress = startProgress(process.stderr);
  const { json, out } = flags;
  const output = claimOutput({
    command: "migrate",
    directory: out,
    files:
      json === undefined ? [] : [{ flag: "--json", path: json, kind: jsonOfThisTool("migration") }],
    say: progress.warn,
    lost: () => process.exit(exitCode.untestable),
  });
  const signals = new Signals({ write: progress.warn });
  const read = { done: 0 };
  try {
    output.clear();
    const session = new MigrateSession({
      ...{ files, format, map, basePath, showValues: flags.showValues === true },
      requests: join(output.directory, "requests.v2.jsonl"),
      onBytes: (count) => {
        read.done += count;
        const [done = 0, total = 0] = [read.done, totalBytes].map(megabytes);
        progress.update({ area: "megabytes", done, total: Math.max(done, total) });
      },
      signal: signals.stopped,
    });
    printThrough({ text: (text) => session.gate.text(text) });
    await migrateInto(session, { output, progress, signals, flags, basePath, settings });
  } catch (error) {
    // What is incomplete must not look like a migration.
    output.clear();
    throw error;
  } finally {
    progress.stop();
    signals.close();
    output.release();
  }
}

interface Surroundings {
  output: Output;
  progress: Progress;
  signals: Signals;
  flags: MigrateFlags;
  basePath: string;
  /** Of the organisations of --verify; undefined without it. */
  settings: Record<string, unknown> | undefined;
}

async function migrateInto(
  session: MigrateSession,
  { output, progress, signals, flags, basePath, settings }: Surroundings,
): Promise<void> {
  progress.shortPhase("translating");
  await session.run();
  progress.stop();
  const translated = migrationOf(session, {
    ...{ toolVersion: toolVersion(), basePath },
    showValues: flags.showValues === true,
    stopped: signals.name ?? null,
  });
  const { gate } = session;
  const file = (name: string) => join(output.directory, name);
  const { differences } = await import("../suites/differences/catalogue.ts");
  const titles = new Map(differences.map(({ id, title }) => [id, title]));
  const write = (migration: Migration) => {
    const text = gate.json(migration, 2);
    replaceText(file("migration.json"), text);
    replaceText(file("migration.md"), gate.text(migrationMarkdown(migration, titles)));
    replaceText(file("index.html"), gate.text(migrationPage(migration, titles)));
    output.writeFile("--json", text);
  };
  write(translated);
  let migration = translated;
  let couldVerify = true;
  if (settings !== undefined) {
    try {
      const { verified } = await import("./verify-migration.ts");
      migration = gate.value(await verified(translated, settings, signals, progress));
      write(migration);
    } catch (error) {
      couldVerify = false;
      const problem = reasonOf(error);
      progress.warn(`--verify could not run: ${problem}`);
      migration = gate.value({ ...translated, verification: { settings, problem } });
      write(migration);
    }
  }
  print(migrationLines(migration, output.directory).join("\n"));
  if (!couldVerify) {
    process.exitCode = exitCode.untestable;
    return;
  }
  process.exitCode = exitCodeOf(migration, session, flags.strict === true);
}

function exitCodeOf(migration: Migration, session: MigrateSession, isStrict: boolean): number {
  if (migration.stopped !== null) return exitCode.untestable;
  const { unreadable, "no-equivalent": none, "changes-meaning": changes } = migration.requests;
  if ((unreadable ?? 0) + (none ?? 0) + (changes ?? 0) > 0) return exitCode.findings;
  if (session.hasBrokenFile || migration.forms.some(isContradicted)) return exitCode.findings;
  const hasWarning = session.forms.hasWarning || migration.findings.length > 0;
  return isStrict && hasWarning ? exitCode.findings : exitCode.noFinding;
}

/** @throws UsageError for a path that cannot lead to endpoints */
function checkedBasePath(path: string): string {
  if (/^\/[^?#\s]+$/.test(path)) return path.replace(/\/+$/, "") || "/";
  throw new UsageError(`--base-path ${shown(path)}: expected a path such as /scim/v1`);
}

/**
 * Checks the inputs before anything is written.
 * @returns the bytes of all files; 0 where it is not known
 * @throws UsageError of one line for one that cannot be read, or has to be converted first
 */
function checkInputs(files: readonly string[], format: Format | undefined): number {
  if (files.filter((file) => file === "-").length > 1) {
    throw new UsageError("standard input (-) can be read only once");
  }
  const sizes = files.map((file) => {
    if (file === "-") return 0;
    try {
      const found = statSync(file);
      if (found.isDirectory()) throw new UsageError(`${shown(file)}: is a folder; give a file`);
      // A pipe can be read only once.
      if (!found.isFile()) return 0;
      const head = headOf(file);
      if (format === undefined) recognise(file, head);
      return found.size;
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(`${shown(file)}: cannot be read (${reasonOf(error)})`);
    }
  });
  return sizes.includes(0) ? 0 : sizes.reduce((sum, size) => sum + size, 0);
}

/** The beginning of a file, decompressed: enough to recognise a format that is rejected. */
function headOf(file: string): string {
  const bytes = Buffer.alloc(4096);
  const descriptor = openSync(file, "r");
  try {
    const read = bytes.subarray(0, readSync(descriptor, bytes));
    if (!hasCompression(read)) return read.toString("utf8");
    return unzipSync(read, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: 10_000_000,
    }).toString("utf8");
  } catch (error) {
    // A broken archive is a finding, not a mistake of the user.
    if (error instanceof Error && "code" in error && /^Z_|BUFFER/.test(String(error.code)))
      return "";
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);
