import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../mock/index.ts";
import type { Baseline } from "../schemas/index.ts";
import { command } from "../testing/commands/built-command.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-leaks-"));
const [vector]: { secret: string; forms: { form: string; text: string }[] }[] = JSON.parse(
  readFileSync(new URL("../testing/redaction-vectors.json", import.meta.url), "utf8"),
);
const { secret: token = "", forms = [] } = vector ?? {};

/** Every personal value contains this word, regardless of case. */
const marker = "zqmarker";
const address = `${marker}.mail@stranger.example`;
const urns = {
  v1: "urn:scim:schemas:extension:enterprise:1.0",
  v2: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
};

/** A user of the organisation with recognisable values in every attribute. */
function stranger(version: "v1" | "v2", url: string) {
  const id = "U0STRANGER1";
  const entry = (name: string) => [
    { value: `${marker}-${name}`, display: `${marker} ${name}`, primary: true },
  ];
  return {
    schemas: [
      version === "v1" ? "urn:scim:schemas:core:1.0" : "urn:ietf:params:scim:schemas:core:2.0:User",
    ],
    id,
    externalId: `${marker}-external`,
    meta: {
      created: "2021-01-04T08:00:00-08:00",
      location: `${url}/scim/${version}/Users/${id}`,
      createdBy: `${marker} Creator`,
    },
    userName: `${marker}.user`,
    nickName: `${marker}.nick`,
    name: {
      givenName: `${marker} Given`,
      familyName: `${marker} Family`,
      honorificPrefix: `${marker}.`,
    },
    displayName: `${marker} Display`,
    profileUrl: `https://${marker}.slack.example/team/${marker}`,
    title: `${marker} Title`,
    timezone: `${marker}/Zone`,
    locale: `${marker}-locale`,
    preferredLanguage: `${marker}-language`,
    userType: `${marker} Type`,
    active: true,
    emails: [{ value: address, type: "work", primary: true }],
    phoneNumbers: entry("phone"),
    ims: entry("im"),
    photos: entry("photo"),
    addresses: [{ streetAddress: `${marker} Street`, country: `${marker} Country`, primary: true }],
    roles: entry("role"),
    entitlements: entry("entitlement"),
    x509Certificates: entry("certificate"),
    groups: [{ value: "S0GROUP0001", display: `${marker} Group` }],
    [urns[version]]: {
      employeeNumber: `${marker}-number`,
      department: `${marker} Department`,
      manager: { managerId: "U0STRANGER2", displayName: `${marker} Manager` },
    },
    "urn:example:unknown:1.0": { deep: [{ deeper: `${marker} Deep` }] },
    favourite: `${marker} Favourite`,
  };
}

/**
 * An organisation that repeats the token and a stranger's data wherever it can: in every answer to
 * a
 * POST, in errors, in lists, in broken JSON, in a header.
 */
async function hostile(
  mock: Mock,
  refuses: (request: IncomingMessage) => boolean,
  lists: "strangers" | "everyone" = "strangers",
) {
  let count = 1;
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? "";
    const version = path.startsWith("/scim/v1") ? "v1" : "v2";
    const person = stranger(version, url);
    const send = (status: number, body: unknown) => {
      const said = forms[count % forms.length]?.text ?? "";
      count += 1;
      const text = typeof body === "string" ? body : JSON.stringify(body);
      response.writeHead(status, {
        "content-type": "application/json",
        "x-said": encodeURI(said).replace(/[^\x20-\x7e]/g, ""),
        ...(status === 201 ? { location: `${url}/scim/${version}/Users/${marker}` } : {}),
      });
      response.end(text);
    };
    const { text: describeAnswer } = forms[count % forms.length] ?? { text: "" };
    // A name is known again in a sentence where its owner was seen before; an address always.
    const named = lists === "strangers" ? `${marker} Display, ${person.profileUrl}` : "";
    const detail = `${describeAnswer} and ${address}, ${named}`;
    const error = {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
      status: "400",
      detail,
    };
    if (refuses(request))
      return send(400, { ...error, Errors: { description: detail, code: 400 } });
    if (lists === "strangers" && request.method === "GET" && /\/Users(?:\?|$)/.test(path)) {
      if (count % 7 === 0) return send(200, JSON.stringify({ Resources: [person] }).slice(0, -40));
      return send(200, { totalResults: 1, itemsPerPage: 1, startIndex: 1, Resources: [person] });
    }
    if (request.method === "GET" && /\/Users\/U0STRANGER/.test(path)) return send(200, person);
    if (lists === "strangers" && request.method === "GET" && /v1\/Groups(?:\?|$)/.test(path)) {
      const members = [{ value: person.id, display: person.displayName }];
      const group = { id: `G-${describeAnswer}`, displayName: `${marker} Group`, members };
      return send(200, { totalResults: 1, itemsPerPage: 1, startIndex: 1, Resources: [group] });
    }
    return forward(mock, request, response);
  };
  const server: Server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function forward(mock: Mock, request: IncomingMessage, response: ServerResponse) {
  const body: Buffer[] = [];
  for await (const chunk of request) body.push(chunk as Buffer);
  const answer = await fetch(mock.url + request.url, {
    method: request.method ?? "GET",
    headers: {
      authorization: request.headers.authorization ?? "",
      "content-type": request.headers["content-type"] ?? "application/json",
    },
    ...(body.length === 0 ? {} : { body: Buffer.concat(body) }),
  });
  response.writeHead(answer.status, { "content-type": "application/json" });
  response.end(await answer.text());
}

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ token });
});
afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

function plainCommand(...args: string[]): Promise<{ code: number; output: string }> {
  return commandIn({}, ...args);
}

/** A run that writes what CI reads, too: all of it into a folder, with the job summary. */
function commandInCi(name: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const ci = join(folder, name);
  mkdirSync(ci);
  const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: join(ci, "summary.md") };
  const files = ["--junit", join(ci, "junit.xml"), "--ctrf", join(ci, "ctrf.json")];
  return commandIn(env, ...args, ...files);
}

async function commandIn(
  more: NodeJS.ProcessEnv,
  ...args: string[]
): Promise<{ code: number; output: string }> {
  const { CI: _, ...own } = process.env;
  const env = { ...own, NO_COLOR: "1", SLACK_SCIM_TOKEN: token, ...more };
  const { code, stdout, stderr } = await command(args, { cwd: folder, env });
  return { code, output: stdout + stderr };
}

/** All text that a command wrote: its output, each file, and what pages hold in Base64, compressed or not. */
function left(output: string, out: string): [where: string, text: string][] {
  expect(existsSync(join(folder, out)), output).toBe(true);
  const files = readdirSync(join(folder, out), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, out, name))
    .filter((name) => statSync(name).isFile());
  expect(files.length).toBeGreaterThan(1);
  const texts = files.map((file): [string, string] => [file, readFileSync(file, "utf8")]);
  const embedded = texts
    .filter(([file]) => file.endsWith(".html"))
    .flatMap(([file, text]) =>
      [...text.matchAll(/[">,]([A-Za-z0-9+/]{40,}={0,2})["<]/g)].map(
        ([, base64 = ""]): [string, string] => [`${file} (in Base64)`, decoded(base64)],
      ),
    );
  return [["console", output], ...texts, ...embedded];
}

function decoded(base64: string): string {
  const bytes = Buffer.from(base64, "base64");
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isCompressed ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** Where the token in any form, or anything of a stranger, stands. */
function leaks(texts: [where: string, text: string][]): string[] {
  return texts.flatMap(([where, text]) => [
    ...forms
      .filter((form) => text.includes(form.text))
      .map(({ form }) => `${where}: token, ${form}`),
    ...(text.toLowerCase().includes(marker)
      ? [
          `${where}: stranger, ${text.slice(Math.max(0, text.toLowerCase().indexOf(marker) - 60)).slice(0, 120)}`,
        ]
      : []),
  ]);
}

const urls = (url: string) => ["--v1", `${url}/scim/v1`, "--v2", `${url}/scim/v2`];

describe("a target that repeats the token and names other people: nothing of it is written", () => {
  test("in response to every POST: files, report, console", async () => {
    const target = await hostile(mock, ({ method }) => method === "POST");
    const args = ["--out", "posts", "--runs", "2"];
    const { output } = await commandInCi("posts-ci", "run", ...urls(target.url), ...args);
    target.close();
    const written = left(output, "posts");
    expect(leaks(written)).toEqual([]);
    // The evidence of the tests is among what was searched.
    expect(
      written.filter(([, text]) => text.includes("POST /scim/v1/Users")).map(([at]) => at),
    ).toContain(`${join(folder, "posts", "report", "awesome", "index.html")} (in Base64)`);
    expect(leaks(left(output, "posts-ci"))).toEqual([]);
    expect(output).toMatch(/^::error title=/m);
  }, 300_000);

  test("where users can be created but not changed", async () => {
    const refuses = ({ method }: IncomingMessage) => method === "PATCH" || method === "PUT";
    const target = await hostile(mock, refuses, "everyone");
    const known = ["--baseline", join("changes-ci", "known.json")];
    const args = ["--out", "changes", "--seed", "7", "--runs", "1", "--no-report", ...known];
    const { output } = await commandInCi("changes-ci", "run", ...urls(target.url), ...args);
    target.close();
    expect(leaks(left(output, "changes"))).toEqual([]);
    expect(leaks(left(output, "changes-ci"))).toEqual([]);
    // What they quote is there, and redacted.
    const baseline: Baseline = JSON.parse(
      readFileSync(join(folder, "changes-ci", "known.json"), "utf8"),
    );
    expect(baseline.known.length).toBeGreaterThan(20);
  }, 300_000);

  test("in a read-only run", async () => {
    const target = await hostile(mock, () => false);
    const file = join(folder, "target.json");
    const versions = {
      "1.1": { baseUrl: `${target.url}/scim/v1` },
      "2.0": { baseUrl: `${target.url}/scim/v2` },
    };
    const auth = { type: "bearer", tokenEnv: "SLACK_SCIM_TOKEN" };
    const safety = {
      mode: "read-only",
      namePrefix: "scimct-",
      emailDomain: "scim-conformance.example",
    };
    writeFileSync(
      file,
      JSON.stringify({ name: "hostile", profile: "slack", versions, auth, safety }),
    );
    const args = ["--target", file, "--out", "reads", "--seed", "7"];
    const baseline = ["--baseline", join("reads-ci", "known.json")];
    const { output } = await commandInCi("reads-ci", "run", ...args, ...baseline);
    target.close();
    expect(leaks(left(output, "reads"))).toEqual([]);
    expect(leaks(left(output, "reads-ci"))).toEqual([]);
  }, 300_000);

  test("in a comparison; with --show-values other people appear, the token does not", async () => {
    const target = await hostile(mock, () => false);
    const plain = await plainCommand("compare", ...urls(target.url), "--out", "ids");
    target.close();
    const again = await hostile(mock, () => false);
    const shown = await plainCommand(
      "compare",
      ...urls(again.url),
      "--out",
      "values",
      "--show-values",
    );
    again.close();
    expect(leaks(left(plain.output, "ids"))).toEqual([]);
    expect(leaks(left(shown.output, "values")).filter((leak) => leak.includes("token"))).toEqual(
      [],
    );
  }, 300_000);
});
