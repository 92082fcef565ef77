import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test, vi } from "vitest";

/** How many moments are tried: `KILL_MOMENTS=30 npx vitest run cli/killed-run.test.ts` tries more. */
const moments = Number(process.env.KILL_MOMENTS ?? 4);

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const main = file("../dist/cli/main.js");
const folder = mkdtempSync(join(tmpdir(), "scim-killed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Organisations that make it hard, each in its way. */
const organisations: readonly { what: string; options: object }[] = [
  {
    what: "that answers late",
    options: { faults: ["slow-answers"] },
  },
  {
    what: "that deactivates late and shows groups late",
    options: { settings: { deactivationDelayMs: 700, groupVisibilityDelayMs: 700 } },
  },
  { what: "that does not answer creates", options: { faults: ["cut-off-creates"] } },
  { what: "whose DELETE does nothing", options: { faults: ["delete-deactivates-nothing"] } },
  {
    what: "that hides deactivated users",
    options: { faults: ["delete-user-hides"], settings: { listDeactivated: false } },
  },
  {
    what: "that answers creates of groups with nothing",
    options: { settings: { groupPostBody: "empty" } },
  },
  {
    what: "that alters names and has no filters in 2.0",
    options: { settings: { userNameCollision: "alter", v2Filter: "off" } },
  },
];

interface Moment {
  signal: "SIGKILL" | "SIGTERM";
  /** What is run. */
  args: readonly string[];
  /** A name of which the create is under way; else the number of creates so far. */
  until: RegExp | number;
  organisation: (typeof organisations)[number];
}

/** The rule that a userName which is an address is converted: its create is the moment. */
const converted = ["--requirement", "SLACK-USER-14"];

function momentAt(index: number): Moment {
  const signal = index % 2 === 0 ? "SIGKILL" : "SIGTERM";
  const [late = { what: "", options: {} }] = organisations;
  if (index % 5 < 2) return { signal, args: converted, until: /@/, organisation: late };
  const organisation = organisations[1 + ((index - 2) % (organisations.length - 1))] ?? late;
  const area = ["users", "groups", "put"][index % 3] ?? "users";
  return { signal, args: ["--area", area], until: 1 + ((index * 7) % 23), organisation };
}

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

/** Starts an organisation in a process that outlives the run. */
async function startMock(options: object): Promise<string> {
  const script = `
    const { startMock } = await import(${JSON.stringify(new URL("../dist/mock/index.js", import.meta.url).href)});
    console.log((await startMock({ control: true, ...${JSON.stringify(options)} })).url);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return new Promise((resolve) => {
    child.stdout.once("data", (data) => resolve(String(data).trim()));
  });
}

type Resource = Record<string, unknown> & { id: string };
const headers = { authorization: "Bearer xoxp-mock-admin" };

async function everything(url: string): Promise<{ users: Resource[]; groups: Resource[] }> {
  const all = async (kind: string) => {
    const answer = await fetch(`${url}/scim/v1/${kind}?count=1000`, { headers });
    return ((await answer.json()) as { Resources: Resource[] }).Resources;
  };
  return { users: await all("Users"), groups: await all("Groups") };
}

/** What was sent, and what was answered, by the journal of a run. */
function journalOf(out: string): Record<string, unknown>[] {
  const journal = join(out, "journal.jsonl");
  const text = existsSync(journal) ? readFileSync(journal, "utf8") : "";
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

function isTime(out: string, until: Moment["until"]): boolean {
  const entries = journalOf(out);
  const of = (event: string) => entries.filter((entry) => entry.event === event);
  if (typeof until === "number") return of("intent").length >= until;
  const answered = new Set([...of("created"), ...of("refused")].map(({ call }) => call));
  return of("intent").some(({ call, name }) => until.test(String(name)) && !answered.has(call));
}

test.concurrent.each(
  Array.from({ length: moments }, (_, index) => ({ index, ...momentAt(index) })),
)(
  "after $signal ($until, $args.1) nothing is left at an organisation $organisation.what",
  async ({ index, signal, args, until, organisation }) => {
    const url = await startMock(organisation.options);
    const before = await everything(url);
    expect([before.users.length, before.groups.length]).toEqual([20, 3]);
    const out = join(folder, `run-${index}`);
    const urls = ["--v1", `${url}/scim/v1`, "--v2", `${url}/scim/v2`, "--out", out];
    const child = spawn(process.execPath, [main, "run", ...args, ...urls, "--no-report"], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    children.push(child);
    let stderr = "";
    child.stderr.on("data", (data) => {
      stderr += String(data);
    });
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    await vi.waitUntil(() => isTime(out, until) || child.exitCode !== null, {
      timeout: 60_000,
      interval: 2,
    });
    child.kill(signal);
    const code = await ended;
    if (signal === "SIGTERM") {
      expect(code, stderr).toBe(3);
      expect(stderr).toContain(`slack-scim-conformance cleanup --v1 ${url}/scim/v1`);
      expect(stderr).toContain("stopped by SIGTERM");
    }

    const cleaned = await cleanup(out);
    expect(cleaned, JSON.stringify(cleaned)).toMatchObject({ code: 0 });
    if (signal === "SIGTERM") expect(cleaned.stdout).toBe("nothing to clean up\n");

    const after = await everything(url);
    const seeded = new Set([...before.users, ...before.groups].map(({ id }) => id));
    const ours = ({ id }: Resource) => !seeded.has(id);
    expect(after.users.filter(ours).filter(({ active }) => active)).toEqual([]);
    expect(after.groups.filter(ours)).toEqual([]);
    expect(after.users.filter(({ id }) => seeded.has(id))).toEqual(before.users);
    expect(after.groups.filter(({ id }) => seeded.has(id))).toEqual(before.groups);
    expect(await cleanup(out)).toEqual({ code: 0, stdout: "nothing to clean up\n", stderr: "" });
  },
  180_000,
);

function cleanup(out: string): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [main, "cleanup", "--out", out], (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}
