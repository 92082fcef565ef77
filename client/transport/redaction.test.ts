import { describe, expect, test } from "vitest";
import type { Attempt } from "./attempt.ts";
import { Redaction, type RedactionOptions } from "./redaction.ts";

const options: RedactionOptions = {
  secrets: ["xoxp-1-secret"],
  ownEmailDomain: "run.scim-conformance.net",
  ownNamePrefix: "scimct-ab1",
};
const gate = (more: Partial<RedactionOptions> = {}) => new Redaction({ ...options, ...more });

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** A person of the organisation. */
const person = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  id: "U012AB3CD",
  externalId: "corp-4711",
  meta: {
    resourceType: "User",
    created: "2024-01-01T00:00:00Z",
    version: 'W/"3694e05e"',
    location: "https://api.example/scim/v2/Users/U012AB3CD",
    createdBy: "Howard Aiken",
  },
  userName: "grace.h",
  name: { givenName: "Grace", familyName: "Hopper" },
  displayName: "Grace Hopper",
  title: "",
  nickName: " ",
  active: true,
  age: 79,
  vip: true,
  locale: null,
  timezone: "America/New_York",
  preferredLanguage: "en-GB",
  profileUrl: "https://corp.example/people/grace",
  emails: [
    { value: "grace@navy.mil", type: "work", primary: true },
    { value: "grace@home.example", type: "grace's own" },
  ],
  ims: [{ value: "gracie", type: "aim" }],
  entitlements: ["admiral"],
  x509Certificates: [{ value: "MIIDQzCCAqyg" }],
  groups: [{ value: "S0GROUP01", display: "Compiler writers", type: "direct" }],
  [enterprise]: {
    employeeNumber: "701984",
    manager: { value: "U0BOSS001", displayName: "Howard Aiken", $ref: "../Users/U0BOSS001" },
  },
  "urn:acme:badge:1.0:User": { badge: { number: 7, holder: "Grace" } },
  "grace@navy.mil": "x",
};
const own = {
  ...person,
  id: "U0OWN0001",
  emails: [{ value: "scimct-ab11@run.scim-conformance.net" }],
};

/** A response redacted by a gate. */
function answered(
  body: unknown,
  redaction = gate(),
  {
    method = "GET",
    url = "https://api.example/scim/v2/Users",
    sent,
    status = 200,
    headers = {},
  }: {
    method?: string;
    url?: string;
    sent?: unknown;
    status?: number;
    headers?: Record<string, string>;
  } = {},
) {
  const attempt: Attempt = {
    startedAt: new Date(0),
    durationMs: 1,
    attempt: 1,
    request: {
      method,
      url,
      headers: {},
      ...(sent === undefined
        ? {}
        : { body: typeof sent === "string" ? sent : JSON.stringify(sent) }),
    },
    response: { status, headers, body: typeof body === "string" ? body : JSON.stringify(body) },
  };
  const { request, response } = redaction.attempt(attempt);
  return { request, response, body: response?.body ?? "" };
}

describe("of a person whom the run did not create", () => {
  test("the structure stays, and values that say nothing about a person", () => {
    const { body } = answered({ totalResults: 1, Resources: [person] });
    expect(JSON.parse(body)).toEqual({
      totalResults: 1,
      Resources: [
        {
          schemas: person.schemas,
          id: "U012AB3CD",
          externalId: "[personal]",
          meta: { ...person.meta, createdBy: "[personal]" },
          userName: "[personal]",
          name: { givenName: "[personal]", familyName: "[personal]" },
          displayName: "[personal]",
          title: "",
          nickName: " ",
          active: true,
          age: 0,
          vip: false,
          locale: null,
          timezone: "[personal]",
          preferredLanguage: "[personal]",
          profileUrl: "[personal]",
          emails: [
            { value: "[personal]", type: "work", primary: true },
            { value: "[personal]", type: "[personal]" },
          ],
          ims: [{ value: "[personal]", type: "aim" }],
          entitlements: ["[personal]"],
          x509Certificates: [{ value: "[personal]" }],
          groups: [{ value: "S0GROUP01", display: "[personal]", type: "direct" }],
          [enterprise]: {
            employeeNumber: "[personal]",
            manager: {
              value: "U0BOSS001",
              displayName: "[personal]",
              $ref: "../Users/U0BOSS001",
            },
          },
          "urn:acme:badge:1.0:User": { badge: { number: 0, holder: "[personal]" } },
          "[personal]": "[personal]",
        },
      ],
    });
  });

  test.each([
    [
      "a group",
      { id: "S1", displayName: "Sales", members: [{ value: "U1", display: "Grace Hopper" }] },
    ],
    [
      "a bulk answer",
      { Operations: [{ method: "POST", status: "409", response: { detail: "x", user: person } }] },
    ],
    ["a list of lists", [[person], [[person]]]],
    ["a list of names", ["Grace Hopper", "grace"]],
    ["a resource under an unknown name", { login: "grace", mail: "grace@navy.mil" }],
    ["an error that quotes a whole user", { detail: "taken", conflict: person }],
    ["an error with a name beside it", { error: "taken", owner: "Grace" }],
    ["a user at a domain of examples", { ...person, emails: [{ value: "grace@corp.example" }] }],
  ])("%s names no one", (_, body) => {
    const text = answered(body).body;
    expect(text).not.toMatch(/grace|hopper|sales|aiken/i);
    expect(text).toContain("[personal]");
  });

  test.each([
    ["truncated JSON", JSON.stringify({ Resources: [person] }).slice(0, -30)],
    ["truncated JSON inside of a text", '{"userName":"gra'],
    ["JSON with a comma too many", '{"userName":"grace","age":79,}'],
    [
      "XML",
      "<Response><User id='grace'><userName>grace</userName><!-- hopper --></User></Response>",
    ],
    ["XML with a declaration", '<?xml version="1.0"?><scim:User><![CDATA[Grace]]></scim:User>'],
    ["a form", "userName=grace&name.familyName=Hopper"],
    ["a page that quotes an address", "<html><body>no user grace@navy.mil</body></html>"],
  ])("%s names no one either", (_, body) => {
    const text = answered(body).body;
    expect(text).not.toMatch(/grace|hopper|79/i);
    expect(text).toContain("[personal]");
  });

  test("names of members and elements stay in malformed bodies, and values of the run", () => {
    const redaction = gate();
    answered({}, redaction, { method: "POST", sent: { userName: "own-name" } });
    const cut =
      '{"schemas":["urn:x:y"],"userName":"own-name","title":"","active":true,"nickName":"gr';
    expect(answered(cut, redaction).body).toBe(
      '{"schemas":["urn:x:y"],"userName":"own-name","title":"","active":true,"nickName":"[personal]',
    );
    expect(answered("<User a='1'><userName>own-name</userName>grace</User>", redaction).body).toBe(
      '<User a="[personal]"><userName>own-name</userName>[personal]</User>',
    );
  });

  test.each([
    ["grace", "[personal]"],
    ["grace.hopper@navy.mil", "[personal]"],
    ["grace42", "[personal]"],
    ["Grace Hopper", "[personal]"],
    ["grace-hopper-1906", "[personal]"],
    ["5f2b6c9d8e7a1b3c4d5e6f70", "5f2b6c9d8e7a1b3c4d5e6f70"],
    ["deadbeefcafe", "[personal]"],
    ["U012AB3CD", "U012AB3CD"],
    ["42", "42"],
    ["2819c223-7f76-453a-919d-413861904646", "2819c223-7f76-453a-919d-413861904646"],
    ["00u1a2b3c4d5e6f7g8h9", "00u1a2b3c4d5e6f7g8h9"],
  ])("the id %s is written as %s", (id, shown) => {
    const location = `https://api.example/Users/${encodeURIComponent(id)}`;
    const { body, response } = answered({ id, meta: { location } }, gate(), {
      headers: { location },
    });
    const user = JSON.parse(body);
    expect(user.id).toBe(shown);
    expect(decodeURIComponent(user.meta.location)).toBe(`https://api.example/Users/${shown}`);
    expect(decodeURIComponent(response?.headers.location ?? "")).toBe(
      `https://api.example/Users/${shown}`,
    );
  });

  test.each([
    [
      "https://other.example/scim/v2/Users/U012AB3CD",
      "https://other.example/scim/v2/Users/U012AB3CD",
    ],
    ["/tenants/t-42x/Users/U012AB3CD", "/tenants/t-42x/Users/U012AB3CD"],
    [
      "https://other.example/people/grace/U012AB3CD?name=grace#x",
      "https://other.example/[personal]/[personal]/U012AB3CD?[personal]",
    ],
    ["../Users/U012AB3CD/", "../Users/U012AB3CD/"],
    ["grace", "[personal]"],
    ["mailto:grace", "[personal]"],
    ["https://api.example/scim/v2/Users", "https://api.example/scim/v2/Users"],
  ])("the location %s is written as %s", (location, shown) => {
    const url = "https://api.example/tenants/t-42x/Users/grace";
    const { body } = answered({ id: "U1", meta: { location } }, gate(), { url });
    expect(JSON.parse(body).meta.location).toBe(shown);
  });

  test("an id that is the userName is not written, though it looks like a generated one", () => {
    const { body } = answered({ id: "GRACE-42", userName: "grace-42" });
    expect(body).not.toMatch(/grace/i);
  });

  test("their values are later found in sentences, URLs and headers", () => {
    const redaction = gate();
    answered({ Resources: [{ ...person, id: "grace.h" }] }, redaction);
    expect(redaction.text("grace.h is not Grace Hopper (https://corp.example/people/grace)")).toBe(
      "[personal] is not [personal] ([personal])",
    );
    const error = answered({ detail: "the nickname of Grace is Hopper" }, redaction, {
      url: "https://api.example/scim/v2/Users/grace.h?filter=userName%20eq%20%22grace.h%22",
      headers: { "x-user": "Grace Hopper" },
    });
    expect(error.body).toBe('{"detail":"the nickname of [personal] is [personal]"}');
    expect(error.request.url).not.toContain("grace");
    expect(error.response?.headers["x-user"]).toBe("[personal]");
  });

  test("a word of a sentence that only looks like theirs stays", () => {
    const redaction = gate();
    const names = {
      ...person,
      userName: "status",
      nickName: "error",
      title: "Engineer",
      displayName: "Will",
    };
    answered({ Resources: [names] }, redaction);
    const sentence =
      'status: expected "error"; it will be seen in urn:x:Will, by an Engineer of en-GB';
    expect(redaction.text(sentence)).toBe(sentence);
  });
});

describe("data of the run stays readable", () => {
  test.each([
    ["by its addresses", own],
    ["by its name", { ...person, userName: "scimct-ab11x", emails: [] }],
    ["by its name in other letters and signs", { ...person, displayName: "Display SCIMCT_AB1x" }],
  ])("a user, told %s", (_, user) => {
    const { meta, [enterprise]: block, groups, ...rest } = JSON.parse(answered(user).body);
    const {
      meta: _meta,
      [enterprise]: _block,
      groups: _groups,
      "grace@navy.mil": _mail,
      ...due
    } = user;
    expect(rest).toMatchObject({ ...due, emails: user.emails.map(() => expect.anything()) });
    expect(meta.createdBy).toBe("[personal]");
    expect(block.manager).toMatchObject({ value: "U0BOSS001", displayName: "[personal]" });
    expect(groups[0]).toMatchObject({ value: "S0GROUP01", display: "[personal]" });
  });

  test("a common prefix is not enough: the tag of the run is required", () => {
    expect(answered({ ...person, userName: "scimct-zz9" }).body).not.toContain("scimct-zz9");
  });

  test("a created resource, by its id, under any later name", () => {
    const redaction = gate();
    const sent = { userName: "a@b", title: "Pilot" };
    const made = answered({ id: "U1NEW", userName: "a", title: "Pilot", emails: [] }, redaction, {
      method: "POST",
      status: 201,
      sent,
    });
    expect(made.body).toContain("Pilot");
    expect(
      answered({ id: "U1NEW", userName: "changed", title: "Diver" }, redaction).body,
    ).toContain("Diver");
    expect(
      answered({ id: "U2", userName: "changed", title: "Diver" }, redaction).body,
    ).not.toContain("Diver");
  });

  test.each([
    ["a refusal", { status: 409 }],
    ["a search", { url: "https://api.example/scim/v2/Users/.search" }],
    ["a change", { method: "PATCH" }],
  ])("%s makes no one the run's own", (_, more) => {
    const redaction = gate();
    const how = { method: "POST", status: 201, sent: { userName: "grace.h" }, ...more };
    answered({ id: "U2", userName: "grace.h" }, redaction, how);
    expect(answered({ ...person, id: "U2" }, redaction).body).not.toContain("Hopper");
  });

  test("one address of the run's domain among others is not enough", () => {
    const emails = [{ value: "x@run.scim-conformance.net" }, { value: "grace@navy.mil" }];
    expect(answered({ ...person, emails }).body).not.toContain("Hopper");
    expect(answered({ ...person, emails: [] }).body).not.toContain("Hopper");
  });

  test("a created resource is recognised by one of its names, when the server changed the others", () => {
    const redaction = gate();
    const how = {
      method: "POST",
      status: 201,
      sent: { userName: "mine", displayName: "Mine Own" },
    };
    const shown = answered(
      { id: "U7", userName: "mine", displayName: "Quite Other" },
      redaction,
      how,
    );
    expect(shown.body).toContain("Quite Other");
  });

  test("another user in the response to a create does not belong to the run", () => {
    const redaction = gate();
    const how = { method: "POST", status: 201, sent: { userName: "mine" } };
    expect(answered(person, redaction, how).body).not.toContain("Hopper");
  });

  test("a create without a body, by its location; a bulk job, by the locations of its creates", () => {
    const redaction = gate();
    const location = "https://api.example/scim/v2/Users/new%201";
    answered("", redaction, {
      method: "POST",
      status: 201,
      headers: { location },
      sent: { userName: "n" },
    });
    expect(answered({ id: "new 1", title: "Diver" }, redaction).body).toContain("Diver");
    const operations = [
      { method: "POST", location: "https://api.example/scim/v2/Users/B1", status: { code: "201" } },
      { method: "POST", location: "https://api.example/scim/v2/Users/B2", status: "409" },
      { method: "DELETE", location: "https://api.example/scim/v2/Users/B3", status: "204" },
    ];
    answered({ Operations: operations }, redaction, { method: "POST", sent: { Operations: [] } });
    const shows = (id: string) =>
      answered({ id, title: "Diver" }, redaction).body.includes("Diver");
    expect(["B1", "B2", "B3"].map(shows)).toEqual([true, false, false]);
  });

  test("values that the run sent never count as those of others", () => {
    const redaction = gate();
    const zone = { ...person, timezone: "North/Pole 17", title: "Ice Pilot 1" };
    answered({ Resources: [zone] }, redaction);
    const seen = 'timezone: expected "North/Pole 17", of the Ice Pilot 1';
    expect(redaction.text(seen)).toBe('timezone: expected "[personal]", of the [personal]');
    answered({}, redaction, {
      method: "PATCH",
      sent: { timezone: "North/Pole 17", title: "ice pilot 1" },
    });
    expect(redaction.text(seen)).toBe(seen);
  });

  test("defaults of a server do not count as personal data, in any order of users", () => {
    const redaction = gate();
    const block = { [enterprise]: { organization: "Acme Holding 7" } };
    answered({ ...person, ...block }, redaction);
    expect(redaction.json({ seen: "Acme Holding 7" })).toEqual({ seen: "[personal]" });
    answered({ ...own, ...block }, redaction);
    expect(redaction.json({ seen: "Acme Holding 7" })).toEqual({ seen: "Acme Holding 7" });
    expect(redaction.text("Howard Aiken")).toBe("[personal]");
  });

  test("what the run sends is readable as it was sent, an example's address too", () => {
    const sent = { userName: "bjensen@example.com", emails: ["x@@y.example"], note: "Ada" };
    const redaction = gate();
    const { request } = answered({ detail: "taken: bjensen@example.com" }, redaction, {
      method: "POST",
      sent,
    });
    expect(request.body).toBe(JSON.stringify(sent));
    expect(redaction.text("bjensen@example.com, grace@example.com")).toBe(
      "bjensen@example.com, [personal]",
    );
  });

  test("descriptions of the service and errors are unchanged", () => {
    for (const body of [
      {
        schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
        detail: "user_not_found",
        status: "404",
      },
      { Errors: { description: "user_not_found", code: 404 } },
      { Errors: [{ description: "user_not_found", code: 404 }] },
      { ok: false, error: "invalid_auth" },
      {
        patch: { supported: true },
        bulk: { supported: false, maxOperations: 7 },
        authenticationSchemes: [{ name: "OAuth" }],
      },
      {
        id: "urn:x:User",
        name: "User",
        attributes: [{ name: "userName", description: "Of a person" }],
      },
      { schemas: ["urn:x"], name: "User", endpoint: "/Users", schema: "urn:x:User" },
      { totalResults: 7, itemsPerPage: 2, startIndex: 1, Resources: [] },
    ]) {
      expect(answered(body).body).toBe(JSON.stringify(body));
    }
  });
});

describe("secrets", () => {
  test("are removed from every part of an attempt", () => {
    const base64 = Buffer.from("a xoxp-1-secret").toString("base64");
    const { request, response } = answered({ ...own, title: base64, "xoxp-1-secret": 1 }, gate(), {
      method: "PUT",
      url: "https://api.example/Users?x=xoxp%2D1%2dsecret",
      sent: { title: "xoxp-1-secret", password: "hunter2" },
      headers: { "x-said": "\\u0078oxp-1-secret" },
    });
    const all = JSON.stringify([request, response]);
    expect(all).not.toMatch(/xoxp|oxp-1|hunter2/);
    expect(all).not.toContain(base64.slice(4, -4));
    expect(JSON.parse(response?.body ?? "")).toMatchObject({ "[redacted]": 1 });
  });

  test("are removed from the names of headers, and from names of members in observations", () => {
    const redaction = gate();
    const { response } = answered(own, redaction, {
      method: "GET",
      headers: { "x-xoxp-1-secret": "1" },
    });
    expect(response?.headers).toEqual({ "x-[redacted]": "1" });
    expect(redaction.json({ list: [{ "a xoxp-1-secret": { status: 200 } }] })).toEqual({
      list: [{ "a [redacted]": { status: 200 } }],
    });
  });

  test("credentials in headers are hidden, their scheme stays", () => {
    const redaction = gate();
    const { request } = redaction.attempt({
      startedAt: new Date(0),
      durationMs: 1,
      attempt: 1,
      request: {
        method: "GET",
        url: "https://h.example/",
        headers: {
          Authorization: "Bearer abc",
          cookie: "a=b",
          "Proxy-Authorization": "Basic eDp5",
          accept: "*/*",
        },
      },
      error: "cannot reach grace@navy.mil with xoxp-1-secret",
    });
    expect(request.headers).toEqual({
      Authorization: "Bearer [redacted]",
      cookie: "[redacted]",
      "Proxy-Authorization": "Basic [redacted]",
      accept: "*/*",
    });
  });

  test("a password with a quotation mark leaves valid JSON", () => {
    const redaction = gate({ secrets: ['p","s:1'] });
    expect(JSON.parse(redaction.writtenJson({ note: 'said p","s:1', list: ["p", "s:1"] }))).toEqual(
      {
        note: "said [redacted]",
        list: ["p", "s:1"],
      },
    );
  });

  test("an account is removed where it stands alone, not in URNs and paths", () => {
    const redaction = gate({ accounts: ["scim"] });
    expect(redaction.text("no user scim. urn:scim:x /scim/v2 scimmy")).toBe(
      "no user [redacted]. urn:scim:x /scim/v2 scimmy",
    );
  });
});

describe("values that a check observed", () => {
  test("lose numbers and unknown time zones of others, and keep well-known time zones", () => {
    const redaction = gate();
    answered({ ...person, age: 7734210001, timezone: "Zone/Unknown" }, redaction);
    expect(
      redaction.json({
        zones: ["Zone/Unknown", "Europe/Berlin"],
        why: "must be a text, but is 7734210001",
        number: 7734210001,
        count: 12,
      }),
    ).toEqual({
      zones: ["[personal]", "Europe/Berlin"],
      why: "must be a text, but is [personal]",
      number: 0,
      count: 12,
    });
  });

  test("keep their structure; names of others are removed from sentences", () => {
    const redaction = gate();
    const observed = {
      status: 404,
      said: "no grace@navy.mil",
      token: "refused",
      list: [null, true, 7],
      none: undefined,
    };
    expect(redaction.json(observed)).toEqual({ ...observed, said: "no [personal]" });
  });

  test("of resources of others the structure is shown; those of the run are unchanged", () => {
    const redaction = gate();
    answered({}, redaction, { method: "POST", sent: { userName: "sent-name", title: "Diver" } });
    const mine = { userName: "sent-name", title: "Diver", emails: [] };
    expect(redaction.json({ user: mine })).toEqual({ user: mine });
    const schemas = ["urn:ietf:params:scim:schemas:core:2.0:User"];
    expect(
      redaction.json({ user: { schemas, id: "U9", userName: "grace", title: "Diver" } }),
    ).toEqual({
      user: { schemas, id: "U9", userName: "[personal]", title: "[personal]" },
    });
    expect(redaction.json([{ schemas, id: "U9", displayName: "Sales", members: [] }])).toEqual([
      { schemas, id: "U9", displayName: "[personal]", members: [] },
    ]);
  });

  test("an observation derived from a resource is not a resource, even with members of the same names", () => {
    const redaction = gate();
    for (const made of [
      { userName: "kept", nickName: "kept", emails: 2 },
      { userName: { due: "a", came: "b" }, displayName: "kept", members: ["a"], id: "x" },
      { schemas: "kept", id: "kept", userName: "kept" },
      { schemas: ["kept"], id: "kept", userName: "kept" },
      { schemas: ["urn:x"], id: 1, userName: "kept" },
      { schemas: ["urn:x"], id: "kept", title: "kept" },
    ]) {
      expect(redaction.json(made)).toEqual(made);
    }
  });
});

describe("text made of what passed before", () => {
  const reread = new Redaction({ secrets: [], ownNamePrefix: "scimct-" });
  test("loses tokens of Slack and addresses; those of the run and of examples stay", () => {
    const text =
      "xoxb-17653672481-abc grace@navy.mil scimct-1@run.scim-conformance.net b@example.com";
    expect(reread.written(text)).toBe(
      "[redacted] [personal] scimct-1@run.scim-conformance.net b@example.com",
    );
  });

  test("is the same when it passes once more", () => {
    const once = reread.written("xoxb-17653672481-abc grace@navy.mil");
    expect(reread.written(once)).toBe(once);
  });
});

test("data of others may be shown, secrets never", () => {
  const redaction = gate({ showStrangers: true });
  expect(redaction.text("grace@navy.mil xoxp-1-secret")).toBe("grace@navy.mil [redacted]");
  expect(redaction.json({ a: "grace@navy.mil xoxp-1-secret" })).toEqual({
    a: "grace@navy.mil [redacted]",
  });
  const { body } = answered({ ...person, note: "xoxp-1-secret", password: "p" }, redaction);
  expect(JSON.parse(body)).toEqual({ ...person, note: "[redacted]", password: "[redacted]" });
  expect(gate().withoutSecrets("grace@navy.mil xoxp-1-secret")).toBe("grace@navy.mil [redacted]");
});

test("five megabytes without an address are redacted without noticeable delay", () => {
  // Base64 of a photo: quadratic work on this would take hours, and the test's time limit ends it.
  const photo = "x".repeat(5_000_000);
  expect(gate().text(`${photo} ada@corp.org`)).toBe(`${photo} [personal]`);
});

test("a response with a hundred thousand levels is written, or hidden, without an error", () => {
  const deep = `${'{"a":['.repeat(50_000)}"grace"${"]}".repeat(50_000)}`;
  expect(answered(deep).body).not.toContain("grace");
});
