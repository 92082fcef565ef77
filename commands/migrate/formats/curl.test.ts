import { expect, test } from "vitest";
import { entries, pieces } from "../../../testing/migrate/readings.ts";
import { readCurl } from "./curl.ts";

const files = new Map([["body.json", '{"userName":"from.file"}']]);
const read = (script: string) => entries(readCurl(pieces(script), (name) => files.get(name)));
const users = "https://api.slack.com/scim/v1/Users";
/** Method, path and body of each request. */
const shown = async (script: string) =>
  (await read(script)).map(({ method, path, body }) => [method, path, body]);

test.each([
  [`curl ${users}`, "GET", "/scim/v1/Users", undefined],
  [`curl -XDELETE '${users}/U1'`, "DELETE", "/scim/v1/Users/U1", undefined],
  [
    `curl -sSX PATCH ${users}/U1 -d'{"active":false}'`,
    "PATCH",
    "/scim/v1/Users/U1",
    { active: false },
  ],
  [`curl ${users} --data-raw '{"userName":"a"}'`, "POST", "/scim/v1/Users", { userName: "a" }],
  [`curl ${users} --json '{"userName":"a"}'`, "POST", "/scim/v1/Users", { userName: "a" }],
  [
    `curl -o out.json -w '%{http_code}' --max-time 5 ${users}/U1`,
    "GET",
    "/scim/v1/Users/U1",
    undefined,
  ],
  [`curl -I ${users}`, "HEAD", "/scim/v1/Users", undefined],
  [
    `curl --request put --url ${users}/U1 -d @body.json`,
    "PUT",
    "/scim/v1/Users/U1",
    { userName: "from.file" },
  ],
  [
    `curl -G ${users} --data-urlencode 'filter=userName eq "a b"' -d count=5`,
    "GET",
    "/scim/v1/Users?filter=userName%20eq%20%22a%20b%22&count=5",
    undefined,
  ],
  [
    `curl "${users}?count=1" -G -d startIndex=2`,
    "GET",
    "/scim/v1/Users?count=1&startIndex=2",
    undefined,
  ],
  [
    `curl ${users} -d "{\\"userName\\":\\"it's\\"}"`,
    "POST",
    "/scim/v1/Users",
    { userName: "it's" },
  ],
  [`curl ${users} -d '{"id": "'"$ID"'"}'`, "POST", "/scim/v1/Users", { id: "$ID" }],
  [`curl ${users} -d "{\\"active\\": $ACTIVE}"`, "POST", "/scim/v1/Users", { active: "$ACTIVE" }],
  [
    `curl ${users} --data-raw $'{"userName":"o\\'neil \\u00e9"}'`,
    "POST",
    "/scim/v1/Users",
    { userName: "o'neil é" },
  ],
  [`$ curl ${users}/U1`, "GET", "/scim/v1/Users/U1", undefined],
  [`ANSWER="$(curl -s -X DELETE ${users}/U1)"`, "DELETE", "/scim/v1/Users/U1", undefined],
  [
    `if ! curl -f ${users}/U1 > /dev/null 2>&1; then exit 1; fi`,
    "GET",
    "/scim/v1/Users/U1",
    undefined,
  ],
  [`for id in 1 2; do sudo curl ${users}/$id; done`, "GET", "/scim/v1/Users/$id", undefined],
  [`cat users | xargs -I{} curl -X DELETE ${users}/{}`, "DELETE", "/scim/v1/Users/{}", undefined],
])("%s", async (script, ...wanted) => {
  expect(await shown(script)).toEqual([wanted]);
});

test("one command on several lines, with its line", async () => {
  const script = `#!/bin/sh\n\ncurl -X PATCH \\\n  "${users}/U1" \\\n  -H 'Content-Type: application/json' \\\n  -d '{\n    "active": false\n  }'\necho done\n`;
  expect(await read(script)).toEqual([
    {
      entry: 3,
      method: "PATCH",
      path: "/scim/v1/Users/U1",
      headers: { "content-type": "application/json" },
      body: { active: false },
    },
  ]);
});

test("bodies from here-documents, piped or in a substitution", async () => {
  const script = [
    `curl -X PATCH ${users}/U1 -d @- <<'EOF'`,
    '{"active":',
    "false}",
    "EOF",
    "cat <<-END | curl -X PATCH https://api.slack.com/scim/v1/Groups/S1 -d @-",
    '\t{"displayName":"a"}',
    "\tEND",
    `curl ${users} -d "$(cat <<EOF`,
    '{"userName":"b"}',
    "EOF",
    ')"',
  ].join("\n");
  expect((await read(script)).map(({ entry, body }) => [entry, body])).toEqual([
    [1, { active: false }],
    [5, { displayName: "a" }],
    [8, { userName: "b" }],
  ]);
});

test("several requests of one command, and several commands of one line", async () => {
  expect(
    await shown(
      `curl ${users}/U1 ${users}/U2 --next -X DELETE ${users}/U3; curl ${users}/U4 && curl ${users}/U5`,
    ),
  ).toEqual([
    ["GET", "/scim/v1/Users/U1", undefined],
    ["GET", "/scim/v1/Users/U2", undefined],
    ["DELETE", "/scim/v1/Users/U3", undefined],
    ["GET", "/scim/v1/Users/U4", undefined],
    ["GET", "/scim/v1/Users/U5", undefined],
  ]);
});

test("an address that begins with a variable of the script", async () => {
  const script = `HOST=https://api.slack.com\nexport BASE="$HOST/scim/v1" # the base\ncurl "\${BASE}/Users/U1"\ncurl $OTHER/scim/v1/Users`;
  expect((await shown(script)).map(([, path]) => path)).toEqual([
    "/scim/v1/Users/U1",
    "/scim/v1/Users",
  ]);
});

test("a body that a variable of the script holds", async () => {
  const script = [
    "BODY='{\"active\": false}' # off",
    "export MORE='",
    "{",
    '  "title": "It is $HOME"',
    "}'",
    `curl -X PATCH ${users}/U1 -d "$BODY"`,
    `curl -X PATCH ${users}/U2 -d "\${MORE}"`,
    "BROKEN='not closed",
    `curl ${users}/U3`,
  ].join("\n");
  expect(await shown(script)).toEqual([
    ["PATCH", "/scim/v1/Users/U1", { active: false }],
    ["PATCH", "/scim/v1/Users/U2", { title: "It is $HOME" }],
    ["GET", "/scim/v1/Users/U3", undefined],
  ]);
});

test.each(["$BODY", `\${BODY}`, "$(jq -n '{}')"])(
  "a body that is %s alone cannot be read",
  async (body) => {
    const [one] = await read(`curl -X PATCH ${users}/U1 -d "${body}"`);
    expect(one?.unreadable).toBe("the body is a variable that the script does not set");
  },
);

test("what only mentions curl sends nothing", async () => {
  const script = `# curl ${users}\necho "curl ${users}"\nwhich curl\napt-get install curl\ncurl --version\n`;
  expect(await read(script)).toEqual([]);
});

test("a file elsewhere is not read: the request stays, its body is unreadable", async () => {
  const [one] = await read(`curl -X PUT ${users}/U1 -d @/etc/passwd`);
  expect(one).toMatchObject({
    method: "PUT",
    path: "/scim/v1/Users/U1",
    unreadable: "the body is in a file that is not beside the script",
  });
});

test("credentials are told, wherever curl takes them", async () => {
  const script = `TOKEN=xoxp-from-a-variable\ncurl -H 'Authorization: Bearer xoxp-in-a-header' -u 'ada:pass-word' --oauth2-bearer xoxp-oauth -b 'd=xoxd-cookie-value' '${users}?token=xoxp-in-a-query'`;
  const [one] = await read(script);
  expect(one?.credentials?.secrets).toEqual(
    expect.arrayContaining([
      ...["xoxp-from-a-variable", "xoxp-in-a-header", "pass-word", "xoxp-oauth"],
      ...["d=xoxd-cookie-value", "xoxp-in-a-query"],
    ]),
  );
  const [other] = await read(`curl -H "Authorization: Bearer $TOKEN" ${users}`);
  expect(other).not.toHaveProperty("credentials");
});

test("a quote that is not closed is a finding with its line, and the next command is read", async () => {
  const script = `curl ${users}/U1\ncurl -X PATCH ${users}/U2 -d '{"active":\ncurl -X GET ${users}/U3\ncurl -X GET ${users}/U4 -d '{`;
  expect(
    (await read(script)).map(({ entry, path, unreadable }) => [entry, path, unreadable]),
  ).toEqual([
    [1, "/scim/v1/Users/U1", undefined],
    [2, "/scim/v1/Users/U2", "a quote is not closed"],
    [3, "/scim/v1/Users/U3", undefined],
    [4, "/scim/v1/Users/U4", "the command is cut off"],
  ]);
});
