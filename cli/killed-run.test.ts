import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, onTestFinished, test } from "vitest";

/**
 * How many moments are tried: `KILL_MOMENTS=30 npx vitest run cli/killed-run.test.ts` tries more.
 */
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
  /** Which create: its number, or a text in its body. */
  at: RegExp | number;
  /** Whether the create takes effect before the run is killed, or once it is dead. */
  effect: "before" | "after";
  organisation: (typeof organisations)[number];
}

/** The rule that a userName which is an address is converted: its create is the moment. */
const converted = ["--requirement", "SLACK-USER-14"];
const address = /"userName":"[^"]*@/;

function momentAt(index: number): Moment {
  const signal = index % 2 === 0 ? "SIGKILL" : "SIGTERM";
  const [late = { what: "", options: {} }] = organisations;
  const effect = index % 4 < 2 ? "before" : "after";
  if (index % 5 < 2) return { signal, args: converted, at: address, effect, organisation: late };
  const organisation = organisations[1 + ((index - 2) % (organisations.length - 1))] ?? late;
  const area = ["users", "groups", "put"][index % 3] ?? "users";
  return { signal, args: ["--area", area], at: 1 + ((index * 7) % 9), effect, organisation };
}

const children: ChildProcess[] = [];
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
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

/**
 * Stands between a run and an organisation, and kills the run during a create: progress decides,
 * not
 * time. What is sent then still reaches the organisation.
 */
async function startProxy(url: string, { at, effect }: Moment, kill: () => Promise<void>) {
  let creates = 0;
  let isDue = true;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const forward = () =>
      fetch(`${url}${request.url}`, {
        method: request.method ?? "GET",
        headers: Object.fromEntries(
          ["authorization", "content-type"].flatMap((name) => {
            const value = request.headers[name];
            return typeof value === "string" ? [[name, value]] : [];
          }),
        ),
        ...(body.length > 0 ? { body } : {}),
      })
        .then(async (answer) => ({ status: answer.status, text: await answer.text() }))
        .catch(() => undefined);
    if (request.method === "POST") creates += 1;
    const isNow =
      isDue &&
      request.method === "POST" &&
      (typeof at === "number" ? creates === at : at.test(String(body)));
    if (isNow) isDue = false;
    if (isNow && effect === "after") await kill();
    const answer = await forward();
    if (isNow && effect === "before") await kill();
    if (!answer) response.destroy();
    else
      response
        .writeHead(answer.status, { "content-type": "application/json" })
        .end(answer.text || undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.each(Array.from({ length: moments }, (_, index) => ({ index, ...momentAt(index) })))(
  "after $signal (create $at, effect $effect, $args.1) nothing is left at an organisation $organisation.what",
  async ({ index, signal, ...moment }) => {
    const { args, organisation } = moment;
    const url = await startMock(organisation.options);
    const before = await everything(url);
    // One organisation hides its deactivated users, two of twenty.
    expect(before.users.length).toBeGreaterThanOrEqual(18);
    expect(before.groups).toHaveLength(3);
    const out = join(folder, `run-${index}`);
    let ended: Promise<number | null> = Promise.resolve(null);
    const proxy = await startProxy(url, { signal, ...moment }, async () => {
      child.kill(signal);
      // After SIGTERM the run waits for the answer.
      if (signal === "SIGKILL") await ended;
    });
    const urls = ["--v1", `${proxy}/scim/v1`, "--v2", `${proxy}/scim/v2`, "--out", out];
    const child = spawn(process.execPath, [main, "run", ...args, ...urls, "--no-report"], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    children.push(child);
    onTestFinished(() => {
      for (const one of children.splice(0)) one.kill("SIGKILL");
    });
    let stderr = "";
    child.stderr.on("data", (data) => {
      stderr += String(data);
    });
    ended = new Promise((resolve) => child.once("exit", resolve));
    const code = await ended;
    if (signal === "SIGKILL") expect([code, child.signalCode]).toEqual([null, "SIGKILL"]);
    if (signal === "SIGTERM") {
      expect(code, stderr).toBe(3);
      expect(stderr).toContain(`slack-scim-conformance cleanup --v1 ${proxy}/scim/v1`);
      expect(stderr).toContain("stopped: interrupted by SIGTERM");
    }

    // Requests in progress reach the organisation while cleanup begins.
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
  300_000,
);

function cleanup(out: string): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [main, "cleanup", "--out", out], (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}
