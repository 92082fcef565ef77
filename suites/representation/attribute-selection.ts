import type { CallOptions, Outcome } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { clause, inf } from "../clause.ts";
import { oneOf } from "../expectation.ts";
import { at, items } from "../json.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { blocked, Skip } from "../run/stop.ts";
import { type WithValues, withValues } from "../with-values.ts";

const area = "representation";

/** No source shows that Slack honours `attributes` or `excludedAttributes` (FACT-FORMAT-14). */
const ignored = inf("FACT-FORMAT-14", {}, "ignores attributes and excludedAttributes");

const read = (t: CheckContext, query: NonNullable<CallOptions["query"]>) =>
  t.once(`a user read with ${JSON.stringify(query)}`, async () => {
    const answer = await t.users.get((await t.sharedUser()).id, { query });
    if (answer.status !== 200) throw blocked(`the read returned ${describeAnswer(answer)}`);
    return answer;
  });

const listed = (t: CheckContext, query: NonNullable<CallOptions["query"]>) =>
  t.once(`users listed with ${JSON.stringify(query)}`, async () => {
    await t.sharedUser();
    // A new user may be listed with a delay.
    const answer = await t.poll(
      "a list contains any user",
      () => t.users.list({ count: 1, query }),
      (list) => list.status >= 400 || items(at(list.json, "Resources")).length > 0,
    );
    if (answer.status !== 200) throw blocked(`the list returned ${describeAnswer(answer)}`);
    return { ...answer, json: at(answer.json, "Resources", 0) };
  });

/** The attributes that are always returned: the common ones, and those that the schema declares so. */
async function minimum(t: CheckContext): Promise<string[]> {
  const common = ["schemas", "id", "meta"];
  if (t.version === "1.1") return common;
  try {
    const declared = await t.provider.documents.attributes("User");
    return [
      ...common,
      ...declared.filter(({ returned }) => returned === "always").map(({ path }) => path),
    ];
  } catch (error) {
    if (error instanceof Skip) return common;
    throw error;
  }
}

type Answer = Pick<Outcome<unknown>, "json" | "exchangeId">;

/** The attributes of a user in a response beyond the requested ones. */
async function beyond(t: CheckContext, answer: Answer, ...asked: string[]): Promise<WithValues> {
  const { json } = answer;
  const allowed = [...(await minimum(t)), ...asked];
  const names = Object.keys(Object(json));
  const more = names.filter((name) => !allowed.includes(name) && isThere(json, name));
  return withValues(more, {}, answer);
}

/** An attribute of the shared user that a selection can remove. */
async function removable(t: CheckContext): Promise<string> {
  const kept = await minimum(t);
  const { json } = await read(t, {});
  const name = ["emails", "name", "title", "displayName"].find(
    (each) => at(json, each) !== undefined && !kept.includes(each),
  );
  if (name === undefined) throw blocked("the user has no attribute that could be excluded");
  return name;
}

/** Null and an empty array are no values (RFC 7643 §2.5). */
const isThere = (user: unknown, name: string) => {
  const value = at(user, name);
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
};

const hasId = (user: unknown) =>
  withValues(isThere(user, "id"), { "attributes returned": Object.keys(Object(user)) });

/** Selection of attributes: SCIM 1.1 protocol §3.7, RFC 7644 §3.4.2.5 and §3.9. */
export const attributeSelection: readonly Requirement[] = [
  {
    title: "attributes returns only the requested attributes of a user",
    area,
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3.7-03", ignored),
      "2.0": clause("SCIM20-7644-3.9-01", ignored),
    },
    expect: { userName: true, alsoReturned: [] },
    check: async (t) => {
      const answer = await read(t, { attributes: "userName" });
      const { json } = answer;
      return {
        userName: withValues(
          isThere(json, "userName"),
          { returned: Object.keys(Object(json)) },
          answer,
        ),
        alsoReturned: await beyond(t, answer, "userName"),
      };
    },
  },
  {
    title: "attributes returns only the requested attributes in lists",
    area,
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-3.4.2.5-01", ignored) },
    expect: { userName: true, alsoReturned: [] },
    check: async (t) => {
      const answer = await listed(t, { attributes: "userName" });
      const user = answer.json;
      return {
        userName: withValues(
          isThere(user, "userName"),
          { returned: Object.keys(Object(user)) },
          answer,
        ),
        alsoReturned: await beyond(t, answer, "userName"),
      };
    },
  },
  {
    title: "attributes applies to responses of PUT and PATCH",
    area,
    safety: "write",
    versions: { "1.1": clause("SCIM11-API-3.7-01") },
    expect: { alsoReturned: [] },
    check: (t) =>
      t.fixtures.leaseFor([], async ({ id, sent }) => {
        const query = { attributes: "userName" };
        const intent = { kind: "set", path: "title", value: "Principal" } as const;
        const answers: Outcome<NeutralUser>[] = [
          await t.users.replace(id, sent, { query }),
          await t.users.patch(id, [intent], { query }),
        ];
        const shown = await Promise.all(answers.map((each) => beyond(t, each, "userName")));
        return { alsoReturned: [...new Set(shown.flatMap(({ fact }) => items(fact).map(String)))] };
      }),
  },
  {
    title: "attributes that are always returned are returned with any selection",
    area,
    safety: "read",
    versions: {
      "1.1": {
        ...clause("SCIM11-API-3.7-02", inf("FACT-FORMAT-14")),
        expect: { id: true, meta: true },
      },
      "2.0": clause("SCIM20-7643-7-11", inf("FACT-FORMAT-14")),
    },
    expect: { id: true, lost: [] },
    check: async (t) => {
      const { json } = await read(t, { attributes: "userName" });
      const plain = await read(t, {});
      const always = (await minimum(t)).slice(3).filter((name) => !name.includes("."));
      return {
        id: withValues(isThere(json, "id"), { returned: Object.keys(Object(json)) }),
        meta: withValues(isThere(json, "meta"), { returned: Object.keys(Object(json)) }),
        lost: always.filter((name) => isThere(plain.json, name) && !isThere(json, name)),
      };
    },
  },
  {
    // The example of §3.9 has them. No text says that they are always returned, and the items of a
    // list have none in the example of §3.4.2.
    title: "a user that is read with attributes has schemas",
    area,
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-3.9-05", inf("FACT-FORMAT-14")) },
    expect: { schemas: true },
    check: async (t) => {
      const answer = await read(t, { attributes: "userName" });
      const returned = Object.keys(Object(answer.json));
      return { schemas: withValues(isThere(answer.json, "schemas"), { returned }, answer) };
    },
  },
  {
    title: "attributes can select a single sub-attribute",
    area,
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3.7-04", ignored),
      "2.0": clause("SCIM20-7644-3.9-04", ignored),
    },
    expect: { parts: ["familyName"], alsoReturned: [] },
    check: async (t) => {
      const plain = await read(t, {});
      if (!isThere(at(plain.json, "name"), "familyName")) throw blocked("the user has no name");
      const answer = await read(t, { attributes: "name.familyName" });
      return {
        parts: withValues(Object.keys(Object(at(answer.json, "name"))), {}, answer),
        alsoReturned: await beyond(t, answer, "name"),
      };
    },
  },
  {
    title: "excludedAttributes removes exactly the named attributes of a user",
    area,
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-3.9-02", ignored) },
    expect: { stillReturned: false, alsoGone: [] },
    check: async (t) => {
      const name = await removable(t);
      const plain = await read(t, {});
      const answer = await read(t, { excludedAttributes: name });
      const { json } = answer;
      return {
        stillReturned: withValues(
          isThere(json, name),
          { excluded: name, [name]: at(json, name) },
          answer,
        ),
        alsoGone: Object.keys(Object(plain.json)).filter(
          (other) => other !== name && isThere(plain.json, other) && !isThere(json, other),
        ),
      };
    },
  },
  {
    title: "excludedAttributes removes the named attributes in lists",
    area,
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-3.4.2.5-02", ignored) },
    expect: { users: false, groups: false },
    check: async (t) => {
      const name = await removable(t);
      const list = await listed(t, { excludedAttributes: name });
      const user = list.json;
      await t.sharedGroup();
      const groups = await t.groups.list({ count: 20, query: { excludedAttributes: "members" } });
      return {
        users: withValues(
          isThere(user, name),
          { excluded: name, returned: Object.keys(Object(user)) },
          list,
        ),
        groups: withValues(
          items(at(groups.json, "Resources")).some((group) => isThere(group, "members")),
          { excluded: "members", returned: Object.keys(Object(at(groups.json, "Resources", 0))) },
          groups,
        ),
      };
    },
  },
  {
    title: "excludedAttributes never removes id",
    area,
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-3.4.2.5-03", inf("FACT-FORMAT-14")) },
    expect: { user: true, listed: true },
    check: async (t) => ({
      user: hasId((await read(t, { excludedAttributes: "id" })).json),
      listed: hasId((await listed(t, { excludedAttributes: "id" })).json),
    }),
  },
  {
    title: "attributes together with excludedAttributes is rejected, or one of them applies",
    area,
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-3.9-03", ignored) },
    expect: { outcome: oneOf("refused", "attributes", "excludedAttributes") },
    check: async (t) => {
      const name = await removable(t);
      const { id } = await t.sharedUser();
      const query = { attributes: "userName", excludedAttributes: name };
      const answer = await t.users.get(id, { query });
      const { status, json } = answer;
      if (status >= 400) return { outcome: status < 500 ? "refused" : `HTTP ${status}` };
      const more = await beyond(t, answer, "userName");
      if (items(more.fact).length === 0) return { outcome: "attributes" };
      const outcome = isThere(json, name) ? "neither" : "excludedAttributes";
      const values = { excluded: name, "attributes returned": Object.keys(Object(json)) };
      return { outcome: withValues(outcome, values, answer) };
    },
  },
];
