import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CheckResult } from "../../schemas/index.ts";
import { type LeanServer, startLean } from "../servers/lean/server.ts";
import { type Tampering, tamperWith } from "../tampering/tampering.ts";
import { allChecks, inOneLine, isRed } from "./all-checks.ts";
import { withRun } from "./mock-run.ts";

let server: LeanServer;
beforeAll(async () => {
  server = await startLean({ basic: true });
});
afterAll(() => server.close());

const folder = mkdtempSync(join(tmpdir(), "scim-basic-"));
const files = {
  exchanges: join(folder, "exchanges.jsonl"),
  journal: join(folder, "journal.jsonl"),
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function results(url: string): Promise<CheckResult[]> {
  const { credentials } = server;
  return withRun(
    { "2.0": url },
    { profile: "rfc", credentials, files, patienceMs: 300 },
    allChecks,
  );
}

describe("a server that requires a user name and a password", () => {
  let checked: CheckResult[];
  beforeAll(async () => {
    checked = await results(server.url);
  });

  test("has no finding because of that", () => {
    expect(checked.filter(isRed).map(inOneLine)).toEqual([]);
    const passed = checked.filter(({ verdict }) => verdict === "pass").map(({ id }) => id);
    for (const id of ["2-01", "2-02", "2-04"]) expect(passed).toContain(`SCIM20-7644-${id}`);
    expect(checked.find(({ id }) => id === "SCIM20-7644-2-03")?.message).toMatch(/no token/);
  });

  test("the written files contain neither of them, nor their Base64", () => {
    if (typeof server.credentials === "string") throw new Error("no basic authentication");
    const { username, password } = server.credentials;
    const base64 = Buffer.from(`${username}:${password}`).toString("base64");
    expect(existsSync(files.exchanges)).toBe(true);
    for (const text of [readFileSync(files.exchanges, "utf8"), JSON.stringify(checked)]) {
      for (const secret of [username, password, JSON.stringify(password).slice(1, -1), base64]) {
        expect(text).not.toContain(secret);
      }
      expect(text).not.toMatch(/"authorization":"(?!(?:Basic|Bearer) \[redacted\]")/);
    }
  });
});

/** The credentials of an authorised call. */
const authorized = () => {
  if (typeof server.credentials === "string") throw new Error("no basic authentication");
  const { username, password } = server.credentials;
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
};

const faults: [name: string, id: string, Tampering][] = [
  [
    "calls without credentials are served",
    "SCIM20-7644-2-04",
    {
      request: ({ headers }) => {
        headers.authorization ??= authorized();
      },
    },
  ],
  [
    "any password is accepted",
    "SCIM20-7644-2-04",
    {
      request: ({ headers }) => {
        if (headers.authorization?.startsWith("Basic ")) headers.authorization = authorized();
      },
    },
  ],
  [
    "any scheme is accepted",
    "SCIM20-7644-2-04",
    {
      request: ({ headers }) => {
        if (headers.authorization?.startsWith("Bearer ")) headers.authorization = authorized();
      },
    },
  ],
  [
    "deleting needs no credentials",
    "SCIM20-7644-2-04",
    {
      request: ({ method, headers }) => {
        if (method === "DELETE") headers.authorization = authorized();
      },
    },
  ],
  [
    "the challenge names another scheme",
    "SCIM20-7644-2-02",
    {
      response: ({ headers }) => {
        if (headers["www-authenticate"]) headers["www-authenticate"] = 'Bearer realm="Basics"';
      },
    },
  ],
  [
    "a wrong password returns 403",
    "SCIM20-7644-2-01",
    {
      response: (answer, { headers }) => {
        if (answer.status === 401 && headers.authorization) answer.status = 403;
      },
    },
  ],
];

test.each(faults)("%s: %s", async (_name, id, tampering) => {
  const front = await tamperWith(server.url, tampering);
  const seen = await results(front.url);
  await front.close();
  const verdict = seen.find((result) => result.id === id)?.verdict;
  expect(["fail", "warn"]).toContain(verdict);
});
