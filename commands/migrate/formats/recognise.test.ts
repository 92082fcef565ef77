import { expect, test } from "vitest";
import { UsageError } from "../../../reports/exit.ts";
import { recognise, unrecognised } from "./recognise.ts";

test.each([
  ["har", '{"log":{"version":"1.2","entries":[]}}'],
  ["har", '{\n  "log": {\n    "version": "1.2",'],
  ["har", '{"comment": "x", "log": {"pages": ['],
  [
    "postman",
    '{"info":{"schema":"https://schema.getpostman.com/json/collection/v2.1.0/"},"item":[]}',
  ],
  [
    "postman",
    '{\n\t"info": {\n\t\t"_postman_id": "1",\n\t\t"schema": "https://schema.getpostman.com/json/x"',
  ],
  ["jsonl", '{"method":"GET","url":"/scim/v1/Users"}\n{"method":'],
  ["jsonl", '{"method":"GET","url":\n{"method":"GET","url":"/scim/v1/Users"}'],
  ["jsonl", '{"log":"{\\"method\\":1}\\n","stream":"stdout"}\n'],
  ["jsonl", 'Starting…\n{"method":"GET","url":"/scim/v1/Users"}\n'],
  ["json-array", ' [\n{"method":"GET"'],
  ["curl", "curl https://api.slack.com/scim/v1/Users"],
  ["curl", "#!/bin/bash\nset -e\nX=$(curl -s https://api.slack.com/scim/v1/Users)"],
  ["curl", "  $ curl -X DELETE x"],
  [undefined, "just text"],
  [undefined, "PK\u0003\u0004"],
])("%s: %j", (format, head) => {
  expect(recognise("file", head)).toBe(format);
});

test("mitmproxy's own file is refused with the line that converts it", () => {
  const refused = () => recognise("day.mitm", "1234:9:websocket;0:~8:response;312:");
  expect(refused).toThrow(UsageError);
  expect(refused).toThrow("mitmdump -n -r day.mitm --set hardump=day.mitm.har");
});

test("an archive and an empty file say what they are", () => {
  expect(unrecognised("PK\u0003\u0004…")).toContain("export a HAR");
  expect(unrecognised(" \n")).toBe("the file is empty");
});
