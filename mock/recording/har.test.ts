import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { request as send } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { clientOf } from "../fixtures/client.ts";
import { listFaults, type Mock, startMock } from "../index.ts";

interface Recorded {
  request: { method: string; url: string; postData?: { text: string } };
  response: { status: number; content: { text: string } };
}

const recorded = (file: string): Recorded[] => JSON.parse(readFileSync(file, "utf8")).log.entries;

let folder: string;
let mock: Mock;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "har-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("traffic is recorded as HAR without tokens, passwords and real addresses", async () => {
  const file = join(folder, "traffic.har");
  mock = await startMock({ har: file, token: "xoxp-very-secret" });
  const { create, find } = clientOf(() => mock);
  const emails = [{ value: "real.person@company.com" }];
  await create("v1", { emails, password: "open sesame" });
  await find("v2", 'email eq "real.person@company.com"');
  // A client that puts its token in the wrong place.
  const base64 = Buffer.from("x xoxp-very-secret").toString("base64");
  await create("v1", { title: `xoxp-very-secret ${base64} %78oxp%2Dvery%2dsecret` });
  await mock.close();
  const text = await readFile(file, "utf8");
  for (const secret of [
    "xoxp-very-secret",
    base64.slice(4, -4),
    "oxp%2Dvery",
    "open sesame",
    "real.person",
    "company.com",
  ]) {
    expect(text).not.toContain(secret);
  }
  const { log } = JSON.parse(text);
  expect(log.version).toBe("1.2");
  expect(log.entries).toHaveLength(3);
  expect(log.entries[0].request).toMatchObject({
    method: "POST",
    postData: { text: expect.any(String) },
  });
  expect(log.entries[0].response.status).toBe(201);
  expect(JSON.parse(log.entries[1].response.content.text).totalResults).toBe(1);
});

test("an address without quotes in a filter does not break the encoding before it", async () => {
  const file = join(folder, "traffic.har");
  mock = await startMock({ har: file });
  const { find } = clientOf(() => mock);
  await find("v1", "email eq Real.Person@company.com");
  await mock.close();
  const [entry] = recorded(file);
  const filter = new URL(entry?.request.url ?? "").searchParams.get("filter");
  expect(filter).toMatch(/^email eq someone-[\da-f]{10}@redacted\.example$/);
});

test("a file that cannot be written gives an error of one line", async () => {
  const file = join(folder, "no", "such", "folder.har");
  await expect(startMock({ har: file })).rejects.toThrow(`cannot record to ${file}`);
});

test("the file is complete before, during and after the traffic, and when it is closed twice", async () => {
  const file = join(folder, "traffic.har");
  mock = await startMock({ har: file });
  const { find } = clientOf(() => mock);
  expect(recorded(file)).toEqual([]);
  for (let count = 1; count <= 5; count += 1) {
    await find("v2", 'userName eq "ada"');
    expect(recorded(file)).toHaveLength(count);
  }
  await Promise.all(Array.from({ length: 20 }, () => find("v1", 'userName eq "bela"')));
  expect(recorded(file)).toHaveLength(25);
  await mock.close();
  await mock.close();
  expect(recorded(file)).toHaveLength(25);
  expect(await readdir(folder)).toEqual(["traffic.har"]);
});

test("a new recording replaces the earlier one only when the mock listens", async () => {
  const file = join(folder, "traffic.har");
  mock = await startMock({ har: file });
  await clientOf(() => mock).find("v2", 'userName eq "ada"');
  const port = Number(new URL(mock.url).port);
  await expect(startMock({ har: file, port })).rejects.toThrow("EADDRINUSE");
  expect(recorded(file)).toHaveLength(1);
  // A second mock has a file for itself; the first one does not write into it.
  const second = await startMock({ har: file });
  await clientOf(() => mock).find("v2", 'userName eq "ada"');
  expect(recorded(file)).toEqual([]);
  await second.close();
  await mock.close();
});

test("a link or a folder is not replaced", async () => {
  const target = join(folder, "target.txt");
  const link = join(folder, "link.har");
  writeFileSync(target, "mine");
  symlinkSync(target, link);
  for (const har of [link, folder, "/dev/null", ""]) {
    await expect(startMock({ har }), har).rejects.toThrow(`cannot record to ${har}`);
  }
  expect(readFileSync(target, "utf8")).toBe("mine");
});

test("responses that a fault cuts off, and requests that cannot be parsed, are recorded too", async () => {
  const [fault = ""] = listFaults()
    .map(({ name }) => name)
    .filter((name) => name.includes("cut"));
  expect(fault).not.toBe("");
  const file = join(folder, "traffic.har");
  mock = await startMock({ har: file, faults: [fault] });
  const { find, create } = clientOf(() => mock);
  await Promise.allSettled([find("v2", 'userName eq "ada"'), create("v2", {})]);
  const { port } = new URL(mock.url);
  await new Promise<void>((resolve) => {
    const strange = send({ port, method: "GET", path: "/scim/v2/Users", headers: { a: "b" } });
    strange.on("error", () => resolve());
    strange.on("response", (answer) => answer.resume().on("close", resolve));
    strange.on("socket", (socket) => socket.write("FOO /scim/v2/Nowhere HTTP/1.1\r\n\r\n"));
  });
  await mock.close();
  const entries = recorded(file);
  expect(entries).toHaveLength(3);
  expect(entries.at(-1)).toMatchObject({
    request: { method: "FOO", url: `http://127.0.0.1:${port}/scim/v2/Nowhere` },
    response: { status: 405 },
  });
});

test("passwords of a PATCH, of a filter and of a broken body are hidden; other bodies stay as sent", async () => {
  const file = join(folder, "traffic.har");
  mock = await startMock({ har: file });
  const { find } = clientOf(() => mock);
  const post = (body: string) =>
    fetch(`${mock.url}/scim/v2/Users`, {
      method: "POST",
      headers: { authorization: `Bearer ${mock.token}`, "content-type": "application/json" },
      body,
    });
  const spaced = '{ "title" :\t"A\\/B" }';
  await post(spaced);
  await post('{"Operations":[{"op":"replace","path":"password","value":"open sesame"}]}');
  await post('{"Operations":[{"op":"add","value":{"passWord":["open sesame"]}}]}');
  await post('{"pass\\u0077ord":"open sesame"}');
  await post('{"password":"open sesame');
  await post(`${'{"a":'.repeat(5000)}{"pass\\u0077ord":"open sesame"}${"}".repeat(5000)}`);
  await find("v2", 'password eq "open sesame"');
  await mock.close();
  const text = await readFile(file, "utf8");
  expect(text).not.toMatch(/open.{0,3}sesame/);
  expect(recorded(file)).toHaveLength(7);
  expect(recorded(file)[0]?.request.postData?.text).toBe(spaced);
});
