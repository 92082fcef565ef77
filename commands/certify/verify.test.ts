import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installedSuite } from "../../cli/certify-suite.ts";
import { DigestOfAll, digestOf } from "../../client/transport/digest.ts";
import { archiveOf } from "../../reports/archive.ts";
import { summarize } from "../../reports/results.ts";
import type { Exchange, Results } from "../../schemas/index.ts";
import {
  completeRun,
  completeRunFolder,
  sampleProduct,
  textsOf,
} from "../../testing/runs/certified-run.ts";
import { manifestName, manifestOf } from "./manifest.ts";
import { packageFiles, redactedFiles } from "./package-files.ts";
import { type RunRecord, type RunTexts, readRecord } from "./run-record.ts";
import { sha256 } from "./sha256.ts";
import { verifyPackage } from "./verify.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-verify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const suite = installedSuite();
const mtime = new Date(1980, 0, 1);

/** A ZIP file that is as it should be but for the level of compression, which is compared last. */
const zipped = (files: ReadonlyMap<string, string>) =>
  zipSync(
    Object.fromEntries(
      [...files]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, text]) => [name, new TextEncoder().encode(text)]),
    ),
    { level: 1, mtime, os: 0 },
  );

let texts: RunTexts;
let other: RunTexts;
beforeAll(async () => {
  const complete = await completeRunFolder();
  const { code, stderr } = await completeRun(folder, "other", "--area", "discovery");
  expect(code, stderr).toBe(0);
  texts = textsOf(complete);
  other = textsOf(join(folder, "other"));
  genuine = packageFiles(recordOf(texts), sampleProduct, "rfc-2.0", suite).files;
  archive = packed();
}, 300_000);

function recordOf(of: RunTexts): RunRecord {
  const record = readRecord(of);
  if (Array.isArray(record)) throw new Error(record.map(({ what }) => what).join("; "));
  return record;
}

/** The files of the genuine package, and its bytes. */
let genuine: ReadonlyMap<string, string>;
let archive: Uint8Array;
const packed = () => {
  const texts = redactedFiles(genuine);
  if (!texts) throw new Error("a file holds a secret");
  return archiveOf(texts);
};

const linesOf = (zip: Uint8Array, expected?: string) => {
  const verified = verifyPackage(zip, suite, expected);
  return "differs" in verified ? verified.differs : ["OK", verified.certification.level];
};

/** What an adversary does who has this tool: alters the run, and makes all of the package again. */
interface Alteration {
  results?: (results: Results) => void;
  exchanges?: (exchanges: Exchange[]) => Exchange[];
}

/** A run with an alteration; digests of exchanges are made again. */
function alteredTexts({ results: alter, exchanges: exchange }: Alteration): RunTexts {
  const results: Results = JSON.parse(texts["results.json"]);
  alter?.(results);
  const before: Exchange[] = texts["exchanges.jsonl"]
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const after = (exchange?.(before) ?? before).map((one) => ({ ...one, sha256: digestOf(one) }));
  return {
    ...texts,
    "results.json": `${JSON.stringify(results, null, 2)}\n`,
    "exchanges.jsonl": after.map((one) => `${JSON.stringify(one)}\n`).join(""),
  };
}

/** The package that follows from such a run, with its manifest. */
function forged(of: RunTexts): Uint8Array {
  return zipped(packageFiles(recordOf(of), sampleProduct, "rfc-2.0", suite).files);
}

/** A package with the files of another run, and its manifest: what they say is looked at first. */
function withTexts(of: RunTexts): Uint8Array {
  const files = new Map([...genuine, ...Object.entries(of)]);
  files.delete(manifestName);
  files.set(manifestName, manifestOf(files));
  return zipped(files);
}

/** A package in which only this text is another one, with the manifest made again. */
function withText(name: string, change: (text: string) => string): Uint8Array {
  const files = new Map(genuine);
  files.set(name, change(files.get(name) ?? ""));
  files.delete(manifestName);
  files.set(manifestName, manifestOf(files));
  return zipped(files);
}

const check = (results: Results, wanted: (one: Results["checks"][number]) => boolean) => {
  const found = results.checks.find(wanted);
  if (!found) throw new Error("no such check");
  return found;
};

/** The first exchange that a check names. */
const named = () => {
  const { results } = recordOf(texts);
  return check(results, ({ exchanges }) => exchanges.length === 1).exchanges[0];
};

test("a package of a server that has all features is conformant, and verifies", () => {
  expect(linesOf(archive)).toEqual(["OK", "conformant"]);
  expect(linesOf(archive, sha256(archive).toUpperCase())).toEqual(["OK", "conformant"]);
});

test("another SHA-256 than the vendor gave is said", () => {
  expect(linesOf(archive, "0".repeat(64))).toEqual([
    expect.stringMatching(/SHA-256 [0-9a-f]{64}, not the given one/),
  ]);
});

test("the same run and product give the same bytes, a clock and a time zone do not matter", () => {
  const zone = process.env.TZ;
  try {
    process.env.TZ = "Asia/Tokyo";
    const first = sha256(packed());
    process.env.TZ = "America/Lima";
    expect([sha256(packed()), first]).toEqual([sha256(archive), sha256(archive)]);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

describe("refused, where all that follows from the alteration was made again:", () => {
  const alterations: [what: string, alteration: () => Alteration, says: RegExp][] = [
    [
      "an edited verdict",
      () => ({
        results: (results) => {
          const one = check(
            results,
            ({ verdict, level }) => verdict === "pass" && level === "MUST",
          );
          one.verdict = "fail";
          one.message = "status: expected 200, saw 500";
          results.summary = summarize(results.checks);
        },
      }),
      /^results\.json: SCIM20-\S+ \[2\.0\]: verdict fail, but what was observed gives pass$/,
    ],
    [
      "an edited observation",
      () => ({
        results: (results) => {
          const one = check(results, ({ id }) => id === "SCIM20-7644-3.3-04");
          one.observation = { ...one.observation, user: 200 };
        },
      }),
      /^results\.json: SCIM20-\S+ \[2\.0\]: verdict pass, but what was observed gives fail$/,
    ],
    [
      "a skip for what other rules test",
      () => ({
        results: (results) => {
          const one = check(results, ({ id }) => id === "SCIM20-7644-3.5.2-05");
          const text = "the provider does not support patch";
          one.verdict = "skip";
          one.message = text;
          one.reason = { code: "not-offered", text, feature: "patch" };
          delete one.observation;
          results.summary = summarize(results.checks);
        },
      }),
      /^results\.json: SCIM20-\S+ \[2\.0\]: tested, although .* because patch is not offered$/,
    ],
    [
      "a missing rule",
      () => ({
        results: (results) => {
          const at = results.checks.findIndex(({ id }) => id === "SCIM20-7644-3.3-04");
          results.checks.splice(at, 1);
          results.summary = summarize(results.checks);
        },
      }),
      /^results\.json: no result of SCIM20-7644-3\.3-04 \[2\.0\]$/,
    ],
    [
      "a removed exchange that a rule names",
      () => {
        const removed = named();
        return { exchanges: (all) => all.filter(({ id }) => id !== removed) };
      },
      /^exchanges\.jsonl: lacks 2\.0\/\d+, named by \S+ \[2\.0\]/,
    ],
    [
      "another response",
      () => ({
        exchanges: (all) =>
          all.map((one) =>
            one.response?.status === 404
              ? { ...one, response: { ...one.response, status: 400 } }
              : one,
          ),
      }),
      /^exchanges\.jsonl: not all and only the exchanges of this run$/,
    ],
    [
      "results of an older version of the suite",
      () => ({ results: (results) => Object.assign(results, { toolVersion: "0.1.4" }) }),
      /^results\.json: made by 0\.1\.4; run again$/,
    ],
    [
      "too few cases",
      () => ({ results: (results) => Object.assign(results, { cases: 2 }) }),
      /^results\.json: 2 cases for each property$/,
    ],
    [
      "the day of another year",
      () => ({
        results: (results) => Object.assign(results, { startedAt: "2025-01-01T00:00:00.000Z" }),
      }),
      /^results\.json: began at 2025-01-01\S+, but its exchanges are of another time$/,
    ],
    [
      "another number in the summary",
      () => ({
        results: (results) => {
          results.summary.pass += 1;
        },
      }),
      /^results\.json: summary is \{.*\}, counted \{.*\}$/,
    ],
  ];
  test.each(alterations)("%s", (_, alteration, says) => {
    const [line = "", ...more] = linesOf(forged(alteredTexts(alteration())));
    expect(line).toMatch(says);
    // A feature that is not offered concerns many rules.
    if (!says.source.includes("patch")) expect(more).toEqual([]);
  });

  test("the exchanges of another run", () => {
    const mixed = { ...texts, "exchanges.jsonl": other["exchanges.jsonl"] };
    const lines = linesOf(forged(mixed));
    expect(lines[0]).toMatch(/^exchanges\.jsonl: (lacks|not all and only)/);
  });

  /** An adversary who also makes the digest of all exchanges again. */
  const withBody = (body: string): RunTexts => {
    const changed = alteredTexts({
      exchanges: (all) =>
        all.map((one, at) =>
          at === 5 && one.response ? { ...one, response: { ...one.response, body } } : one,
        ),
    });
    const all = new DigestOfAll();
    for (const line of changed["exchanges.jsonl"].trim().split("\n")) {
      const { id, sha256: digest } = JSON.parse(line);
      all.add(id, digest);
    }
    const results: Results = JSON.parse(changed["results.json"]);
    results.requests.sha256 = all.end();
    return { ...changed, "results.json": `${JSON.stringify(results, null, 2)}\n` };
  };
  const address = "jane.doe@corp.com";
  const base64 = (text: string, url = false) =>
    Buffer.from(text).toString(url ? "base64url" : "base64");
  const bodies: [how: string, body: string, says: RegExp][] = [
    ["an added address", `{"mail":"${address}"}`, /an address at corp\.com/],
    ["an address in a reserved domain", '{"mail":"jane@people.example"}', /people\.example/],
    ["an address in percent-encoding", encodeURIComponent(address), /corp\.com/],
    ["an address in escapes of JSON", '{"mail":"jane\\u0040corp.com"}', /corp\.com/],
    ["an address in entities", "jane&#64;corp.com", /corp\.com/],
    ["an address in Base64", base64(`mail: ${address}, tel`), /corp\.com.*Base64/],
    ["an address in base64url", base64(`xmail: ${address}, tel`, true), /corp\.com.*Base64/],
    ["a short address in Base64", `{"note":"${base64("a@corp.com")}"}`, /corp\.com.*Base64/],
    ["a token of Slack", '{"token":"xoxp-17653672481-1987469832"}', /a token/],
    ["a token in Base64", base64("token=xoxb-17653672481-1987469832 "), /a token, in Base64/],
    ["a JSON Web Token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2ln", /a token/],
  ];
  test.each(bodies)("%s", (_, body, says) => {
    const lines = linesOf(withTexts(withBody(body)));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^exchanges\.jsonl: 2\.0\/\d+ has /);
    expect(lines[0]).toMatch(says);
  });

  test("a readable credential", () => {
    const changed = alteredTexts({
      exchanges: ([first, ...rest]) => {
        if (!first) throw new Error("no exchange");
        const headers = { ...first.request.headers, authorization: "Bearer a-token" };
        return [{ ...first, request: { ...first.request, headers } }, ...rest];
      },
    });
    const all = new DigestOfAll();
    for (const line of changed["exchanges.jsonl"].trim().split("\n")) {
      const { id, sha256: digest } = JSON.parse(line);
      all.add(id, digest);
    }
    const results: Results = JSON.parse(changed["results.json"]);
    results.requests.sha256 = all.end();
    const text = `${JSON.stringify(results, null, 2)}\n`;
    expect(linesOf(withTexts({ ...changed, "results.json": text }))).toEqual([
      expect.stringMatching(/has a readable credential in the header authorization$/),
    ]);
  });
});

describe("refused, where only the manifest was made again:", () => {
  const changes: [what: string, name: string, change: (text: string) => string, says: RegExp][] = [
    [
      "a better level",
      "certification.json",
      (text) =>
        text.replace('"level": "conformant"', '"level": "conformant with declared deviations"'),
      /^certification\.json: does not follow from the run: level$/,
    ],
    [
      "another certificate",
      "certificate.html",
      (text) => text.replace(/<\/body>/, "<p>Best of all</p></body>"),
      /^certificate\.html: does not follow from the run$/,
    ],
    ["another declaration", "declaration.md", (text) => `${text}\nyes\n`, /^declaration\.md: does/],
    ["another JUnit file", "junit.xml", (text) => `${text} `, /^junit\.xml: does not follow/],
    ["another coverage", "coverage.json", (text) => `${text} `, /^certification|^coverage\.json/],
    [
      "expectations that pass",
      "catalogue.json",
      (text) => text.replace('"user": 201', '"user": 200'),
      /^catalogue\.json: not that of version/,
    ],
    [
      "a member twice",
      "exchanges.jsonl",
      (text) => text.replace('{"id":', '{"id":"jane.doe@corp.com","id":'),
      /^exchanges\.jsonl:1: not written as a run writes it$/,
    ],
    [
      "a file that is not JSON",
      "results.json",
      (text) => text.slice(1),
      /^results\.json: not JSON$/,
    ],
  ];
  test.each(changes)("%s", (_, name, change, says) => {
    const lines = linesOf(withText(name, change));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(says);
  });
});

describe("refused as an archive:", () => {
  test("an altered manifest, and a file that it does not have", () => {
    const files = new Map(genuine);
    files.set(manifestName, `${files.get(manifestName)}${"0".repeat(64)}  more.json\n`);
    expect(linesOf(zipped(files))).toEqual([
      `${manifestName}: does not list all files and no others`,
    ]);
    files.set(manifestName, (genuine.get(manifestName) ?? "").replace(/^[0-9a-f]{8}/m, "00000000"));
    expect(linesOf(zipped(files))).toEqual([
      expect.stringMatching(/^catalogue\.json: another SHA-256 than MANIFEST\.sha256 has$/),
    ]);
  });

  test("a missing file", () => {
    const files = new Map(genuine);
    files.delete("statement.intoto.json");
    expect(linesOf(zipped(files))).toEqual(["statement.intoto.json is missing"]);
  });

  /** The bytes of a package with each occurrence of a name replaced by one of the same length. */
  const renamed = (from: string, to: string): Uint8Array => {
    expect(to).toHaveLength(from.length);
    const renaming = Buffer.from(archive);
    for (let at = renaming.indexOf(from); at >= 0; at = renaming.indexOf(from, at + 1)) {
      renaming.write(to, at, "latin1");
    }
    return renaming;
  };

  test("a path out of the folder", () => {
    expect(linesOf(renamed("junit.xml", "../it.xml"))).toEqual([
      "the ZIP file: ../it.xml is no file of a package",
    ]);
    expect(linesOf(renamed("junit.xml", "/etc/pass"))[0]).toMatch(/is no file of a package$/);
  });

  test("two entries of one name", () => {
    expect(linesOf(renamed("ctrf.json", "junit.xml"))).toEqual([
      "the ZIP file: junit.xml occurs twice",
    ]);
  });

  test("an entry that no package has", () => {
    const files = new Map([...genuine, ["notes.txt", "hello"]]);
    expect(linesOf(zipped(files))).toEqual(["the ZIP file: notes.txt is no file of a package"]);
  });

  /** The sizes that the two records of an entry say. */
  const sized = (zip: Buffer, name: string, size: number): Buffer => {
    const local = zip.indexOf(name) - 30;
    zip.writeUInt32LE(size, local + 22);
    const central = zip.lastIndexOf(name) - 46;
    zip.writeUInt32LE(size, central + 24);
    return zip;
  };

  test("a bomb, before anything is inflated, and one that lies about its size", () => {
    const honest = sized(Buffer.from(archive), "results.json", 0xfffffff0);
    expect(linesOf(honest)).toEqual([expect.stringMatching(/would become \d+ bytes; at most \d+/)]);
    const zeros = new Uint8Array(30_000_000);
    const lying = Buffer.from(zipSync({ "results.json": zeros }, { level: 9, mtime, os: 0 }));
    expect(lying.length).toBeLessThan(100_000);
    expect(linesOf(sized(lying, "results.json", 100))).toEqual([
      "the ZIP file: results.json cannot be inflated to the 100 bytes that it says",
    ]);
  });

  test.each([
    ["bytes after the end", (zip: Buffer) => Buffer.concat([zip, Buffer.from("jane@corp.com")])],
    [
      "bytes before the beginning",
      (zip: Buffer) => Buffer.concat([Buffer.from("jane@corp.com"), zip]),
    ],
    ["an empty file", () => Buffer.alloc(0)],
    ["half a file", (zip: Buffer) => zip.subarray(0, zip.length / 2)],
  ])("%s", (_, change) => {
    expect(linesOf(change(Buffer.from(archive)))).toEqual([
      expect.stringMatching(/^the ZIP file: is not a ZIP file that this tool wrote/),
    ]);
  });

  test("another compression, in which something may hide", () => {
    expect(linesOf(zipped(genuine))).toEqual(["the ZIP file: not compressed as this tool does it"]);
  });
});
