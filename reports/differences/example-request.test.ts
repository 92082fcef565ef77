import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startMock } from "../../mock/index.ts";
import type { ExampleRequest } from "../../schemas/index.ts";
import { clearTitle } from "../../testing/runs/sample-lesson.ts";
import { curlText, httpText } from "./example-request.ts";
import type { LessonTarget } from "./lesson-target.ts";

const base = "https://scim.example/scim/v2";
const run = promisify(execFile);

const targetAt = (baseUrl: string, more: Partial<LessonTarget> = {}): LessonTarget => ({
  baseUrls: { "1.1": "https://scim.example/scim/v1", "2.0": baseUrl },
  variables: { token: "SLACK_SCIM_TOKEN" },
  isGone: false,
  ...more,
});

test("HTTP has the path below the base URL, the headers that decide, and the body", () => {
  const example: ExampleRequest = {
    method: "PATCH",
    path: "/Users/U1",
    headers: { Accept: "application/json" },
    body: { active: false },
  };
  expect(httpText(example, base)).toBe(
    [
      "PATCH /scim/v2/Users/U1",
      "Content-Type: application/json",
      "Accept: application/json",
      "",
      '{\n  "active": false\n}',
    ].join("\n"),
  );
  expect(httpText({ method: "GET", path: '/Users?filter=userName eq "ada"' }, base)).toBe(
    'GET /scim/v2/Users?filter=userName eq "ada"',
  );
});

/** What arrives when a shell runs the command. */
interface Arrived {
  method: string;
  url: string;
  headers: Record<string, unknown>;
  body: string;
}

describe.skipIf(process.platform === "win32")("curl in a shell", () => {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      arrived.push({ method, url, headers, body: Buffer.concat(parts).toString() });
      response.end("{}");
    });
  });
  let baseUrl = "";
  let hasCurl = true;

  beforeAll(async () => {
    hasCurl = await run("curl", ["--version"]).then(
      () => true,
      () => false,
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim/v2`;
  });
  afterAll(() => server.close());

  test.for<[string, ExampleRequest, string]>([
    [
      "a body with quotes",
      { method: "POST", path: "/Users", body: { it: `O'Neil "$HOME" \`id\` \\ $(id)` } },
      "/Users",
    ],
    [
      "a filter",
      {
        method: "GET",
        path: '/Users?filter=emails[value eq "a+b@x"] and title eq "R&D 50%"&count=1',
      },
      "/Users?filter=emails%5Bvalue%20eq%20%22a%2Bb%40x%22%5D%20and%20title%20eq%20%22R%26D%2050%25%22&count=1",
    ],
    ["no body", { method: "DELETE", path: "/Users/U1" }, "/Users/U1"],
    [
      "its own type",
      { method: "PATCH", path: "/Users/U1", headers: { "content-type": "text/x" }, body: {} },
      "/Users/U1",
    ],
  ])("%s arrives as it is meant", async ([, example, path], { skip }) => {
    if (!hasCurl) skip();
    const env = { ...process.env, SLACK_SCIM_TOKEN: "a token's" };
    await run("sh", ["-c", curlText(example, targetAt(baseUrl), "2.0")], { env });
    const { method, url, headers, body } = arrived.at(-1) as Arrived;
    expect({ method, url }).toEqual({ method: example.method, url: `/scim/v2${path}` });
    expect(headers.authorization).toBe("Bearer a token's");
    expect(body === "" ? undefined : JSON.parse(body)).toEqual(example.body);
    if (example.body !== undefined) {
      expect(headers["content-type"]).toBe(example.headers?.["content-type"] ?? "application/json");
    }
  });

  test("a lesson's request does its work, sent to the embedded organisation", async ({ skip }) => {
    if (!hasCurl) skip();
    const mock = await startMock();
    try {
      const env = { ...process.env, SLACK_SCIM_TOKEN: "xoxp-mock-admin" };
      const send = async (example: ExampleRequest) =>
        (
          await run("sh", ["-c", curlText(example, targetAt(`${mock.url}/scim/v2`), "2.0")], {
            env,
          })
        ).stdout;
      const body = {
        schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
        ...{ userName: "oneil", displayName: "O'Neil", title: "Analyst" },
        emails: [{ value: "oneil@example.com", primary: true }],
      };
      const created = await send({ method: "POST", path: "/Users", body });
      expect(created).toMatch(/^HTTP\/1\.1 201 /);
      const { id } = JSON.parse(created.slice(created.indexOf("\r\n\r\n")));
      const [change] = clearTitle.tomorrow;
      expect(await send({ ...change, path: `/Users/${id}` })).toMatch(/^HTTP\/1\.1 200 /);
      const found = await send({ method: "GET", path: '/Users?filter=userName eq "oneil"' });
      expect(JSON.parse(found.slice(found.indexOf("\r\n\r\n")))).toMatchObject({
        totalResults: 1,
        Resources: [{ id, title: "" }],
      });
    } finally {
      await mock.close();
    }
  });

  test("the credentials are in the variables of the target", async ({ skip }) => {
    if (!hasCurl) skip();
    const send = async (variables: LessonTarget["variables"]) => {
      const command = curlText(
        { method: "GET", path: "/Users" },
        targetAt(baseUrl, { variables }),
        "2.0",
      );
      const env = { ...process.env, ACME_TOKEN: "t", ACME_USER: "ada", ACME_PASSWORD: "p w" };
      await run("sh", ["-c", command], { env });
      return arrived.at(-1)?.headers.authorization;
    };
    expect(await send({ token: "ACME_TOKEN" })).toBe("Bearer t");
    expect(await send({ username: "ACME_USER", password: "ACME_PASSWORD" })).toBe(
      `Basic ${Buffer.from("ada:p w").toString("base64")}`,
    );
  });

  test("where the organisation is gone, the address is a variable", async ({ skip }) => {
    if (!hasCurl) skip();
    const gone = targetAt("http://127.0.0.1:1/scim/v2", { isGone: true });
    const example: ExampleRequest = { method: "GET", path: '/Users?filter=title eq "$(id)"' };
    const env = { ...process.env, SCIM_URL: baseUrl.replace(/\/v2$/, "") };
    await run("sh", ["-c", curlText(example, gone, "2.0")], { env });
    expect(arrived.at(-1)?.url).toBe("/scim/v2/Users?filter=title%20eq%20%22%24(id)%22");
    await run("sh", ["-c", curlText(example, gone, "1.1")], { env });
    expect(arrived.at(-1)?.url).toMatch(/^\/scim\/v1\/Users\?/);
  });

  test("a request with its own credentials sends no others", async ({ skip }) => {
    if (!hasCurl) skip();
    const example: ExampleRequest = {
      method: "GET",
      path: "/Users",
      headers: { Authorization: "Bearer wrong" },
    };
    await run("sh", ["-c", curlText(example, targetAt(baseUrl), "2.0")]);
    expect(arrived.at(-1)?.headers.authorization).toBe("Bearer wrong");
  });
});
