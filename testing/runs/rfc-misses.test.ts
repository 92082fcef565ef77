import { afterAll, beforeAll, expect, test } from "vitest";
import { type Version, versions } from "../../client/index.ts";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import { type CompleteServer, startComplete } from "../servers/complete/server.ts";
import { listOf } from "../servers/complete/values.ts";
import { verdictsOn } from "../tampering/tampered-verdicts.ts";
import { type Answered, inBody, type Passing, type Tampering } from "../tampering/tampering.ts";

/** Faults that were seen on servers of other makers, planted in the complete server. */
let servers: Readonly<Record<Version, CompleteServer>>;

beforeAll(async () => {
  servers = { "1.1": await startComplete("1.1"), "2.0": await startComplete("2.0") };
});
afterAll(async () => {
  for (const version of versions) await servers[version].close();
});

const isUser = (path: string) => /^\/Users\/[^/?.]+$/.test(path);

/** Changes the value of a comparison with eq, co or sw. */
function valued(
  attribute: string,
  change: (value: string) => [op: string, value: string] | undefined,
): Tampering {
  return {
    request: (call) => {
      const url = new URL(call.path, "http://server.example");
      const filter = url.searchParams.get("filter") ?? "";
      const [, name, value] = /^(\w+) eq ("(?:[^"\\]|\\.)*")$/.exec(filter) ?? [];
      if (name !== attribute || value === undefined) return;
      const changed = change(JSON.parse(value));
      if (changed === undefined) return;
      url.searchParams.set("filter", `${name} ${changed[0]} ${JSON.stringify(changed[1])}`);
      call.path = `${url.pathname}${url.search}`;
    },
  };
}

/** A value whose end is a pattern for anything. */
const endingIn =
  (pattern: string) =>
  (value: string): [string, string] | undefined =>
    value.endsWith(pattern) ? ["sw", value.slice(0, -pattern.length)] : undefined;

/** A value from which code makes another one. */
const becoming =
  (code: string, result: string) =>
  (value: string): [string, string] | undefined =>
    value.includes(code) ? ["eq", value.replace(code, result)] : undefined;

/** Sends something to the server itself, with the headers of a call. */
async function send(version: Version, call: Passing, method: string, path: string, body?: object) {
  const { authorization = "" } = call.headers;
  const type = version === "1.1" ? "application/json" : "application/scim+json";
  const answer = await fetch(`${servers[version].url}${path}`, {
    method,
    headers: { authorization, "content-type": type },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, text: await answer.text() };
}

/** The users of the server itself, each as it is read. */
async function usersOf(version: Version, call: Passing): Promise<JsonObject[]> {
  const { text } = await send(version, call, "GET", "/Users?count=200");
  return listOf(JSON.parse(text).Resources);
}

const withoutMeta = ({ meta: _, groups: __, id: ___, ...user }: JsonObject): JsonObject => user;

/** Changes every user but the one that a request addresses, after the request. */
const changingOthers = (version: Version, isMeant: (call: Passing) => boolean): Tampering => ({
  response: async (answer, call) => {
    if (!isMeant(call) || answer.status >= 300) return;
    for (const user of await usersOf(version, call)) {
      if (call.path === `/Users/${user.id}`) continue;
      await send(version, call, "PUT", `/Users/${user.id}`, {
        ...withoutMeta(user),
        title: "Changed",
      });
    }
  },
});

/** Values that a server stores as they are sent: it returns them from then on. */
function storing(
  names: readonly string[],
  isWrong: (name: string, value: unknown) => boolean,
): Tampering {
  const stored = new Map<string, JsonObject>();
  return {
    request: (call) => {
      if (call.method !== "PUT" || !isUser(call.path)) return;
      const body: JsonObject = JSON.parse(call.body);
      const wrong = Object.entries(body).filter(
        ([name, value]) => names.includes(name) && isWrong(name, value),
      );
      stored.set(call.path, Object.fromEntries(wrong));
      for (const [name] of wrong) delete body[name];
      call.body = JSON.stringify(body);
    },
    response: (answer, { path }) => {
      const wrong = stored.get(path);
      if (wrong !== undefined && answer.status === 200) {
        inBody(answer, (body) => {
          Object.assign(body, wrong);
        });
      }
    },
  };
}

/** A server that offers no filters, and says so. */
const withoutFilters: Tampering = {
  response: (answer, { path }) => {
    if (path.startsWith("/ServiceProviderConfig")) {
      inBody(answer, (config) => {
        config.filter = { supported: false, maxResults: 0 };
      });
    }
    if (path.includes("filter=")) answer.status = 400;
  },
};

/** A server that ignores new values of an attribute: it stores them under a name that it ignores. */
const ignoring = (method: string, name: string): Tampering => ({
  request: (call) => {
    if (call.method !== method || !isUser(call.path)) return;
    const { [name]: _, ...body }: JsonObject = JSON.parse(call.body);
    const others = listOf(body.Operations).filter(({ path }) => path !== name);
    const last = listOf(body.Operations).length > others.length ? { op: "replace", value: {} } : [];
    call.body = JSON.stringify(
      body.Operations === undefined ? body : { ...body, Operations: others.concat(last) },
    );
  },
});

const isOfType = (type: string) => (_name: string, value: unknown) => typeof value === type;

/** A PATCH or PUT that empties the userName: the server returns users without it from then on. */
function emptyingUserName(isEmptied: (call: Passing, body: JsonObject) => boolean): Tampering {
  const emptied = new Set<string>();
  return {
    request: (call) => {
      if (!["PATCH", "PUT"].includes(call.method) || !isUser(call.path)) return;
      if (isEmptied(call, JSON.parse(call.body))) emptied.add(call.path);
      else emptied.delete(call.path);
    },
    response: (answer, { path }) => {
      if (!emptied.has(path)) return;
      if (answer.status >= 400) {
        answer.status = 204;
        answer.body = "";
      } else {
        inBody(answer, (body) => {
          body.userName = "";
        });
      }
    },
  };
}

const operationsOn = (body: JsonObject, op: string, value?: unknown) =>
  listOf(body.Operations).some(
    (each) => each.path === "userName" && each.op === op && each.value === value,
  );

/** Answers a request with an error, after the server has carried it out. */
const failing = (
  isMeant: (call: Passing, answer: Answered) => boolean,
  status: number,
): Tampering => ({
  response: (answer, call) => {
    if (answer.status < 300 && isMeant(call, answer)) answer.status = status;
  },
});

const v1 = (id: string) => `SCIM11-API-${id}`;
const v2 = (id: string) => `SCIM20-7644-${id}`;
const filters = { "1.1": [v1("3.2.2.1-02")], "2.0": [v2("3.4.2.2-02")] };
const types = { "1.1": ["SCIM11-CS-3.1-06"], "2.0": ["SCIM20-7643-2.3-13"] };
const names = { "1.1": ["SCIM11-CS-6.1-12"], "2.0": ["SCIM20-7643-4.1.1-16"] };
const effects = { "1.1": [v1("3.9-14")], "2.0": [v2("3.12-14")] };
const others = { "1.1": [v1("3-10")], "2.0": [v2("3.2-07")] };
const location = { "1.1": [v1("3.1-03")], "2.0": [v2("3.3-06")] };

type Ids = Readonly<Partial<Record<Version, readonly string[]>>>;

const faults: readonly [name: string, ids: Ids, make: (version: Version) => Tampering][] = [
  ["a dot in a filter matches any letter", filters, () => valued("userName", endingIn("."))],
  ["brackets in a filter are a set", filters, () => valued("userName", endingIn("[abc]"))],
  ["_ in a filter matches any letter", filters, () => valued("userName", endingIn("_"))],
  ["% in a filter matches any text", filters, () => valued("userName", endingIn("%"))],
  ["* in a filter matches any text", filters, () => valued("userName", endingIn("*"))],
  ["a filter ends at a comment of SQL", filters, () => valued("userName", becoming("' -- ", ""))],
  [
    "a filter is a condition of SQL",
    filters,
    () => valued("userName", (value) => (value === "' or ''='" ? ["sw", ""] : undefined)),
  ],
  [
    "braces in a filter are a template",
    filters,
    () => valued("userName", becoming("{{'a'}}", "a")),
  ],
  [
    "a dollar and braces in a filter are a template",
    filters,
    () => valued("userName", becoming(`\${'a'}`, "a")),
  ],
  ["$() in a filter is run", filters, () => valued("userName", becoming("$(printf a)", "a"))],
  ["a dot in a filter on groups", filters, () => valued("displayName", endingIn("."))],
  ["active is stored as a string", types, () => storing(["active"], isOfType("string"))],
  ["displayName is stored as a number", types, () => storing(["displayName"], isOfType("number"))],
  ["title is stored as an object", types, () => storing(["title"], isOfType("object"))],
  ["name is stored as a string", types, () => storing(["name"], isOfType("string"))],
  ["emails is stored as a string", types, () => storing(["emails"], isOfType("string"))],
  [
    "a value of the wrong type gives 500",
    types,
    () => ({
      response: (answer, { method, path }) => {
        if (method === "PUT" && isUser(path) && answer.status === 400) answer.status = 500;
      },
    }),
  ],
  [
    "PUT empties userName",
    names,
    () => emptyingUserName(({ method }, body) => method === "PUT" && body.userName === ""),
  ],
  [
    'PATCH sets userName to ""',
    names,
    () =>
      emptyingUserName(
        ({ method }, body) =>
          method === "PATCH" && (body.userName === "" || operationsOn(body, "replace", "")),
      ),
  ],
  [
    "PATCH sets userName to null",
    names,
    () =>
      emptyingUserName(
        ({ method }, body) =>
          method === "PATCH" && (body.userName === null || operationsOn(body, "replace", null)),
      ),
  ],
  [
    "PATCH removes userName",
    names,
    () =>
      emptyingUserName(({ method }, body) => {
        const meta = isObject(body.meta) ? body.meta.attributes : undefined;
        const isListed = Array.isArray(meta) && meta.includes("userName");
        return method === "PATCH" && (isListed || operationsOn(body, "remove"));
      }),
  ],
  [
    "a PUT is stored and answered with 400",
    effects,
    () =>
      failing(
        ({ method, path, body }) => method === "PUT" && isUser(path) && /Rejected/.test(body),
        400,
      ),
  ],
  [
    "a PUT is stored and answered with 500",
    effects,
    () =>
      failing(
        ({ method, path, body }) => method === "PUT" && isUser(path) && /Rejected/.test(body),
        500,
      ),
  ],
  [
    "a PUT without a userName is rejected, but its title is stored",
    effects,
    (version) => ({
      response: async (answer, call) => {
        if (call.method !== "PUT" || answer.status !== 400) return;
        const { title, userName } = JSON.parse(call.body);
        if (userName !== undefined) return;
        const { text } = await send(version, call, "GET", call.path);
        await send(version, call, "PUT", call.path, { ...withoutMeta(JSON.parse(text)), title });
      },
    }),
  ],
  [
    "a user with a string as emails is rejected, but created",
    effects,
    (version) => ({
      response: async (answer, call) => {
        if (call.method !== "POST" || call.path !== "/Users" || answer.status !== 400) return;
        const { emails, ...user } = JSON.parse(call.body);
        if (typeof emails === "string") await send(version, call, "POST", "/Users", user);
      },
    }),
  ],
  ...["nickName", "externalId", "displayName"].flatMap((name): (typeof faults)[number][] =>
    (["PUT", "PATCH"] as const).map((method) => [
      `${method} of ${name} succeeds without effect`,
      method === "PUT"
        ? { "2.0": [v2("3.5.1-03")] }
        : { "1.1": [v1("3.3.2-09")], "2.0": [v2("3.5.2.3-02")] },
      () => ignoring(method, name),
    ]),
  ),
  [
    "a DELETE is carried out and answered with 405",
    { "1.1": [v1("3.4-01")], "2.0": [v2("3.6-01")] },
    () => failing(({ method, path }) => method === "DELETE" && isUser(path), 405),
  ],
  [
    "PUT changes other users",
    others,
    (version) => changingOthers(version, ({ method }) => method === "PUT"),
  ],
  [
    "PATCH changes other users",
    others,
    (version) => changingOthers(version, ({ method }) => method === "PATCH"),
  ],
  [
    "DELETE of a user changes other users",
    others,
    (version) => changingOthers(version, ({ method, path }) => method === "DELETE" && isUser(path)),
  ],
  [
    "DELETE of a group changes its members",
    others,
    (version) =>
      changingOthers(
        version,
        ({ method, path }) => method === "DELETE" && path.startsWith("/Groups/"),
      ),
  ],
  [
    "a filter changes users",
    others,
    (version) => changingOthers(version, ({ path }) => path.includes("filter=")),
  ],
  [
    "Location ends in undefined",
    location,
    () => ({
      response: (answer, { method, path }) => {
        if (method !== "POST" || path !== "/Users" || answer.status !== 201) return;
        const before = answer.headers.location ?? "";
        answer.headers.location = before.replace(/[^/]+$/, "undefined");
        answer.body = answer.body.replaceAll(before, answer.headers.location);
      },
    }),
  ],
  [
    "a user is created without an id, and with a Location without one",
    location,
    () => ({
      response: (answer, { method, path }) => {
        if (method !== "POST" || path !== "/Users" || answer.status !== 201) return;
        answer.headers.location = `${answer.headers.location ?? ""}`.replace(/[^/]+$/, "undefined");
        inBody(answer, (body) => {
          delete body.id;
          delete body.meta;
        });
      },
    }),
  ],
  [
    "Location leads to a user that does not exist",
    location,
    () => ({
      response: (answer, { method, path }) => {
        if (method !== "POST" || path !== "/Users" || answer.status !== 201) return;
        const before = answer.headers.location ?? "";
        answer.headers.location = `${before}0`;
        answer.body = answer.body.replaceAll(before, answer.headers.location);
      },
    }),
  ],
  [
    "a search by POST returns a user",
    { "2.0": [v2("3.4.3-01")] },
    () => ({
      response: (answer, { path }) => {
        if (!path.endsWith("/.search") || answer.status !== 200) return;
        inBody(answer, (body) => {
          const [first = {}] = listOf(body.Resources);
          answer.body = "";
          for (const name of Object.keys(body)) delete body[name];
          Object.assign(body, first);
        });
      },
    }),
  ],
  [
    "a schema is a list of one",
    { "1.1": [v1("3-04")], "2.0": [v2("4-03")] },
    () => ({
      response: (answer, { path }) => {
        if (!/^\/Schemas\/./.test(path) || answer.status !== 200) return;
        answer.body = JSON.stringify({ totalResults: 1, Resources: [JSON.parse(answer.body)] });
      },
    }),
  ],
  [
    "a resource type is a list of one",
    { "2.0": [v2("4-05")] },
    () => ({
      response: (answer, { path }) => {
        if (!/^\/ResourceTypes\/./.test(path) || answer.status !== 200) return;
        answer.body = JSON.stringify({ totalResults: 1, Resources: [JSON.parse(answer.body)] });
      },
    }),
  ],
  [
    "sortBy is ignored, and filters are not offered",
    { "1.1": [v1("3.2.2.2-02")], "2.0": [v2("3.4.2.3-02")] },
    () => ({
      ...withoutFilters,
      request: (call) => {
        call.path = call.path.replace(/([?&])(?:sortBy|sortOrder)=[^&]*/g, "$1");
      },
    }),
  ],
];

const cases = faults.flatMap(([name, ids, make]) =>
  versions.flatMap((version) => {
    const own = ids[version];
    return own ? [[name, version, own, make] as const] : [];
  }),
);

test.each(cases)("%s (version %s)", async (_name, version, ids, make) => {
  const seen = await verdictsOn(servers[version], version, ids, make(version));
  expect(
    ids.filter((_, index) => !["fail", "warn"].includes(seen[index] ?? "none")),
    `not seen: ${seen}`,
  ).toEqual([]);
});

test.each(versions)("a list is sorted without filters (version %s)", async (version) => {
  const id = { "1.1": v1("3.2.2.2-02"), "2.0": v2("3.4.2.3-02") }[version];
  expect(await verdictsOn(servers[version], version, [id], withoutFilters)).toEqual(["pass"]);
});

test.each(versions)("without a fault nothing is found (version %s)", async (version) => {
  const ids = [...new Set(cases.flatMap(([, of, own]) => (of === version ? own : [])))];
  expect(await verdictsOn(servers[version], version, ids, {})).toEqual(ids.map(() => "pass"));
});
