import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { clientOf } from "../fixtures/client.ts";
import { type Mock, startMock } from "../index.ts";

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

test("a file that cannot be written gives an error of one line", async () => {
  const file = join(folder, "no", "such", "folder.har");
  await expect(startMock({ har: file })).rejects.toThrow(`cannot record to ${file}`);
});
