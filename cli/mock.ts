import type { Command } from "commander";
import { exitCode, UsageError } from "../reports/exit.ts";
import { print } from "./console.ts";
import { wholeNumber } from "./numbers.ts";

interface MockFlags {
  port: number;
  token: string;
  users: number;
  groups: number;
  seed: number;
  rateLimits: string;
  fault: string[];
  listFaults?: true;
}

export function addMockCommand(program: Command): Command {
  return program
    .command("mock")
    .description("serve the embedded Slack organisation: 1.1 at /scim/v1, 2.0 at /scim/v2")
    .option("--port <n>", "port on 127.0.0.1; 0 picks a free one", wholeNumber(0, 65_535), 0)
    .option("--token <token>", "the token that the organisation accepts", "xoxp-mock-admin")
    .option("--users <n>", "users at the start", wholeNumber(0, 1_000_000), 20)
    .option("--groups <n>", "groups at the start", wholeNumber(0, 100_000), 3)
    .option("--seed <n>", "seed of the generated users and groups", wholeNumber(0), 1)
    .option("--rate-limits <mode>", "real: Slack's published limits; off: none", "real")
    .option("--fault <name...>", "plant faults (see --list-faults)", [])
    .option("--list-faults", "list the faults that can be planted, and what each breaks")
    .action(serve);
}

async function serve(flags: MockFlags): Promise<void> {
  const { listFaults, startMock } = await import("../mock/index.ts");
  if (flags.listFaults) {
    for (const { name, area, breaks, summary } of listFaults()) {
      const ids = new Set(Object.values(breaks).flat());
      print(`${name.padEnd(40)} ${area.padEnd(16)} ${summary} [${[...ids].join(", ")}]`);
    }
    return;
  }
  const { rateLimits } = flags;
  if (rateLimits !== "real" && rateLimits !== "off") {
    throw new UsageError(`--rate-limits ${rateLimits}: must be real or off`);
  }
  const unknown = flags.fault.find((name) => !listFaults().some((fault) => fault.name === name));
  if (unknown !== undefined)
    throw new UsageError(`--fault ${unknown}: no such fault; --list-faults shows them`);
  const mock = await startMock({
    port: flags.port,
    token: flags.token,
    users: flags.users,
    groups: flags.groups,
    seed: flags.seed,
    rateLimits,
    faults: flags.fault,
  }).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      throw new UsageError(`--port ${flags.port}: already in use`);
    }
    throw error;
  });
  const stop = () => {
    process.exitCode = exitCode.noFinding;
    void mock.close();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  print(`listening on ${mock.url}`);
}
