import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Said } from "../testing/commands/built-command.ts";
import { inOneProcess } from "../testing/commands/warm-command.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-usage-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { SLACK_SCIM_TOKEN: _, ...rest } = process.env;
const commandLines = (lines: readonly (readonly string[])[]) =>
  inOneProcess(lines, { cwd: folder, env: { ...rest, NO_COLOR: "1" } });

const lines = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

/** What fails every expectation below. */
const unsaid: Said = { code: -1, stdout: "nothing", stderr: "" };

describe("help", () => {
  const commands = [
    "run",
    "mock",
    "record",
    "compare",
    "merge",
    "migrate",
    "certify",
    "cleanup",
    "report",
    "list",
    "explain",
    "baseline",
  ];
  let said: Said[];
  beforeAll(async () => {
    said = await commandLines([["--help"], ...commands.map((command) => [command, "--help"])]);
  });

  test("lists the existing commands, and no others", () => {
    const [{ code, stdout } = unsaid] = said;
    expect(code).toBe(0);
    const listed = [...stdout.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name);
    expect(listed).toEqual([...commands, "complete", "help"]);
  });

  test.each(commands)("%s --help exits with 0", (command) => {
    const { code, stdout } = said[commands.indexOf(command) + 1] ?? unsaid;
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: slack-scim-conformance ${command}`);
  });
});

describe("bad usage: exit 2, and one line that says what and where", () => {
  const target = (json: unknown) => {
    const file = join(folder, `target-${Math.random()}.json`);
    writeFileSync(file, typeof json === "string" ? json : JSON.stringify(json));
    return file;
  };
  const basic = { type: "basic", usernameEnv: "NO_SUCH_USER", passwordEnv: "NO_SUCH_PASSWORD" };
  const good = { name: "x", versions: { "2.0": { baseUrl: "https://scim.example/scim/v2" } } };

  const wrong: [what: string, args: string[], says: RegExp][] = [
    ["an unknown flag", ["run", "--frobnicate"], /--frobnicate/],
    ["an unknown command", ["frobnicate"], /frobnicate/],
    ["an area that does not exist", ["run", "--area", "nowhere"], /nowhere.*discovery/],
    [
      "a requirement that does not exist",
      ["run", "--requirement", "SCIM20-7644-3.3-4"],
      /3\.3-4: .*SCIM20-7644-3\.3-04/,
    ],
    [
      "an id that does not exist",
      ["explain", "DIFF-PATCH-99"],
      /DIFF-PATCH-99.*nearest: DIFF-PATCH-\d+, DIFF-PATCH-\d+, /,
    ],
    ["a folder without a run", ["explain", "DIFF-URL-01", "--out", "nowhere"], /--out nowhere/],
    ["an area that does not exist", ["list", "--area", "user"], /--area user.*nearest: users/],
    ["a format that does not exist", ["list", "--format", "xml"], /--format xml.*text or json/],
    ["an invalid seed", ["run", "--seed", "x"], /seed/],
    ["a profile that does not exist", ["run", "--profile", "azure"], /azure.*slack or rfc/],
    ["an invalid URL", ["run", "--v1", "nonsense"], /--v1.*nonsense/],
    ["a URL with credentials", ["run", "--v1", "http://a:b@127.0.0.1/"], /--v1.*credentials/],
    [
      "a target file that is not there",
      ["run", "--target", "nowhere.json"],
      /nowhere\.json.*ENOENT/,
    ],
    ["a target file that is not JSON", ["run", "--target", target("{")], /target-.*not JSON/],
    [
      "a target file without a name",
      ["run", "--target", target({ versions: good.versions })],
      /target-.*name/,
    ],
    [
      "a target file with an unknown member",
      ["run", "--target", target({ ...good, tokn: 1 })],
      /target-.*tokn/,
    ],
    ["a remote target without a token", ["run", "--target", target(good)], /SLACK_SCIM_TOKEN/],
    [
      "a user name that the environment does not have",
      ["run", "--target", target({ ...good, auth: basic })],
      /auth\.usernameEnv in .*target-.*NO_SUCH_USER is not set/,
    ],
    [
      "a password that the environment does not have",
      ["run", "--target", target({ ...good, auth: { ...basic, usernameEnv: "PATH" } })],
      // The missing password is found before the colons of PATH are checked.
      /auth\.passwordEnv in .*target-.*NO_SUCH_PASSWORD is not set/,
    ],
    [
      "a password in the target file",
      ["run", "--target", target({ ...good, auth: { ...basic, password: "secret" } })],
      /target-.*\/auth.*"password"/,
    ],
    [
      "a token for a target with a password",
      ["run", "--target", target({ ...good, auth: basic }), "--token-env", "TOKEN"],
      /--token-env.*basic/,
    ],
    [
      "two flags that exclude each other",
      ["run", "--quiet", "--verbose"],
      /--quiet contradicts --verbose/,
    ],
    ["a page that is not written", ["run", "--open", "--no-report"], /--open.*--no-report/],
    ["a page of a dry run", ["run", "--open", "--dry-run"], /--open.*--dry-run/],
    ["a fault that does not exist", ["mock", "--fault", "nonsense"], /nonsense.*--list-faults/],
    ["a folder without a run", ["report", "nowhere"], /nowhere/],
  ];
  let said: Said[];
  beforeAll(async () => {
    said = await commandLines(wrong.map(([, args]) => args));
  });

  test.each(wrong)("%s", (_what, args, says) => {
    const { code, stdout, stderr } =
      said[wrong.findIndex(([, others]) => others === args)] ?? unsaid;
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(says);
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test("a word that is quoted becomes no command of GitHub Actions, and shows no token", async () => {
  const token = ["xoxp", "1".repeat(12), "2".repeat(12), "a".repeat(32)].join("-");
  const said = await commandLines([
    ["run", "--nope\n::error::hi"],
    ["nope\n::error::hi"],
    ["run", `--${token}`],
  ]);
  expect(said.map(({ code }) => code)).toEqual([2, 2, 2]);
  for (const { stdout, stderr } of said) expect(stdout + stderr).not.toMatch(/^\s*::/m);
  expect(said[2]?.stderr).toContain("unknown option");
  expect(said[2]?.stderr).not.toContain(token);
});
