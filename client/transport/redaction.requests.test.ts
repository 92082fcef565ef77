import { describe, expect, test } from "vitest";
import { Redaction, type RedactionOptions } from "./redaction.ts";

const options = {
  secrets: ["xoxp-1-secret"],
  ownEmailDomain: "run.corp.org",
  ownNamePrefix: "scimct-ab1",
};

interface Asked {
  method?: string;
  url?: string;
  headers?: Record<string, string>;
  body?: string;
  error?: string;
  response?: { status: number; headers: Record<string, string>; body: string };
}

/** A gate, and attempts redacted by it. */
function gate(more: Partial<RedactionOptions> = {}) {
  const redaction = new Redaction({ ...options, ...more });
  const passed = ({
    method = "GET",
    url = "https://a.example/Users",
    headers = {},
    body,
    ...rest
  }: Asked) =>
    redaction.attempt({
      startedAt: new Date(0),
      durationMs: 0,
      attempt: 1,
      request: { method, url, headers, ...(body === undefined ? {} : { body }) },
      ...rest,
    });
  const answered = (body: string, headers: Record<string, string> = {}) =>
    passed({ response: { status: 200, headers, body } }).response;
  const url = (text: string) => passed({ url: text }).request.url;
  return { redaction, passed, answered, url };
}

/** A gate that has seen other people. */
function withStrangers(more: Partial<RedactionOptions> = {}) {
  const made = gate(more);
  made.answered(
    JSON.stringify({
      Resources: [{ id: "gracie", userName: "Grace Hopper", emails: ["g@navy.example"] }],
    }),
  );
  return made;
}

describe("in a URL", () => {
  test.each([
    ["https://a.example/Users/gracie", "https://a.example/Users/[personal]"],
    ["https://a.example/Users/Grace%20Hopper", "https://a.example/Users/[personal]"],
    ["https://a.example/Users/gracie?x=1#y", "https://a.example/Users/[personal]?x=1#y"],
    ["https://a.example/Users/gracie#y", "https://a.example/Users/[personal]#y"],
    ["https://a.example/gracie/Users/U1", "https://a.example/gracie/Users/U1"],
    ["https://a.example/Users/%zz", "https://a.example/Users/%zz"],
    ["https://a.example/Users/U1", "https://a.example/Users/U1"],
    ["https://a.example/Users/", "https://a.example/Users/"],
    // A host is not a name.
    ["https://gracie", "https://gracie"],
    ["https://a.example/Users?x=Grace%20Hopper", "https://a.example/Users?x=[personal]"],
    ["https://a.example/Users?x=g@navy.example", "https://a.example/Users?x=[personal]"],
    ["https://a.example/Users?x=ada@other.example", "https://a.example/Users?x=ada@other.example"],
    ["https://a.example/Users?x=ada@corp.org", "https://a.example/Users?x=[personal]"],
    ["https://a.example/Users?x=a@run.corp.org", "https://a.example/Users?x=a@run.corp.org"],
    ["https://a.example/Users?x=xoxp-1-secret", "https://a.example/Users?x=[redacted]"],
  ])("%s becomes %s", (text, shown) => {
    expect(withStrangers().url(text)).toBe(shown);
  });

  test("the size of a page stays, though someone has that number", () => {
    const made = gate();
    made.answered(JSON.stringify({ Resources: [{ userName: "Grace", employeeNumber: "1000" }] }));
    const paged = "https://a.example/Users?startIndex=1&count=1000";
    expect(made.url(paged)).toBe(paged);
    expect(made.redaction.text("more than 1000 users")).toBe("more than 1000 users");
  });

  test("an id that the run sent stays, and all ids when data of others may be shown", () => {
    const { passed, url } = withStrangers();
    passed({ method: "POST", body: '{"userName":"gracie"}' });
    expect(url("https://a.example/Users/gracie")).toBe("https://a.example/Users/gracie");
    const open = withStrangers({ showStrangers: true });
    expect(open.url("https://a.example/Users/gracie?x=ada@corp.org&t=xoxp-1-secret")).toBe(
      "https://a.example/Users/gracie?x=ada@corp.org&t=[redacted]",
    );
  });
});

describe("of headers", () => {
  const shown = (headers: Record<string, string>, more: Partial<RedactionOptions> = {}) =>
    withStrangers(more).answered("{}", headers)?.headers;

  test.each([
    "authorization",
    "Cookie",
    "set-cookie",
    "proxy-authorization",
    "proxy-authenticate",
    "x-api-key",
    "authentication-info",
  ])("%s is a credential", (name) => {
    expect(shown({ [name]: "abc" })).toEqual({ [name]: "[redacted]" });
    expect(shown({ [name]: "bearer abc" })).toEqual({ [name]: "bearer [redacted]" });
    expect(shown({ [name]: "x Bearer abc" })).toEqual({ [name]: "[redacted]" });
    expect(shown({ [name]: "Basics abc" })).toEqual({ [name]: "[redacted]" });
  });

  test("a location is shown as far as it names no one, another header as a sentence", () => {
    const location = "https://a.example/people/grace-h";
    expect(shown({ Location: location, "content-location": location })).toEqual({
      Location: "https://a.example/[personal]/[personal]",
      "content-location": "https://a.example/[personal]/[personal]",
    });
    expect(shown({ "x-at": location })).toEqual({ "x-at": location });
    expect(shown({ location }, { showStrangers: true })).toEqual({ location });
    expect(shown({ "x-by": "Grace Hopper", server: "Grace Hopper" })).toEqual({
      "x-by": "[personal]",
      server: "Grace Hopper",
    });
  });

  test("in one that is not a sentence, secrets and addresses are still found", () => {
    expect(shown({ server: "xoxp-1-secret", vary: "ada@corp.org", etag: "x" })).toEqual({
      server: "[redacted]",
      vary: "[personal]",
      etag: "x",
    });
    // Two values do not make a secret together.
    expect(shown({ server: "Grace Hopper xoxp-1-", etag: "secret" })).toEqual({
      server: "Grace Hopper xoxp-1-",
      etag: "secret",
    });
  });
});

describe("of a request's body", () => {
  const sent = (asked: Asked) => withStrangers().passed(asked).request.body;
  const user = '{"schemas":["urn:x:y"],"id":"U9","userName":"ada"}';
  test.each<[string, Asked, string | undefined]>([
    ["there is none when none was sent", { method: "POST" }, undefined],
    ["a write is the run's own", { method: "PUT", body: user }, user],
    [
      "a search is not",
      { method: "POST", url: "https://a.example/.search", body: user },
      user.replace("ada", "[personal]"),
    ],
    [
      "secrets and foreign addresses are removed from a body that is not JSON",
      { method: "POST", body: "xoxp-1-secret {" },
      "[redacted] {",
    ],
    [
      "a search that is not JSON",
      { method: "POST", url: "https://a.example/.search", body: "ada@corp.org" },
      "[personal]",
    ],
    [
      "passwords are removed",
      { method: "PUT", body: '{"x":[{"password":"p"}],"y":[1]}' },
      '{"x":[{"password":"[redacted]"}],"y":[1]}',
    ],
  ])("%s", (_, asked, body) => {
    expect(sent(asked)).toBe(body);
  });

  test("the value in a search does not belong to the run", () => {
    const { passed, redaction } = withStrangers();
    const filter = '{"filter":"Grace Hopper"}';
    passed({ method: "POST", url: "https://a.example/.search", body: filter });
    expect(redaction.text("Grace Hopper")).toBe("[personal]");
    passed({ method: "POST", body: filter });
    expect(redaction.text("Grace Hopper")).toBe("Grace Hopper");
  });
});

test("the error is a sentence; with a response there is none", () => {
  const { passed } = withStrangers();
  expect(passed({ error: "no route to Grace Hopper" }).error).toBe("no route to [personal]");
  expect(passed({})).not.toHaveProperty("error");
  expect(passed({})).not.toHaveProperty("response");
});

describe("of a response that is not JSON", () => {
  test("secrets are removed everywhere, names of others in sentences", () => {
    const { answered } = withStrangers();
    expect(answered("Grace Hopper, xoxp-1-secret")?.body).toBe("[personal], [redacted]");
    expect(answered("<User><a>scimct-ab1</a><b>ada</b></User>")?.body).toBe(
      "<User><a>scimct-ab1</a><b>[personal]</b></User>",
    );
  });

  test("data of others stays when it may be shown", () => {
    const { answered } = withStrangers({ showStrangers: true });
    expect(answered("<a>ada@corp.org xoxp-1-secret</a>")?.body).toBe(
      "<a>ada@corp.org [redacted]</a>",
    );
  });
});

test("only given accounts are removed", () => {
  expect(gate().redaction.text("Stryker was here, scim")).toBe("Stryker was here, scim");
  expect(gate({ accounts: ["scim"] }).redaction.text("scim, scims")).toBe("[redacted], scims");
});

test("a document of what passed before is JSON with a line feed", () => {
  const { redaction } = gate();
  expect(redaction.writtenJson({ a: ["b@corp.org", "c@x.example"] }, 1)).toBe(
    '{\n "a": [\n  "[personal]",\n  "c@x.example"\n ]\n}\n',
  );
  expect(redaction.writtenJson({ a: 1 })).toBe('{"a":1}\n');
});

test("an observed resource of others is shown when their data may be shown", () => {
  const user = { schemas: ["urn:x:y"], id: "U1", userName: "grace" };
  expect(gate({ showStrangers: true }).redaction.json([user])).toEqual([user]);
  expect(gate().redaction.json([user])).toEqual([{ ...user, userName: "[personal]" }]);
});
