import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { type Migration, violations } from "../schemas/index.ts";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "scim-verify-stops-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = [
  ...["userName", "nickName", "displayName", "title", "timezone", "active", "userType", "locale"],
  ...["preferredLanguage", "emails", "photos", "addresses", "phoneNumbers", "roles"],
];

/** As many requests as asked, each of another form: another set of members. */
function recording(file: string, forms: number): string {
  const lines = Array.from({ length: forms }, (_, at) => {
    const attributes = names.filter((_name, bit) => (at + 1) & (1 << bit));
    return JSON.stringify({
      ...{ method: "PATCH", url: "/scim/v1/Users/U0001", status: 200 },
      body: { schemas: ["urn:scim:schemas:core:1.0"], meta: { attributes } },
    });
  });
  writeFileSync(join(folder, file), `${lines.join("\n")}\n`);
  return file;
}

interface Said {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Calls `migrate --verify`; `onFile` is told which files the output folder has, until it returns true. */
function verify(
  file: string,
  out: string,
  {
    preload,
    stopWhen,
  }: { preload?: string; stopWhen?: (files: string[]) => NodeJS.Signals | undefined } = {},
): Promise<Said> {
  const imports =
    preload === undefined
      ? []
      : ["--import", `data:text/javascript,${encodeURIComponent(preload)}`];
  const child = spawn(
    process.execPath,
    [...imports, main, "migrate", file, "--out", out, "--verify"],
    {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1" },
    },
  );
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (data) => {
    said.stdout += String(data);
  });
  child.stderr.on("data", (data) => {
    said.stderr += String(data);
  });
  const timer = setInterval(() => {
    const signal = stopWhen?.(filesOf(out));
    if (signal === undefined) return;
    clearInterval(timer);
    child.kill(signal);
  }, 20);
  return new Promise((resolve) => {
    child.once("close", (code) => {
      clearInterval(timer);
      resolve({ code, ...said });
    });
  });
}

function filesOf(out: string): string[] {
  try {
    return readdirSync(join(folder, out));
  } catch {
    return [];
  }
}

const read = (out: string, name: string) => readFileSync(join(folder, out, name), "utf8");
const migrationOf = (out: string): Migration => JSON.parse(read(out, "migration.json"));

describe.each(["SIGINT", "SIGTERM"] as const)("%s during the replay", (signal) => {
  const out = `stopped-${signal}`;

  test("ends it with exit code 3; every file is whole, and says how far it came", async () => {
    const said = await verify(recording("many.jsonl", 3000), out, {
      // The page is written before the first request is replayed.
      stopWhen: (files) => (files.includes("index.html") ? signal : undefined),
    });
    expect(said.code).toBe(3);
    expect(said.stderr).toContain(`${signal}: stopping`);
    expect(said.stdout).toContain(`Not everything was read and verified (${signal}).`);
    const migration = migrationOf(out);
    expect(violations("suite/migration", migration)).toEqual([]);
    expect(migration.stopped).toBe(signal);
    expect(migration.forms).toHaveLength(3000);
    const whys = migration.forms.map(({ verified }) => verified?.why);
    expect(whys.filter((why) => why === "stopped before it").length).toBeGreaterThan(0);
    expect(migration.forms.every(({ verified }) => verified !== undefined)).toBe(true);
    expect(read(out, "requests.v2.jsonl").trimEnd().split("\n")).toHaveLength(3000);
    for (const name of ["migration.md", "index.html"]) expect(read(out, name)).toContain(signal);
    expect(read(out, "index.html").trimEnd().endsWith("</html>")).toBe(true);
    expect(filesOf(out).filter((name) => name.endsWith(".new"))).toEqual([]);
  }, 120_000);
});

describe("--verify could not run: exit code 3, and every output says so", () => {
  test.each<[string, string, RegExp]>([
    [
      "no port can be opened",
      `import net from "node:net";
       net.Server.prototype.listen = function () {
         process.nextTick(() => this.emit("error", Object.assign(new Error("listen EACCES"), { code: "EACCES" })));
         return this;
       };`,
      /EACCES/,
    ],
    [
      "the organisations do not answer",
      `import http from "node:http";
       const emit = http.Server.prototype.emit;
       http.Server.prototype.emit = function (event, request, ...rest) {
         if (event === "request") return request.socket.destroy(), true;
         return emit.call(this, event, request, ...rest);
       };`,
      /does not answer/,
    ],
  ])("%s", async (name, preload, why) => {
    const out = name.replaceAll(" ", "-");
    const said = await verify(recording("few.jsonl", 3), out, { preload });
    expect(said.code).toBe(3);
    expect(said.stderr).toContain("--verify could not run: ");
    expect(said.stderr).toMatch(why);
    expect(said.stdout).toContain("could not run: ");
    const migration = migrationOf(out);
    expect(violations("suite/migration", migration)).toEqual([]);
    expect(migration.verification?.problem).toMatch(why);
    expect(migration.forms.map(({ verified }) => verified)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    // What was translated is there all the same.
    expect(migration.forms.every(({ v2 }) => v2 !== null)).toBe(true);
    for (const file of ["migration.md", "index.html"]) {
      expect(read(out, file)).toContain("could not run: ");
    }
  });
});
