import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sampleResults } from "../../testing/runs/sample-run.ts";
import { abandonFolder, checkRunFolder, claimFolder, clearFolder } from "./claim.ts";
import { OutputError } from "./output-error.ts";

vi.mock("node:os", async (original) => {
  const os = await original<typeof import("node:os")>();
  return { ...os, homedir: vi.fn(os.homedir) };
});

const root = realpathSync(mkdtempSync(join(tmpdir(), "scim-claim-")));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const markName = ".slack-scim-conformance.json";
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, "case-"));
});

/** Puts files (text) and folders (null) into the folder of the case. */
function fill(contents: Readonly<Record<string, string | null>>, into = folder): void {
  for (const [name, text] of Object.entries(contents)) {
    const path = join(into, name);
    if (text === null) mkdirSync(path, { recursive: true });
    else writeFileSync(path, text);
  }
}

const mark = (command: unknown, format: unknown = 1) => JSON.stringify({ format, command });
const results = JSON.stringify(sampleResults([]));

/** All that stands below a folder. */
const tree = (path: string) =>
  readdirSync(path, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => {
      const at = join(path, name);
      return [name, lstatSync(at).isFile() ? readFileSync(at, "utf8") : null] as const;
    });

/** Checks that a folder is rejected with this one line, and that nothing is changed. */
function rejected(says: RegExp, path = folder, command: "run" | "compare" = "run"): void {
  const before = tree(root);
  let message = "";
  try {
    claimFolder(path, command);
  } catch (error) {
    expect(error).toBeInstanceOf(OutputError);
    if (error instanceof Error) message = error.message;
  }
  expect(message).toMatch(says);
  expect(message).not.toContain("\n");
  expect(tree(root)).toEqual(before);
}

describe("a folder that may be used", () => {
  test("one that is not there, with the folders around it", () => {
    const claimed = claimFolder(join(folder, "a", "b"), "run");
    expect(claimed).toEqual({
      directory: join(folder, "a", "b"),
      command: "run",
      created: [join(folder, "a"), join(folder, "a", "b")],
      wasEmpty: true,
    });
    expect(JSON.parse(readFileSync(join(folder, "a", "b", markName), "utf8"))).toEqual({
      format: 1,
      command: "run",
    });
    expect(readdirSync(join(folder, "a", "b"))).toEqual([markName]);
  });

  test("an empty one", () => {
    expect(claimFolder(folder, "compare")).toMatchObject({ created: [], wasEmpty: true });
    expect(JSON.parse(readFileSync(join(folder, markName), "utf8"))).toEqual({
      format: 1,
      command: "compare",
    });
  });

  test("one in which a killed process left only what says whose it is", () => {
    fill({
      ".slack-scim-conformance.lock": "",
      [`.slack-scim-conformance.${crypto.randomUUID()}.tmp`]: "",
    });
    expect(claimFolder(folder, "run").wasEmpty).toBe(true);
  });

  test("one with the mark of the command, whatever else it holds", () => {
    fill({ [markName]: mark("run"), "notes.txt": "mine", "results.json": "{", report: null });
    const before = tree(folder);
    expect(claimFolder(folder, "run")).toMatchObject({ created: [], wasEmpty: false });
    expect(tree(folder)).toEqual(before);
  });

  test("one of version 0.1.0, which is marked", () => {
    fill({ "results.json": results, "journal.jsonl": "", report: null, history: null });
    expect(claimFolder(folder, "run").wasEmpty).toBe(false);
    expect(JSON.parse(readFileSync(join(folder, markName), "utf8")).command).toBe("run");
  });

  test("one that is reached through a link", () => {
    fill({ real: null });
    symlinkSync(join(folder, "real"), join(folder, "link"));
    claimFolder(join(folder, "link", "out"), "run");
    expect(readdirSync(join(folder, "real", "out"))).toEqual([markName]);
  });
});

describe("a folder that is rejected and left unchanged", () => {
  const foreign = /is not empty and not an output folder of this tool; choose another folder$/;

  test.each<[string, Record<string, string | null>, RegExp]>([
    ["a project", { ".git": null, "package.json": "{}" }, foreign],
    ["one hidden file", { ".env": "SECRET=1" }, foreign],
    [
      "results, and something that 0.1.0 did not write",
      { "results.json": results, "a.txt": "" },
      foreign,
    ],
    ["names of 0.1.0 without results", { "journal.jsonl": "", report: null }, foreign],
    [
      "results that are not valid",
      { "results.json": `{"tool":"slack-scim-conformance"}` },
      foreign,
    ],
    [
      "results of another tool",
      { "results.json": results.replace("slack-scim", "other") },
      foreign,
    ],
    [
      "names of 0.1.0 that are of another kind",
      { "results.json": results, "coverage.json": null },
      foreign,
    ],
    ["a name that every object has", { "results.json": results, constructor: "" }, foreign],
    [
      "the mark of another command",
      { [markName]: mark("compare") },
      /contains the output of "compare", not of "run"/,
    ],
    ["a newer mark", { [markName]: mark("run", 2) }, /newer version/],
    [
      "a mark that is not JSON",
      { [markName]: "{" },
      /\.slack-scim-conformance\.json: is not a valid mark/,
    ],
    ["a mark without a command", { [markName]: `{"format":1}` }, /is not a valid mark/],
    ["a mark of format 0", { [markName]: mark("run", 0) }, /is not a valid mark/],
    ["a mark whose format is a text", { [markName]: mark("run", "2") }, /is not a valid mark/],
    ["a mark that is null", { [markName]: "null" }, /is not a valid mark/],
    ["a mark that is a folder", { [markName]: null }, /is a link or was not written by this tool/],
    [
      "a folder with the name of a file",
      { [markName]: mark("run"), "results.json": null },
      /results\.json: is a link or was not written/,
    ],
    [
      "a file with the name of a folder",
      { [markName]: mark("run"), report: "mine" },
      /report: is a link or was not written/,
    ],
  ])("%s", (_, contents, says) => {
    fill(contents);
    rejected(says);
  });

  test("what compare wrote without a mark: only a run's results say whose they are", () => {
    fill({ "results.json": results });
    rejected(foreign, folder, "compare");
  });

  test.each(["results.json", "report", "history", "journal.jsonl", markName])(
    "%s is a link: what is behind it is not ours",
    (name) => {
      const elsewhere = mkdtempSync(join(root, "elsewhere-"));
      fill({ kept: "", "results.json": mark("run") }, elsewhere);
      if (name !== markName) fill({ [markName]: mark("run") });
      const isFolder = name === "report" || name === "history";
      symlinkSync(isFolder ? elsewhere : join(elsewhere, "results.json"), join(folder, name));
      rejected(/is a link/);
    },
  );

  test("a link to a folder, with a slash at its end too", () => {
    fill({ real: null });
    symlinkSync(join(folder, "real"), join(folder, "link"));
    rejected(/link: is a link; give the folder itself/, join(folder, "link"));
    rejected(/link: is a link/, `${join(folder, "link")}/`);
    symlinkSync(join(folder, "nowhere"), join(folder, "dangling"));
    rejected(/dangling: is a link/, join(folder, "dangling"));
  });

  test("a file, a device, and what is in them", () => {
    fill({ file: "mine" });
    rejected(/file: is not a folder/, join(folder, "file"));
    rejected(/cannot be used \(ENOTDIR\)/, join(folder, "file", "out"));
    rejected(/null: is not a folder/, "/dev/null");
  });

  test("an impossible path", () => {
    rejected(/name of the output folder is empty/, "");
    rejected(/cannot contain NUL/, `${folder}/a\0b`);
    rejected(/cannot be (created|used) \(ENAMETOOLONG\)/, join(folder, "x", "y".repeat(300)));
    rejected(/root of the file system/, "/");
    rejected(/inside a \.git folder/, join(folder, ".git", "out"));
    rejected(/inside a \.git folder/, join(folder, ".GIT"));
  });

  test("the home folder, even if it is empty or has another name", () => {
    vi.mocked(homedir).mockReturnValue(folder);
    const link = join(root, "home-link");
    symlinkSync(folder, link);
    try {
      rejected(/is your home folder/);
      vi.mocked(homedir).mockReturnValue(link);
      rejected(/is your home folder/);
    } finally {
      vi.mocked(homedir).mockReset();
      rmSync(link);
    }
    expect(() => claimFolder(join(folder, "out"), "run")).not.toThrow();
  });

  test("the working folder and the one around it, where they hold something", () => {
    fill({ inner: null, "package.json": "{}" });
    const before = process.cwd();
    process.chdir(join(folder, "inner"));
    try {
      rejected(foreign, "..");
      fill({ "inner/file": "" });
      rejected(foreign, ".");
      rejected(foreign, "./");
    } finally {
      process.chdir(before);
    }
  });

  test("a path with a line break in its name is one line", () => {
    fill({ "a\nb": "mine" });
    rejected(/a⟨U\+000A⟩b: is not a folder/, join(folder, "a\nb"));
  });

  test("a place where no folder can be created: nothing of it is left", () => {
    rejected(/cannot be (created|used) \(E[A-Z]+\)/, "/proc/self/no/such/folder");
  });
});

describe("without permission", () => {
  afterEach(() => chmodSync(folder, 0o755));

  /** Does something as a user who may not do everything. */
  function unprivileged(action: () => void): void {
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      action();
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  }

  test("a folder that cannot be read, or not be written, is rejected", () => {
    chmodSync(root, 0o755);
    chmodSync(folder, 0o000);
    unprivileged(() =>
      expect(() => claimFolder(folder, "run")).toThrow(/cannot be read \(EACCES\)/),
    );
    chmodSync(folder, 0o555);
    unprivileged(() => {
      expect(() => claimFolder(folder, "run")).toThrow(/cannot be written \(EACCES\)/);
      expect(() => claimFolder(join(folder, "x"), "run")).toThrow(/cannot be created \(EACCES\)/);
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("an earlier run's output", () => {
  const outside = () => mkdtempSync(join(root, "outside-"));

  test("is removed by name, but for the history and what is not ours, which is named", () => {
    const elsewhere = outside();
    fill({ kept: "mine" }, elsewhere);
    fill({
      [markName]: mark("run"),
      "results.json": results,
      "differences.md": "",
      "coverage.json": "[]",
      "exchanges.jsonl": "",
      "journal.jsonl": "",
      "allure-results": null,
      "allure-results/deep": null,
      report: null,
      history: null,
      "history/a.jsonl": "{}",
      "notes.txt": "mine",
      ".env": "mine",
      mine: null,
      "comparison.json": "another command's",
    });
    symlinkSync(elsewhere, join(folder, "report", "link"));
    symlinkSync(elsewhere, join(folder, "my-link"));
    const strangers = clearFolder(claimFolder(folder, "run"));
    expect(strangers.sort()).toEqual([".env", "comparison.json", "mine", "my-link", "notes.txt"]);
    expect(readdirSync(folder).sort()).toEqual([markName, "history", ...strangers].sort());
    expect(readdirSync(join(folder, "history"))).toEqual(["a.jsonl"]);
    expect(readdirSync(elsewhere)).toEqual(["kept"]);
  });

  test("of a comparison is removed by its names", () => {
    const own = ["comparison.json", "findings.jsonl", "state.json", "state.json.new"];
    fill({ [markName]: mark("compare"), "results.json": "another command's" });
    fill(Object.fromEntries(own.map((name) => [name, ""])));
    expect(clearFolder(claimFolder(folder, "compare"))).toEqual(["results.json"]);
    expect(readdirSync(folder).sort()).toEqual([markName, "results.json"]);
  });

  test("is not removed where a link was put since the folder was claimed", () => {
    const elsewhere = outside();
    fill({ kept: "" }, elsewhere);
    fill({ [markName]: mark("run"), "results.json": results });
    const claimed = claimFolder(folder, "run");
    symlinkSync(elsewhere, join(folder, "report"));
    expect(() => clearFolder(claimed)).toThrow(/report: is a link/);
    expect(existsSync(join(folder, "results.json"))).toBe(true);
    expect(readdirSync(elsewhere)).toEqual(["kept"]);
  });
});

describe("a folder in which nothing was written", () => {
  test("is as it was: what was created is removed, an empty one is empty", () => {
    abandonFolder(claimFolder(join(folder, "a", "b"), "run"));
    expect(readdirSync(folder)).toEqual([]);
    abandonFolder(claimFolder(folder, "run"));
    expect(readdirSync(folder)).toEqual([]);
  });

  test("stays where something was written, or stood there before", () => {
    const claimed = claimFolder(join(folder, "a"), "run");
    fill({ "results.json": "" }, claimed.directory);
    abandonFolder(claimed);
    expect(readdirSync(claimed.directory).sort()).toEqual([markName, "results.json"]);
    fill({ own: null });
    fill({ [markName]: mark("run") }, join(folder, "own"));
    abandonFolder(claimFolder(join(folder, "own"), "run"));
    expect(readdirSync(join(folder, "own"))).toEqual([markName]);
  });

  test("keeps the folders around it that hold something by now", () => {
    const claimed = claimFolder(join(folder, "a", "b"), "run");
    fill({ "a/mine": "" });
    abandonFolder(claimed);
    expect(readdirSync(join(folder, "a"))).toEqual(["mine"]);
  });
});

describe("the folder of a finished run", () => {
  test("is one with a run's mark, or one of 0.1.0; nothing is written into it", () => {
    fill({ "results.json": results });
    checkRunFolder(folder);
    expect(readdirSync(folder)).toEqual(["results.json"]);
    fill({ "notes.txt": "" });
    expect(() => checkRunFolder(folder)).toThrow(/not an output folder of this tool/);
    fill({ [markName]: mark("run") });
    checkRunFolder(folder);
    fill({ [markName]: mark("compare") });
    expect(() => checkRunFolder(folder)).toThrow(/contains the output of "compare"/);
    expect(() => checkRunFolder(join(folder, "none"))).toThrow(/cannot be read \(ENOENT\)/);
  });
});
