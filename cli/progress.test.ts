import { spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Progress, startProgress } from "./progress.ts";

class Stream extends EventEmitter {
  text = "";
  isTTY?: boolean;
  columns?: number;
  readonly write = (chunk: string | Uint8Array) => {
    this.text += String(chunk);
    return true;
  };
}

let stream: Stream;
let progress: Progress;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
});
afterEach(() => {
  progress.stop();
  if (vi.isFakeTimers()) expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

function start(terminal: { isTTY?: boolean; columns?: number } = {}, env = {}): void {
  stream = Object.assign(new Stream(), terminal);
  progress = startProgress(stream, { env, now: () => performance.now() });
}
/** What was printed since the last time, by line. */
function printed(): string[] {
  const lines = stream.text.split("\n");
  stream.text = "";
  return lines.slice(0, -1);
}
const state = { area: "patch", done: 120, total: 402, findings: 3 };

describe("without a terminal", () => {
  beforeEach(() => start());

  test("a line at the beginning and at the end of each phase", () => {
    expect(printed()).toEqual([]);
    progress.phase("checking SCIM 1.1 and 2.0");
    expect(printed()).toEqual(["checking SCIM 1.1 and 2.0…"]);
    progress.update({ ...state, done: 402 });
    vi.advanceTimersByTime(4000);
    progress.phase("cleaning up");
    expect(printed()).toEqual([
      "checking SCIM 1.1 and 2.0: 402 of 402, 3 findings, ended after 4 s",
      "cleaning up…",
    ]);
    vi.advanceTimersByTime(1000);
    progress.stop();
    progress.stop();
    expect(printed()).toEqual(["cleaning up: ended after 1 s"]);
    vi.advanceTimersByTime(60_000);
    expect(stream.text).toBe("");
  });

  test("a short phase is shown only if it takes long", () => {
    progress.shortPhase("asking");
    vi.advanceTimersByTime(7000);
    progress.phase("checking");
    expect(printed()).toEqual(["checking…"]);
    progress.shortPhase("asking");
    vi.advanceTimersByTime(9000);
    progress.stop();
    expect(printed()).toEqual(["checking: ended after 0 s", "asking…"]);
  });

  test("a line at least every ten seconds, also without progress", () => {
    progress.phase("checking");
    progress.update({ ...state, leftMs: 180_000 });
    expect(printed()).toHaveLength(1);
    let last = 0;
    for (let second = 1; second <= 60; second += 1) {
      vi.advanceTimersByTime(1000);
      const lines = printed();
      expect(lines.length).toBeLessThanOrEqual(1);
      if (lines.length > 0) last = second;
      expect(second - last).toBeLessThan(10);
      if (second === 8) {
        expect(lines).toEqual(["checking: patch, 120 of 402, 3 findings, about 3 min left"]);
      }
    }
  });

  test("not a line for each check, and no character that moves the cursor", () => {
    progress.phase("checking");
    for (let done = 0; done < 400; done += 1) progress.update({ ...state, done });
    vi.advanceTimersByTime(8000);
    expect(stream.text).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(printed()).toHaveLength(2);
  });

  test("the time left counts down, and is estimated where it is not given", () => {
    progress.phase("checking");
    progress.update({ ...state, leftMs: 60_000 });
    vi.advanceTimersByTime(8000);
    expect(printed().at(-1)).toMatch(/about 50 s left$/);
    progress.update({ ...state, leftMs: 1000 });
    vi.advanceTimersByTime(8000);
    expect(printed().at(-1)).toMatch(/a few seconds left$/);
    // 16 s for 100: 48 s for 300, of which 8 have passed.
    progress.update({ ...state, done: 100, total: 400 });
    vi.advanceTimersByTime(8000);
    expect(printed().at(-1)).toMatch(/about 40 s left$/);
  });

  test("an unknown time left is not shown", () => {
    progress.phase("checking");
    progress.update({ ...state, done: 1 });
    vi.advanceTimersByTime(8000);
    expect(printed().at(-1)).toBe("checking: patch, 1 of 402, 3 findings");
    for (const unknown of [Number.NaN, Number.POSITIVE_INFINITY]) {
      progress.update({ ...state, leftMs: unknown });
      vi.advanceTimersByTime(8000);
      expect(printed().at(-1)).toBe("checking: patch, 120 of 402, 3 findings");
    }
    progress.update({ ...state, done: 0 });
    vi.advanceTimersByTime(8000);
    expect(printed().at(-1)).toBe("checking: patch, 0 of 402, 3 findings");
    progress.update({ ...state, done: 1234, total: 0, findings: 1 });
    vi.advanceTimersByTime(8000);
    expect(printed().at(-1)).toBe("checking: patch, 1,234, 1 finding");
  });

  test("a phase does not affect the next one", () => {
    progress.update(state);
    progress.phase("checking");
    progress.update(state);
    progress.phase("cleaning up");
    printed();
    vi.advanceTimersByTime(8000);
    expect(printed()).toEqual(["cleaning up…"]);
  });

  test("a note is one line, whatever it contains", () => {
    progress.note("a\u001b[2Jb\r\nc\u202ed");
    expect(printed()).toEqual(["a⟨U+001B⟩[2Jb c⟨U+202E⟩d"]);
  });

  test("a closed reader is not an error, and gets no more output", () => {
    progress.phase("checking");
    stream.emit("error", new Error("EPIPE"));
    printed();
    progress.note("note");
    progress.stop();
    expect(stream.text).toBe("");
  });
});

test("quietly, only warnings are shown", () => {
  stream = Object.assign(new Stream(), { isTTY: true, columns: 80 });
  progress = startProgress(stream, { env: {}, now: () => performance.now() }, true);
  progress.phase("checking");
  progress.update(state);
  vi.advanceTimersByTime(60_000);
  progress.note("a note");
  expect(stream.text).toBe("");
  progress.warn("a\nwarning");
  progress.stop();
  expect(stream.text).toBe("a warning\n");
});

describe("on a terminal", () => {
  const erase = "\r\u001b[K";

  test("one live line is overwritten, and leaves nothing", () => {
    start({ isTTY: true, columns: 80 });
    progress.phase("checking");
    progress.update(state);
    vi.advanceTimersByTime(1080);
    progress.update({ ...state, done: 121 });
    expect(stream.text).not.toContain("\n");
    expect(stream.text.split("\r").at(-1)).toBe("checking: patch, 121 of 402, 3 findings\u001b[K");
    progress.stop();
    expect(stream.text.endsWith(erase)).toBe(true);
    expect(stream.text).not.toContain("\n");
  });

  test("it is drawn at most a dozen times a second, and once a second", () => {
    start({ isTTY: true, columns: 80 });
    progress.phase("checking");
    for (let done = 0; done < 100; done += 1) progress.update({ ...state, done });
    expect(stream.text.split("\r")).toHaveLength(2);
    vi.advanceTimersByTime(79);
    progress.update(state);
    expect(stream.text.split("\r")).toHaveLength(2);
    vi.advanceTimersByTime(1);
    progress.update(state);
    expect(stream.text.split("\r")).toHaveLength(3);
    vi.advanceTimersByTime(2000);
    expect(stream.text.split("\r")).toHaveLength(5);
  });

  test("a note is printed above it", () => {
    start({ isTTY: true, columns: 80 });
    progress.phase("checking");
    progress.note("a note");
    expect(stream.text).toBe(`\rchecking…\u001b[K${erase}a note\n\rchecking…\u001b[K`);
  });

  test("it is always narrower than the terminal", () => {
    start({ isTTY: true, columns: 20 });
    progress.phase("checking");
    vi.advanceTimersByTime(80);
    progress.update(state);
    expect(stream.text.split("\r").at(-1)).toBe("checking: patch, 12\u001b[K");
  });

  test.each<[string, { isTTY?: boolean; columns?: number }, Record<string, string>]>([
    ["of no columns", { isTTY: true, columns: 0 }, {}],
    ["of 19 columns", { isTTY: true, columns: 19 }, {}],
    ["of unknown columns", { isTTY: true }, {}],
    ["that is dumb", { isTTY: true, columns: 80 }, { TERM: "dumb" }],
    ["in CI", { isTTY: true, columns: 80 }, { CI: "true" }],
    ["that is not a terminal", { isTTY: false, columns: 80 }, {}],
  ])("lines are plain on one %s", (_, terminal, env) => {
    start(terminal, env);
    progress.phase("checking");
    vi.advanceTimersByTime(8000);
    expect(stream.text).toBe("checking…\nchecking…\n");
  });

  test.each(["", "false", "0"])("CI=%j is not CI", (CI) => {
    start({ isTTY: true, columns: 80 }, { CI, TERM: "xterm" });
    progress.phase("checking");
    expect(stream.text).toBe("\rchecking…\u001b[K");
  });

  test("one that becomes too narrow gets plain lines from then on", () => {
    start({ isTTY: true, columns: 80 });
    progress.phase("checking");
    stream.text = "";
    stream.columns = 0;
    vi.advanceTimersByTime(8000);
    expect(printed().map((line) => line.replace(erase, ""))).toContain("checking…");
  });
});

/** Runs a command on a terminal of so many columns; sends SIGTERM when it has printed a text. */
const onTerminal = `
import fcntl, os, pty, signal, struct, sys, termios, time
columns, until, *command = sys.argv[1:]
pid, terminal = pty.fork()
if pid == 0:
    time.sleep(0.2)  # until the size is set
    os.execvp(command[0], command)
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, int(columns), 0, 0))
seen, told = b"", False
while True:
    try:
        part = os.read(terminal, 65536)
    except OSError:
        break
    if not part:
        break
    seen += part
    if len(seen) > 200000:
        os.kill(pid, signal.SIGKILL)
    if not told and until.encode() in seen:
        told = True
        os.kill(pid, signal.SIGTERM)
_, status = os.waitpid(pid, 0)
sys.stdout.buffer.write(seen)
sys.exit(128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status))
`;

describe("a real terminal", () => {
  beforeEach(() => {
    vi.useRealTimers();
    start();
  });

  test.each([0, 80])(
    "of %i columns: a run ends when it is asked to",
    async (columns) => {
      const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
      const cwd = mkdtempSync(join(tmpdir(), "scim-pty-"));
      const { CI: _, ...env } = process.env;
      const command = [process.execPath, main, "run", "--no-report"];
      const child = spawn("python3", ["-c", onTerminal, `${columns}`, "checking", ...command], {
        cwd,
        env: { ...env, TERM: "xterm" },
      });
      let seen = "";
      child.stdout.on("data", (data: Buffer) => {
        seen += data;
      });
      const deadline = setTimeout(() => child.kill("SIGKILL"), 100_000);
      const ended = await new Promise((end) => child.once("close", (code) => end(code)));
      clearTimeout(deadline);
      rmSync(cwd, { recursive: true, force: true });
      expect(seen).toContain("checking SCIM 1.1 and 2.0");
      expect(seen.length).toBeLessThan(20_000);
      if (columns === 0) expect(seen).not.toContain("\u001b[K");
      // Ended by the signal, or as a run ends that was stopped.
      expect([3, 128 + 15]).toContain(ended);
    },
    120_000,
  );
});
