import type { Exchange } from "../../schemas/index.ts";
import { toolCommand } from "../../schemas/shell.ts";
import { asCurl } from "./curl.ts";
import type { RunConfig } from "./run-config.ts";

/** Where the run of one requirement goes: never where the results are that a reader looks at. */
const ownFolder = ["--no-report", "--out", "scim-rerun"];

/**
 * The steps to reproduce a finding, to be pasted into a POSIX shell: the command that tests the
 * requirement alone, with the same target and seed, and the requests as commands. No line contains
 * a secret.
 * @param requirement its id; undefined for a difference, which needs a whole run
 */
export function stepsToReproduce(
  {
    rerun,
    baseUrls,
    seed,
    cases,
    shard,
  }: Pick<RunConfig, "rerun" | "baseUrls" | "seed" | "cases" | "shard">,
  requirement: string | undefined,
  exchanges: readonly Exchange[],
): string {
  const { "1.1": v1, "2.0": v2 } = baseUrls;
  const { words, embedded, variables } = rerun ?? {
    words: [...(v1 === undefined ? [] : ["--v1", v1]), ...(v2 === undefined ? [] : ["--v2", v2])],
    embedded: false,
    variables: { token: "SLACK_SCIM_TOKEN" },
  };
  // A difference is in the same shard again; a requirement alone needs none.
  const part = shard ? ["--shard", `${shard.index}/${shard.count}`] : [];
  const selection = requirement === undefined ? part : ["--requirement", requirement];
  const chosen = [...selection, "--seed", `${seed}`, "--cases", `${cases}`];
  // Comments are words without marks: an interactive zsh reads them as a command.
  return [
    requirement === undefined
      ? "# The same run, with the same generated values:"
      : "# This requirement alone, with the same generated values:",
    toolCommand("run", ...words, ...chosen, ...ownFolder),
    "",
    ...(embedded
      ? mockFirst(v2 ?? v1)
      : ["# The same requests, with credentials from the environment:"]),
    ...exchanges.map((exchange) => asCurl(exchange, variables)),
  ].join("\n");
}

/** The embedded organisation is gone: an empty one can take its place. */
function mockFirst(baseUrl: string | undefined): string[] {
  const port = baseUrl === undefined ? "0" : new URL(baseUrl).port;
  const start = toolCommand("mock", "--port", port);
  return [
    "# The same requests. The embedded organisation ended with the run, and its ids with it.",
    "# In another terminal, this starts a new one at the same address:",
    `# ${start} --token "$SLACK_SCIM_TOKEN"`,
  ];
}
