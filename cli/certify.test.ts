import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documents } from "../commands/certify/documents.ts";
import { manifestName, manifestOf } from "../commands/certify/manifest.ts";
import { packageNames } from "../commands/certify/package-files.ts";
import { readArchive } from "../commands/certify/read-archive.ts";
import { sha256 } from "../commands/certify/sha256.ts";
import { startMock } from "../mock/index.ts";
import { type Certification, type Results, violations } from "../schemas/index.ts";
import type { Said } from "../testing/commands/built-command.ts";
import { WarmCommand } from "../testing/commands/warm-command.ts";
import { completeRunFolder, sampleProduct } from "../testing/runs/certified-run.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-certify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const warm = new WarmCommand();
afterAll(() => warm.close());
const cli = (...args: readonly string[]) =>
  warm.run(args, {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1", SLACK_SCIM_TOKEN: "xoxp-mock-admin" },
  });
const lines = (commands: readonly (readonly string[])[]) =>
  Promise.all(commands.map((command) => cli(...command)));

const text = (...path: string[]) => readFileSync(join(folder, ...path), "utf8");
const certificationIn = (name: string): Certification =>
  JSON.parse(text(name, "certification", "certification.json"));
const filesIn = (name: string) =>
  readdirSync(join(folder, name, "certification"))
    .sort()
    .map((file) => [file, sha256(readFileSync(join(folder, name, "certification", file)))]);
const zipIn = (name: string) => {
  const [zip = ""] = readdirSync(join(folder, name, "certification")).filter((one) =>
    one.endsWith(".zip"),
  );
  return join(folder, name, "certification", zip);
};

/** Runs both versions of an organisation with a planted fault. */
async function faultyRun(): Promise<Said> {
  const mock = await startMock({ faults: ["user-create-answers-200"], rateLimits: "off" });
  try {
    const urls = ["--v1", `${mock.url}/scim/v1`, "--v2", `${mock.url}/scim/v2`];
    return await cli(
      "run",
      ...urls,
      "--cases",
      "3",
      "--seed",
      "5",
      "--out",
      "faulty",
      "--no-report",
    );
  } finally {
    await mock.close();
  }
}

beforeAll(async () => {
  writeFileSync(join(folder, "product.json"), JSON.stringify(sampleProduct));
  // One after the other: each uses all cores.
  const codes = [
    (await cli("run", "--cases", "20", "--seed", "5", "--out", "mock", "--no-report")).code,
    (await faultyRun()).code,
    (await cli("run", "--cases", "20", "--area", "discovery", "--out", "area", "--no-report")).code,
  ];
  expect(codes).toEqual([0, 1, 0]);
  cpSync(await completeRunFolder(), join(folder, "complete"), { recursive: true });
}, 400_000);

const certify = (...args: string[]) => cli("certify", ...args, "--product", "product.json");

describe("the embedded organisation", () => {
  let said: Said;
  let first: string[][];
  beforeAll(async () => {
    said = await certify("mock");
    first = filesIn("mock");
  });

  test("gives a specimen: exit 0", () => {
    expect(said.code, said.stderr).toBe(0);
    expect(said.stdout).toMatch(/^SPECIMEN: /);
    expect(said.stdout).toContain("7.3.1: conformant with declared deviations (slack-both)");
    const certification = certificationIn("mock");
    expect(violations("suite/certification", certification)).toEqual([]);
    expect(certification).toMatchObject({
      specimen: true,
      class: "slack-both",
      product: sampleProduct,
      numbers: { mandatory: { failed: 0, untested: 0 } },
      run: { emailDomain: "scim-conformance.example", versions: ["1.1", "2.0"] },
      failures: [],
    });
    expect(certification.deviations.length).toBeGreaterThan(20);
    for (const { fact, sentence } of certification.deviations) {
      expect(fact.sources.length, fact.id).toBeGreaterThan(0);
      expect(sentence).toMatch(/^\S.*\.$/s);
    }
    for (const page of ["certificate.html", "declaration.md"]) {
      expect(text("mock", "certification", page)).toContain("SPECIMEN");
    }
  });

  test("has a manifest of all files, and a package named after the product", () => {
    const names = first.map(([name = ""]) => name);
    const date = certificationIn("mock").date;
    const zip = `Acme-Identity-GmbH-Acme-Directory-7.3.1-slack-both-${date}.zip`;
    expect(names).toEqual(
      [
        ...[
          ".slack-scim-conformance.json",
          "MANIFEST.sha256",
          "catalogue.json",
          "certificate.html",
        ],
        ...["certification.json", "coverage.json", "ctrf.json", "declaration.md", "earl.jsonld"],
        ...["exchanges.jsonl", "junit.xml", "results.json", "statement.intoto.json", zip],
      ].sort(),
    );
    const manifest = text("mock", "certification", "MANIFEST.sha256").trim().split("\n");
    expect(manifest).toHaveLength(names.length - 3);
    for (const line of manifest) {
      const [digest, name = ""] = line.split("  ");
      expect(sha256(text("mock", "certification", name)), name).toBe(digest);
    }
    expect(said.stdout).toContain(sha256(readFileSync(zipIn("mock"))));
  });

  test("made twice, it is the same byte for byte", async () => {
    expect((await certify("mock")).code).toBe(0);
    expect(filesIn("mock")).toEqual(first);
  });

  test("a class of one version takes its rules alone", async () => {
    cpSync(join(folder, "mock"), join(folder, "one"), { recursive: true });
    expect((await certify("one", "--class", "slack-2.0")).code).toBe(0);
    const certification = certificationIn("one");
    expect(certification.numbers).not.toHaveProperty("differences");
    expect(new Set(certification.deviations.map(({ version }) => version))).toEqual(
      new Set(["2.0"]),
    );
    // The package of the other class was replaced.
    expect(filesIn("one").filter(([name]) => name?.endsWith(".zip"))).toHaveLength(1);
  });
});

test("a server that has all features of the standard is conformant, and its package verifies", async () => {
  const { code, stdout, stderr } = await certify("complete");
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).toContain("7.3.1: conformant (rfc-2.0)");
  expect(stdout).not.toContain("SPECIMEN");
  const digest = sha256(readFileSync(zipIn("complete")));
  const [verified, wrong] = await lines([
    ["certify", "--verify", zipIn("complete"), "--sha256", digest],
    ["certify", "--verify", zipIn("complete"), "--sha256", "0".repeat(64)],
  ]);
  expect(verified).toMatchObject({ code: 0, stderr: "" });
  expect(verified?.stdout).toMatch(/^OK: Acme .* conformant \(rfc-2\.0, \d{4}-\d\d-\d\d\)\n/);
  expect(verified?.stdout).toContain("cannot prove who made it");
  expect(wrong).toMatchObject({ code: 3 });
  expect(wrong?.stdout).toMatch(/^differs: the ZIP file has the SHA-256 [0-9a-f]{64}.*\n$/);
});

test("one planted fault: not conformant, with rule and exchange, whatever a baseline covers", async () => {
  const results: Results = JSON.parse(text("faulty", "results.json"));
  const broken = results.checks.filter(({ verdict }) => verdict === "fail");
  expect(broken.length).toBeGreaterThan(0);
  for (const one of broken) one.known = { status: "accepted", reason: "mended in 7.4" };
  writeFileSync(join(folder, "faulty", "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  const { code, stdout } = await certify("faulty");
  expect(code).toBe(1);
  expect(stdout).toMatch(/^SPECIMEN: /);
  expect(stdout).toContain("7.3.1: not conformant (slack-both)");
  expect(stdout).toMatch(/^fail {2}SCIM20-7644-3\.3-04 \[2\.0\] .*\(exchanges: 2\.0\/\d+/m);
  const { suppressed, failures } = certificationIn("faulty");
  expect(suppressed.map(({ id }) => id)).toEqual(broken.map(({ id }) => id));
  expect(suppressed[0]).toMatchObject({ mandatory: true, reason: "mended in 7.4" });
  expect(failures.map(({ id }) => id)).toEqual(expect.arrayContaining(broken.map(({ id }) => id)));
});

test("a package that hides what a baseline covered does not verify", async () => {
  const files = new Map(readArchive(readFileSync(zipIn("faulty")), packageNames));
  const results: Results = JSON.parse(files.get("results.json") ?? "");
  const certification = certificationIn("faulty");
  const hiding: Certification = {
    ...certification,
    level: "conformant with declared deviations",
    failures: [],
  };
  for (const [name, of] of Object.entries(documents)) files.set(name, of(hiding, results));
  files.delete(manifestName);
  files.set(manifestName, manifestOf(files));
  const entries = [...files]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, content]) => [name, new TextEncoder().encode(content)]);
  const zip = join(folder, "hiding.zip");
  writeFileSync(
    zip,
    zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(1980, 0, 1), os: 0 }),
  );
  const [genuine, forged] = await lines([
    ["certify", "--verify", zipIn("faulty")],
    ["certify", "--verify", zip],
  ]);
  expect(genuine).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^OK: .* not conformant/),
  });
  expect(forged).toMatchObject({
    code: 3,
    stdout: "differs: certification.json: does not follow from the run: level, failures\n",
  });
});

describe("a run that cannot be certified is refused: exit 1, what to do, and nothing is written", () => {
  const copy = (name: string, change: (results: Results) => void) => {
    cpSync(join(folder, "complete"), join(folder, name), {
      recursive: true,
      filter: (path) => !path.includes("certification"),
    });
    const results: Results = JSON.parse(text(name, "results.json"));
    change(results);
    writeFileSync(join(folder, name, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  };
  const cases: [name: string, change: (results: Results) => void, says: RegExp][] = [
    ["shard", (r) => Object.assign(r, { shard: { index: 1, count: 2 } }), /shard 1 of 2.*merge/],
    [
      "partial",
      (r) => Object.assign(r, { partial: { count: 3, missing: [2] } }),
      /shard 2 of 3 is missing.*without --partial/,
    ],
    [
      "stopped",
      (r) => Object.assign(r, { stopped: { at: r.startedAt, why: "interrupted by SIGINT" } }),
      /stopped: interrupted by SIGINT: run again/,
    ],
    ["errors", (r) => Object.assign(r.summary, { error: 2 }), /2 checks ended with an error: run/],
    ["cases", (r) => Object.assign(r, { cases: 2 }), /2 cases .*--cases 3 or more/],
    ["embedded", (r) => Object.assign(r, { embedded: true }), /3 cases .*--cases 20 or more/],
    [
      "verdict",
      (r) =>
        Object.assign(r.checks.find(({ verdict }) => verdict === "pass") ?? {}, {
          verdict: "warn",
        }),
      /verdict warn, but what was observed gives pass: run again/,
    ],
    ["invalid", (r) => Object.assign(r, { checks: undefined }), /results\.json: .*checks/],
  ];
  let said: Said[];
  beforeAll(async () => {
    for (const [name, change] of cases) copy(name, change);
    for (const name of ["address", "removed", "lost"]) copy(name, () => undefined);
    const [first = "", second = "", ...others] = text("address", "exchanges.jsonl").split("\n");
    const added = second.replace(/"request":\{/, '"request":{"body":"jane.doe@corp.com",');
    writeFileSync(join(folder, "address", "exchanges.jsonl"), [first, added, ...others].join("\n"));
    writeFileSync(join(folder, "removed", "exchanges.jsonl"), [first, ...others].join("\n"));
    rmSync(join(folder, "lost", "exchanges.jsonl"));
    const names = [...cases.map(([name]) => name), "address", "removed", "lost", "area"];
    said = await lines(names.map((name) => ["certify", name, "--product", "product.json"]));
  });

  const all: [name: string, says: RegExp][] = [
    ...cases.map(([name, , says]): [string, RegExp] => [name, says]),
    ["address", /exchanges\.jsonl.*: run again/],
    ["removed", /exchanges\.jsonl: (lacks|not all and only)/],
    ["lost", /exchanges\.jsonl is missing: run again/],
    ["area", /a selection of rules: run without --area/],
  ];
  test.each(all)("%s", (name, says) => {
    const { code, stdout, stderr } = said[all.findIndex(([one]) => one === name)] ?? {};
    expect(stderr).toMatch(says);
    expect(stdout).toBe("");
    expect(code).toBe(1);
    expect(existsSync(join(folder, name, "certification"))).toBe(false);
  });
});

describe("wrong use: exit 2, one line", () => {
  const product = (name: string, json: unknown) => {
    writeFileSync(join(folder, name), JSON.stringify(json));
    return name;
  };
  const { version: _, ...unversioned } = sampleProduct;
  const wrong: [what: string, args: () => string[], code: number, says: RegExp][] = [
    ["no folder", () => ["--product", "product.json"], 2, /needs the folder/],
    ["no product", () => ["complete"], 2, /--product FILE is missing/],
    [
      "no product version",
      () => ["complete", "--product", product("a.json", unversioned)],
      1,
      /a\.json: no product version: add the version/,
    ],
    [
      "an unknown member of the product",
      () => ["complete", "--product", product("b.json", { ...sampleProduct, licence: 1 })],
      2,
      /b\.json.*licence/,
    ],
    [
      "a product with a line break",
      () => ["complete", "--product", product("c.json", { ...sampleProduct, product: "a\nb" })],
      2,
      /c\.json.*product/,
    ],
    [
      "two folders",
      () => ["complete", "mock", "--product", "product.json"],
      2,
      /one folder.*merge/,
    ],
    [
      "a folder that does not exist",
      () => ["gone", "--product", "product.json"],
      2,
      /gone: no such/,
    ],
    [
      "a class of clients",
      () => ["complete", "--product", "product.json", "--class", "client"],
      2,
      /cannot be certified yet/,
    ],
    [
      "an unknown class",
      () => ["complete", "--product", "product.json", "--class", "gold"],
      2,
      /gold.*slack-2\.0, slack-both, rfc-2\.0, rfc-1\.1/,
    ],
    [
      "a class of another profile",
      () => ["complete", "--product", "product.json", "--class", "slack-2.0"],
      2,
      /slack-2\.0: takes a run of profile slack/,
    ],
    ["a ZIP file that does not exist", () => ["--verify", "gone.zip"], 2, /gone\.zip.*ENOENT/],
    ["no SHA-256", () => ["--verify", "gone.zip", "--sha256", "abc"], 2, /--sha256 abc: not 64/],
    ["a SHA-256 alone", () => ["complete", "--sha256", "0".repeat(64)], 2, /--verify/],
    ["a folder to verify", () => ["complete", "--verify", "gone.zip"], 2, /one ZIP file/],
    [
      "results of 0.1.0",
      () => {
        cpSync(join(folder, "complete"), join(folder, "old"), { recursive: true });
        const { resultsVersion: __, ...old } = JSON.parse(text("old", "results.json"));
        writeFileSync(join(folder, "old", "results.json"), JSON.stringify(old));
        return ["old", "--product", "product.json"];
      },
      2,
      /made by 0\.1\.0; run again/,
    ],
  ];
  let said: Said[];
  beforeAll(async () => {
    said = await lines(wrong.map(([, args]) => ["certify", ...args()]));
  });
  test.each(wrong)("%s", (what, _, exit, says) => {
    const { code, stdout, stderr } = said[wrong.findIndex(([one]) => one === what)] ?? {};
    expect(stderr).toMatch(says);
    expect(stderr?.trim().split("\n")).toHaveLength(1);
    expect(stdout).toBe("");
    expect(code).toBe(exit);
  });
});

test("a folder of another command beside the run is not touched", async () => {
  cpSync(join(folder, "complete"), join(folder, "foreign"), { recursive: true });
  rmSync(join(folder, "foreign", "certification"), { recursive: true, force: true });
  cpSync(join(folder, "product.json"), join(folder, "foreign", "certification", "mine.json"));
  const { code, stderr } = await certify("foreign");
  expect(stderr).toMatch(/certification: .*not an output folder/);
  expect(code).toBe(2);
  expect(readdirSync(join(folder, "foreign", "certification"))).toEqual(["mine.json"]);
});
