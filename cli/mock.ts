import type { Command } from "commander";
import type { Mock } from "../mock/index.ts";
import { exitCode, UsageError } from "../reports/exit.ts";
import { nearest } from "../schemas/nearest.ts";
import { print, printNotice } from "./console.ts";
import { faultLines, settingLines } from "./mock-lists.ts";
import { wholeNumber } from "./numbers.ts";
import { claimFile } from "./output.ts";

interface MockFlags {
  port: number;
  token: string;
  users: number;
  usersFile?: string;
  groups: number;
  seed: number;
  rateLimits: string;
  set: string[];
  fault: string[];
  har?: string;
  log?: true;
  control?: true;
  listSettings?: true;
  listFaults?: true;
  format?: string;
}

const help = `
Settings and faults:
  --set plan=business-plus             text, as it is
  --set maxPageSize=100                JSON: a number, true, false, an array, an object
  --set 'reservedWords=["everyone"]'   quotes and brackets need the quotes of the shell

Control (--control), on this machine only, with the token of the mock as bearer token:
  GET   /control            faults, settings, numbers of users and groups
  PATCH /control            {"faults":["NAME"],"settings":{"NAME":VALUE}} changes them
  GET   /control/faults     all faults
  GET   /control/settings   all settings
  POST  /control/reset      the organisation of the start; faults and settings stay

Recordings (--har, --log) contain no tokens, no passwords and no mail addresses of real domains.
Other values stay, such as names.`;

export function addMockCommand(program: Command): Command {
  return program
    .command("mock")
    .description("serve the embedded Slack organisation: 1.1 at /scim/v1, 2.0 at /scim/v2")
    .option("--port <n>", "port on 127.0.0.1; 0 picks a free one", wholeNumber(0, 65_535), 0)
    .option("--token <token>", "the token that the organisation accepts", "xoxp-mock-admin")
    .option("--users <n>", "generated users at the start", wholeNumber(0, 1_000_000), 20)
    .option("--users-file <file>", "further users: a JSON array of neutral users")
    .option("--groups <n>", "generated groups at the start", wholeNumber(0, 100_000), 3)
    .option("--seed <n>", "seed of the generated users and groups", wholeNumber(0), 1)
    .option("--rate-limits <mode>", "real: Slack's published limits; off: none", "real")
    .option(
      "--set <NAME=VALUE>",
      "change a setting; repeatable (see --list-settings)",
      (value: string, before: string[]) => [...before, value],
      [],
    )
    .option("--fault <name...>", "plant faults (see --list-faults)", [])
    .option(
      "--har <file>",
      "record all traffic in a HAR file, which is complete after each request",
    )
    .option("--log", "write a line for each request to stderr: method, path, status, error code")
    .option("--control", "serve /control, which changes settings and faults (see below)")
    .option("--list-settings", "list the settings: values, default, facts, what each decides")
    .option("--list-faults", "list the faults that can be planted, and what each breaks")
    .option("--format <format>", "of a list: text or json")
    .addHelpText("after", help)
    .action(async (flags: MockFlags, command: Command) => {
      const isLimitGiven = command.getOptionValueSource("rateLimits") === "cli";
      if (!(await isList(flags))) await serve(flags, isLimitGiven);
    });
}

/** Prints the list that was asked for. @returns whether one was */
async function isList({ listFaults: faults, listSettings: settings, format }: MockFlags) {
  if (format !== undefined && format !== "text" && format !== "json") {
    throw new UsageError(`--format ${format}: must be text or json`);
  }
  if (faults && settings) throw new UsageError("--list-settings and --list-faults: give one");
  if (!faults && !settings) {
    if (format !== undefined)
      throw new UsageError("--format: is for --list-settings, --list-faults");
    return false;
  }
  const { listFaults, listSettings } = await import("../mock/index.ts");
  if (format === "json") print(JSON.stringify(settings ? listSettings() : listFaults(), null, 2));
  else print(settings ? settingLines(listSettings()) : faultLines(listFaults()));
  return true;
}

async function serve(flags: MockFlags, isLimitGiven: boolean): Promise<void> {
  const { listFaults, startMock } = await import("../mock/index.ts");
  const { settingsOf } = await import("./mock-settings.ts");
  const { usersOf } = await import("./users-file.ts");
  const { isRecording } = await import("../mock/recording/har-file.ts");
  const { PeopleError } = await import("../mock/organization/people.ts");
  const { rateLimits } = flags;
  if (rateLimits !== "real" && rateLimits !== "off") {
    throw new UsageError(`--rate-limits ${rateLimits}: must be real or off`);
  }
  if (flags.token.trim() === "") throw new UsageError("--token: must not be empty");
  const settings = settingsOf(flags.set);
  if (isLimitGiven && Object.hasOwn(settings, "rateLimits")) {
    throw new UsageError("--rate-limits and --set rateLimits: give one");
  }
  const names = listFaults().map(({ name }) => name);
  const unknown = flags.fault.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const like = nearest(unknown, names).join(", ");
    throw new UsageError(
      `--fault ${unknown}: no such fault; nearest: ${like} (--list-faults has all)`,
    );
  }
  const people = flags.usersFile === undefined ? [] : usersOf(flags.usersFile);
  const kind = { name: "a recording of the mock", holds: isRecording };
  const har =
    flags.har === undefined ? undefined : claimFile({ flag: "--har", path: flags.har, kind });
  let code: number = exitCode.noFinding;
  const mock: Mock = await startMock({
    port: flags.port,
    token: flags.token,
    users: flags.users,
    groups: flags.groups,
    seed: flags.seed,
    people,
    faults: flags.fault,
    settings: { rateLimits, ...settings },
    ...(flags.control && { control: true }),
    ...(flags.log && { log: printNotice }),
    ...(har && { har: har.file }),
    warn: (line) => {
      code = exitCode.untestable;
      printNotice(`warning: ${line}`);
    },
  }).catch((error: unknown) => {
    har?.abandon();
    if (error instanceof PeopleError) {
      throw new UsageError(`--users-file ${flags.usersFile}: ${error.message}`);
    }
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      throw new UsageError(`--port ${flags.port}: already in use`);
    }
    throw error;
  });
  const stop = () => {
    process.exitCode = code;
    void mock.close();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  print(`listening on ${mock.url}`);
}
