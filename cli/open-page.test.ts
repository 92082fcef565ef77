import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openPage } from "./open-page.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scim-open-"));
  // Only the programs of this test are found, and those that they need.
  vi.stubEnv("PATH", `${folder}:/usr/bin:/bin`);
  vi.stubEnv("SEEN", join(folder, "seen"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A program that notes what it was given. */
function program(name: string, end: string): void {
  const file = join(folder, name);
  writeFileSync(
    file,
    `#!/bin/sh\nprintf '%s\\n' "$@" > "$SEEN.new"; mv "$SEEN.new" "$SEEN"; ${end}\n`,
  );
  chmodSync(file, 0o755);
}

const page = "/a b/$(touch pwned)&'x'/index.html";

test.each<[NodeJS.Platform, string]>([
  ["linux", "xdg-open"],
  ["freebsd", "xdg-open"],
  ["darwin", "open"],
  ["win32", "explorer.exe"],
])("on %s the page is the only argument of %s, and no shell reads it", async (platform, name) => {
  program(name, platform === "win32" ? "exit 1" : "exit 0");
  const said: string[] = [];
  await openPage(page, (line) => said.push(line), platform);
  expect(readFileSync(join(folder, "seen"), "utf8")).toBe(`${page}\n`);
  expect(said).toEqual([]);
});

test("a browser that stays open is not waited for", async () => {
  program("xdg-open", "sleep 5");
  const said: string[] = [];
  await openPage(page, (line) => said.push(line), "linux");
  await vi.waitUntil(() => existsSync(join(folder, "seen")), { timeout: 110_000 });
  expect(said).toEqual([]);
});

test.each<[string, () => void, RegExp]>([
  ["fails", () => program("xdg-open", "exit 3"), /xdg-open: exit code 3/],
  ["does not exist", () => vi.stubEnv("PATH", folder), /ENOENT/],
])("a program that %s is a note that names the page", async (_, prepare, why) => {
  prepare();
  const said: string[] = [];
  await openPage("/x/index.html", (line) => said.push(line), "linux");
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(why);
  expect(said[0]).toContain("open it yourself: /x/index.html");
});
