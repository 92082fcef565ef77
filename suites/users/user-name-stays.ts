import type { JsonObject, Outcome } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { clause, doc } from "../clause.ts";
import { at } from "../json.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { Created } from "../run/fixtures.ts";
import { blocked } from "../run/stop.ts";

type Attempt = (t: CheckContext, user: Created<NeutralUser>) => Promise<Outcome<unknown>>;

const set = (value: string) => [{ kind: "set", path: "userName", value }] as const;

/** A PATCH that sets the userName to null. */
function toNull(t: CheckContext) {
  return ({ Operations: _, ...body }: JsonObject): JsonObject =>
    t.version === "1.1"
      ? { ...body, userName: null }
      : { ...body, Operations: [{ op: "replace", path: "userName", value: null }] };
}

/** Changes that would leave a user without a userName. */
const changes: readonly [name: string, needsPatch: boolean, send: Attempt][] = [
  [
    'PUT with userName ""',
    false,
    (t, { id, sent }) => {
      const mirrored = sent.nickName === undefined ? {} : { nickName: "" };
      return t.users.replace(id, { ...sent, userName: "", ...mirrored });
    },
  ],
  ['PATCH of userName to ""', true, (t, { id }) => t.users.patch(id, set(""))],
  [
    "PATCH of userName to null",
    true,
    (t, { id }) => t.users.patch(id, set(""), { change: toNull(t) }),
  ],
  [
    "PATCH that removes userName",
    true,
    (t, { id }) => t.users.patch(id, [{ kind: "clear", path: "userName" }]),
  ],
];

/** SCIM 1.1 core schema §6.1, RFC 7643 §4.1.1: each user has a userName, whatever is sent. */
export const userNameStays: readonly Requirement[] = [
  {
    title: "no change leaves a user without a userName",
    area: "users",
    safety: "write",
    versions: {
      "1.1": clause("SCIM11-CS-6.1-12", doc("FACT-USER-10")),
      "2.0": clause("SCIM20-7643-4.1.1-16", doc("FACT-USER-10")),
    },
    expect: { emptied: [] },
    check: async (t) => {
      const patches = await t.provider.offers.capability("patch");
      return t.fixtures.leaseFor([], async (user) => {
        const emptied: string[] = [];
        for (const [name, needsPatch, send] of changes) {
          if (needsPatch && !patches) continue;
          const { status } = await send(t, user);
          const read = await t.users.get(user.id);
          if (read.status !== 200) throw blocked(`reading the user returned HTTP ${read.status}`);
          const userName = at(read.json, "userName");
          if (typeof userName === "string" && userName.trim() !== "") continue;
          const seen = userName === undefined ? "absent" : JSON.stringify(userName);
          emptied.push(`${name}: HTTP ${status}, then userName is ${seen}`);
          await t.users.replace(user.id, user.sent);
        }
        return { emptied };
      });
    },
  },
];
