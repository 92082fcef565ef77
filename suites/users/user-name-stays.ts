import type { Outcome } from "../../client/index.ts";
import { clause, doc } from "../clause.ts";
import { at } from "../json.ts";
import { patchedOnce } from "../patch/patched-once.ts";
import { rejectedPuts } from "../put/rejected-puts.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { blocked } from "../run/stop.ts";

/** The answer to a change of a leased user, and a read of the user after it. */
type Attempt = (t: CheckContext) => Promise<{ answer: Outcome<unknown>; read: Outcome<unknown> }>;

const patched =
  (send: (typeof patchedOnce)[keyof typeof patchedOnce]): Attempt =>
  async (t) => {
    const { outcome, read } = await send(t);
    return { answer: outcome, read };
  };

/** Changes that would leave a user without a userName. */
const changes: readonly [name: string, needsPatch: boolean, send: Attempt][] = [
  [
    'PUT with userName ""',
    false,
    async (t) => {
      const { put, read } = await rejectedPuts.emptyUserName(t);
      return { answer: put, read };
    },
  ],
  ['PATCH of userName to ""', true, patched(patchedOnce.emptyUserName)],
  ["PATCH of userName to null", true, patched(patchedOnce.nullUserName)],
  ["PATCH that removes userName", true, patched(patchedOnce.withoutUserName)],
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
      const emptied: string[] = [];
      for (const [name, needsPatch, send] of changes) {
        if (needsPatch && !patches) continue;
        const { answer, read } = await send(t);
        if (read.status !== 200) throw blocked(`reading the user returned HTTP ${read.status}`);
        const userName = at(read.json, "userName");
        if (typeof userName === "string" && userName.trim() !== "") continue;
        const seen = userName === undefined ? "absent" : JSON.stringify(userName);
        emptied.push(`${name}: HTTP ${answer.status}, then userName is ${seen}`);
      }
      return { emptied };
    },
  },
];
