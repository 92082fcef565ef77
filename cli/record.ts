import type { Command } from "commander";
import { upstreamOf } from "../commands/record/proxy/upstream.ts";
import { RecordSession } from "../commands/record/session.ts";
import { HarFile, isRecording } from "../mock/recording/har-file.ts";
import { exitCode, UsageError } from "../reports/exit.ts";
import { codeOf } from "../reports/output/output-error.ts";
import { print, printNotice } from "./console.ts";
import { wholeNumber } from "./numbers.ts";
import { claimFile } from "./output.ts";
import { recordLines } from "./record-lines.ts";
import { Signals } from "./signals.ts";

interface RecordFlags {
  har: string;
  port: number;
}

/** What the recording says wrote it; only such a file is replaced. */
const creator = "slack-scim-conformance record";

const help = `
URL is an organisation: https://api.slack.com, or the URL of "mock". The base URL of one version,
such as https://api.slack.com/scim/v1, means the same. Point the client to the address that the
first line shows, with the path that it has today: http://127.0.0.1:PORT/scim/v1

Requests go to URL only, with the client's own token; redirects are passed on, not followed. Names,
addresses, telephone numbers and other personal values of the recording are stand-ins, the same one
for the same value, so that it can be replayed; a filter on a part of a value (sw, co, ew) may find
others in a replay. Tokens, cookies and passwords are not recorded. A file of an earlier "record" is
replaced.

The file is valid at any time, also after a kill. Entries are in the order of their requests; an answer
waits for earlier requests for 1 second at most, and a request that takes longer comes after it.

Ctrl-C or SIGTERM ends the recording. Exit code 0: everything is recorded; 2: bad usage; 3: the
recording ended early, such as on a full disk.`;

export function addRecordCommand(program: Command): Command {
  return program
    .command("record")
    .description("pass a client's traffic on to an organisation, and record it for migrate")
    .argument("<url>", "the organisation: https, or http on this machine")
    .requiredOption("--har <file>", "the recording: HAR 1.2, with stand-ins for personal values")
    .option("--port <n>", "port on 127.0.0.1; 0 picks a free one", wholeNumber(0, 65_535), 0)
    .addHelpText("after", help)
    .action(record);
}

async function record(url: string, { har, port }: RecordFlags): Promise<void> {
  const upstream = upstreamOf(url);
  const session = sessionTo(upstream);
  const holds = (text: string) => isRecording(text, creator);
  const claimed = claimFile({
    flag: "--har",
    path: har,
    kind: { name: "a recording of record", holds },
  });
  const signals = new Signals();
  try {
    const address = await session
      .start(port, () => new HarFile(claimed.file, { creator, mode: 0o600 }))
      .catch((error: unknown) => {
        claimed.abandon();
        throw usageErrorOf(error, port);
      });
    print(`listening on ${address}`);
    await stopped(signals.stopped);
    signals.cleaningUp();
    await session.stop();
    print(recordLines(session.counts, har).join("\n"));
    process.exitCode = session.isComplete ? exitCode.noFinding : exitCode.untestable;
  } finally {
    signals.close();
  }
}

/** @throws UsageError for a proxy variable that is not the URL of a proxy */
function sessionTo(upstream: ReturnType<typeof upstreamOf>): RecordSession {
  try {
    return new RecordSession({
      ...{ upstream, env: process.env },
      warn: (line) => printNotice(`warning: ${line}`),
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function usageErrorOf(error: unknown, port: number): unknown {
  const code = codeOf(error);
  if (code === "EADDRINUSE") return new UsageError(`--port ${port}: already in use`);
  if (code === "EACCES") return new UsageError(`--port ${port}: needs the rights of root`);
  return error;
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
