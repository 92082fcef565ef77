import type { Outcome } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { clause } from "../clause.ts";
import type { Finding } from "../not-observed.ts";
import { notObserved } from "../not-observed.ts";
import { rejectedPuts } from "../put/rejected-puts.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { blocked } from "../run/stop.ts";
import { changedBesides } from "../users/changed-besides.ts";
import { takenName } from "../users/uniqueness.ts";
import { wrongTypesInPost } from "./wrong-types-in-post.ts";

/** The users that a rejected POST has created all the same, as lines. */
async function createdAllTheSame(t: CheckContext): Promise<Finding> {
  if (!(await t.provider.offers.capability("filter"))) {
    return notObserved("not-offered", "users cannot be searched by userName");
  }
  const { sent: first, id } = await t.createdUser();
  const known = [id];
  const requests: [name: string, userName: string, answer: Outcome<NeutralUser>][] = [
    ["a userName in use", first.userName ?? "", await takenName(t)],
  ];
  if (await t.provider.offers.attribute("emails")) {
    const { listForSingular, textForList } = await wrongTypesInPost(t);
    requests.push(["an array as userName", listForSingular.name, listForSingular.answer]);
    requests.push(["a string as emails", textForList.name, textForList.answer]);
  }
  const rejected = requests.filter(([, userName, { status }]) => status >= 400 && userName !== "");
  if (rejected.length === 0) return notObserved("not-applicable", "no POST was rejected");
  const created: string[] = [];
  for (const [name, userName, { status }] of rejected) {
    const filter = `userName eq ${JSON.stringify(userName)}`;
    const found = (await t.users.list({ filter })).resource?.resources ?? [];
    const others = found.filter(
      (user) =>
        user.userName?.toLowerCase() === userName.toLowerCase() && !known.includes(user.id ?? ""),
    );
    for (const other of others) {
      created.push(`POST with ${name}: HTTP ${status}, and user ${other.id} exists`);
    }
  }
  return created;
}

/** PUTs that providers reject, each with another title and family name. */
const puts = {
  "another title": rejectedPuts.otherTitle,
  "no userName": rejectedPuts.withoutUserName,
  "a userName in use": rejectedPuts.takenUserName,
  "a string as emails": rejectedPuts.textAsEmails,
} as const;

/** What PUTs that were answered with an error have changed all the same. */
async function changedAllTheSame(t: CheckContext): Promise<Finding> {
  const changed: string[] = [];
  let rejections = 0;
  for (const [name, send] of Object.entries(puts)) {
    const { put, before, read } = await send(t);
    if (!read.resource) throw blocked(`reading the user returned HTTP ${read.status}`);
    if (put.status < 400) continue;
    rejections += 1;
    const paths = changedBesides(before, read.resource, []);
    if (paths.length > 0) {
      changed.push(`PUT with ${name}: HTTP ${put.status}, and ${paths.join(", ")} changed`);
    }
  }
  return rejections > 0 ? changed : notObserved("not-applicable", "no PUT was rejected");
}

/** SCIM 1.1 protocol §3.9, RFC 7644 §3.12: the status tells whether an operation succeeded. */
export const withoutEffect: readonly Requirement[] = [
  {
    title: "a POST or PUT that is answered with an error has no effect",
    area: "errors",
    safety: "write",
    versions: {
      "1.1": clause("SCIM11-API-3.9-14"),
      "2.0": clause("SCIM20-7644-3.12-14"),
    },
    expect: { created: [], changed: [] },
    check: async (t) => ({
      created: await createdAllTheSame(t),
      changed: await changedAllTheSame(t),
    }),
  },
];
