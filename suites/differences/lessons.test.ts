import { afterAll, beforeAll, expect, test } from "vitest";
import { dialectOf } from "../../client/dialects/dialect-of.ts";
import { decodeGroup } from "../../client/dialects/group-codec.ts";
import { type Mock, startMock } from "../../mock/index.ts";
import type { ExampleRequest, NeutralUser } from "../../schemas/index.ts";
import { differences } from "./catalogue.ts";
import { ada, example } from "./lesson.ts";

const bases = { today: "/scim/v1", tomorrow: "/scim/v2" } as const;

/** The code of the error with which the first request of a side is rejected. */
type Rejected = Partial<Record<keyof typeof bases, string>>;
const inBoth = (code: string): Rejected => ({ today: code, tomorrow: code });

/** Lessons whose first request is rejected on purpose, since the error is the lesson. */
const rejected: Readonly<Record<string, Rejected>> = {
  "DIFF-AUTH-01": inBoth("invalid_authentication"),
  "DIFF-AUTH-02": inBoth("invalid_authentication"),
  "DIFF-ERR-01": inBoth("missing_schema_element"),
  "DIFF-ERR-02": inBoth("missing_schema_element"),
  "DIFF-ERR-03": inBoth("missing_schema_element"),
  "DIFF-ERR-04": inBoth("missing_schema_element"),
  "DIFF-ERR-05": inBoth("missing_schema_element"),
  "DIFF-ERR-06": inBoth("missing_schema_element"),
  "DIFF-ERR-07": inBoth("email_taken"),
  "DIFF-ERR-08": inBoth("email_taken"),
  "DIFF-ERR-09": inBoth("email_taken"),
  "DIFF-ERR-11": inBoth("username_too_long"),
  "DIFF-PATCH-07": inBoth("username_empty"),
  "DIFF-RT-01": { today: "bad_endpoint" },
  "DIFF-RT-02": { today: "bad_endpoint" },
  "SAME-10": inBoth("no_such_user"),
};

/** Whom the examples name. */
const people: readonly NeutralUser[] = [
  {
    ...ada,
    id: example.user,
    timezone: "Europe/Paris",
    phoneNumbers: [
      { value: "+1 555 0100", primary: true },
      { value: "+1 555 0101", primary: false },
    ],
    addresses: [
      {
        streetAddress: "1 Main St",
        locality: "Springfield",
        region: "OR",
        postalCode: "97477",
        country: "US",
        primary: true,
      },
    ],
    roles: [{ value: "Engineer", primary: true }],
    enterprise: { department: "Research", costCenter: "4130", managerId: example.newcomer },
  },
  person(example.otherUser, "grace"),
  person(example.newcomer, "mary"),
  {
    ...person(example.guest, "gina"),
    guest: { type: "multi", expiration: "2035-01-31T23:59:59Z" },
  },
];

function person(id: string, userName: string): NeutralUser {
  return { id, userName, emails: [{ value: `${userName}@example.com`, primary: true }] };
}

let mock: Mock;

beforeAll(async () => {
  mock = await startMock({
    users: 8,
    groups: 0,
    people,
    settings: { photoDelayMs: 0, deactivationDelayMs: 0 },
  });
});

afterAll(() => mock.close());

async function send(base: string, { method, path, headers, body }: ExampleRequest) {
  const all = new Headers({ authorization: `Bearer ${mock.token}` });
  if (body !== undefined) all.set("content-type", "application/json");
  // Names of headers are case-insensitive.
  for (const [name, value] of Object.entries(headers ?? {})) all.set(name, value);
  const response = await fetch(`${mock.url}${base}${encodeURI(path).replaceAll("+", "%2B")}`, {
    method,
    headers: all,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text };
}

/** The users and groups of the organisation, by name, without what each write renews. */
async function state(): Promise<Record<string, unknown>> {
  const { decodeUser } = dialectOf("2.0", "slack");
  const all = async (path: string): Promise<unknown[]> =>
    JSON.parse((await send(bases.tomorrow, { method: "GET", path: `${path}?count=100` })).text)
      .Resources;
  const users = (await all("/Users")).map(decodeUser);
  const groups = (await all("/Groups")).map(decodeGroup);
  return Object.fromEntries([
    ...users.map(({ meta: _, ...user }) => [user.id, user]),
    ...groups.map(({ meta: _, ...group }) => [group.displayName, group]),
  ]);
}

/** An organisation as new, with the group of the examples. @returns the id that the group got */
async function organisation(): Promise<string> {
  mock.reset();
  const members = [example.user, example.otherUser].map((value) => ({ value }));
  const body = dialectOf("2.0", "slack").encodeGroup({ displayName: "Engineering", members });
  const { text } = await send(bases.tomorrow, { method: "POST", path: "/Groups", body });
  return JSON.parse(text).id;
}

/** Sends the requests of one version to a new organisation. */
async function replayed(version: keyof typeof bases, requests: readonly ExampleRequest[]) {
  const group = await organisation();
  const statuses: string[] = [];
  const before = await state();
  let effect: boolean | undefined;
  for (const request of requests) {
    const own: ExampleRequest = JSON.parse(
      JSON.stringify(request).replaceAll(example.group, group),
    );
    const { status, text } = await send(bases[version], own);
    statuses.push(`${status}${status < 300 ? "" : ` ${text}`}`);
    if (own.method !== "GET") effect ??= JSON.stringify(await state()) !== JSON.stringify(before);
  }
  return { statuses, effect, after: await state() };
}

const accepted = expect.stringMatching(/^2\d\d$/);
const refused = (code: string) => expect.stringMatching(`^4\\d\\d .*"${code}\\b`);

test.each(differences)(
  "$id: the requests of today and tomorrow work, and do the same",
  async ({ id, lesson }) => {
    const today = await replayed("today", lesson.today);
    const tomorrow = await replayed("tomorrow", lesson.tomorrow);
    for (const [side, { statuses, effect }] of Object.entries({ today, tomorrow })) {
      const code = rejected[id]?.[side as keyof typeof bases];
      const [first, ...others] = statuses;
      expect(first).toEqual(code === undefined ? accepted : refused(code));
      expect(others).toEqual(others.map(() => accepted));
      // A write that changes nothing would agree with any other.
      if (effect !== undefined && code === undefined) expect(effect).toBe(true);
    }
    expect(tomorrow.after).toEqual(today.after);
  },
);
