import type { NeutralUser } from "../../../schemas/index.ts";
import { oneOf } from "../../expectation.ts";
import { emptied } from "../../put/body-forms.ts";
import { reduced } from "../../put/replace.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { blocked } from "../../run/stop.ts";
import { updated } from "../../users/stays-active.ts";
import { type Difference, sameInBoth } from "../difference.ts";
import { ada, lesson, putUser } from "../lesson.ts";
import { afterPut, cleared } from "../probing/changed-put.ts";
import type { PutTrial } from "../probing/put-trial.ts";
import { triedByPut } from "../probing/put-trials.ts";

/** A PUT with null as the title, in 2.0 the one of its rules. */
async function titleNulled(t: CheckContext) {
  if (t.version === "1.1") {
    return afterPut(t, [], () => (body) => ({ ...body, title: null }), { needsTitle: true });
  }
  const { put, resource } = (await emptied(t)).both;
  if (!resource) throw blocked("the user could not be read after the PUT");
  return { accepted: put.status < 300, user: resource };
}

const sameName = (before: NeutralUser, after: NeutralUser): boolean =>
  before.name?.givenName === after.name?.givenName &&
  before.name?.familyName === after.name?.familyName;

const { title: _, ...withoutTitle } = ada;

const titleOmitted: PutTrial<string> = {
  key: "DIFF-PUT-02",
  changes: ["title"],
  change: ({ title: _, ...body }) => body,
  needsTitle: true,
  see: cleared,
  usual: "cleared",
};

/** PUT. */
export const replacement: readonly Difference[] = [
  {
    id: "DIFF-PUT-02",
    facts: ["FACT-PUT-10", "FACT-PUT-11"],
    area: "put",
    topic: "put",
    title: "attributes that a PUT omits, in the standards",
    kind: "documented",
    impact: "silent",
    v1: "Overwritten, in Slack too",
    v2: "May be cleared or set to a default; Slack clears them",
    source: "SCIM 1.1 §3.3.1; RFC 7644 §3.5.1; Slack reference",
    clientMustChange:
      'Send every attribute that is to stay in a PUT, such as "title": "Mathematician": what you omit is cleared in both versions. Send a PATCH to change one attribute.',
    lesson: lesson(
      "If an omitted attribute stayed, or this was not probed, send it all the same: a PUT of the whole user is right in either case.",
      putUser({ ...ada, displayName: "Augusta Ada King" }),
    ),
    ...sameInBoth({ omitted: "cleared" }),
    safety: "write",
    puts: () => [titleOmitted],
    observe: async (t) => ({ omitted: await triedByPut(t, titleOmitted) }),
  },
  {
    id: "DIFF-PUT-03",
    facts: [],
    area: "put",
    topic: "put",
    title: "immutable values in a PUT",
    kind: "documented",
    impact: "cosmetic",
    v1: "No rule",
    v2: "Must equal the stored values, otherwise 400 mutability",
    source: "RFC 7644 §3.5.1",
    clientMustChange:
      "Send back the value that you read for an attribute that a schema calls immutable: RFC 7644 demands 400 with scimType mutability otherwise. Change nothing for Slack, which documents no such attribute that a client can write.",
    lesson: lesson(
      "The run does not probe this, and it has no effect on a migration to Slack as documented.",
      putUser(ada),
    ),
    notProbed: "Slack documents no immutable attribute that a client could write",
  },
  {
    id: "DIFF-NULL-01",
    facts: ["FACT-PUT-25"],
    area: "put",
    topic: "users",
    title: "null as a value",
    kind: "documented",
    impact: "silent",
    v1: "Not defined; Slack does not document what a PUT of null does",
    v2: "The same as no value in the RFC; Slack does not document what a PUT of null does",
    source: "RFC 7643 §2.5",
    clientMustChange:
      'Leave an attribute out of a PUT to clear it, as here title, and send no null: what Slack does with "title": null is not documented. Accept null for attributes without a value, such as "userType": null, in the responses of both versions.',
    lesson: lesson(
      "If both versions treated null alike, or this was not probed, a PUT that leaves the attribute out clears it in both.",
      putUser(withoutTitle),
    ),
    expect: {
      "1.1": { title: oneOf("cleared", "refused", "stays") },
      "2.0": { title: oneOf("cleared", "refused") },
    },
    safety: "write",
    observe: async (t) => {
      const { accepted, user } = await titleNulled(t);
      return { title: accepted ? cleared(user) : "refused" };
    },
  },
  {
    id: "DIFF-PUT-01",
    facts: ["FACT-PUT-10", "FACT-PUT-13", "FACT-PUT-16", "FACT-PUT-18", "FACT-PUT-19"],
    area: "put",
    topic: "put",
    title: "what a PUT does to attributes that it omits",
    kind: "documented",
    impact: "silent",
    v1: "All values are overwritten, according to the reference",
    v2: "In the example name stays, other attributes are cleared, and active is false",
    source: "Slack reference",
    clientMustChange:
      'Send the whole user in every PUT: active, name, emails, and userName and nickName with the same value. The reference shows "active": false after a 2.0 PUT without active (FACT-PUT-18); an active user stays active (FACT-PUT-19), but in April 2024 Slack deactivated people for four days.',
    lesson: lesson(
      "If both versions did the same with what you omit, or this was not probed, a PUT of the whole user is right in both.",
      putUser({ ...ada, displayName: "Augusta Ada King" }),
    ),
    expect: {
      "1.1": {
        title: "emptied",
        displayName: oneOf("emptied", "the userName"),
        timezone: "the default",
        name: oneOf("stays", "emptied"),
        active: oneOf(true, false),
      },
      "2.0": {
        title: "emptied",
        displayName: oneOf("emptied", "the userName"),
        timezone: "the default",
        name: "stays",
        active: oneOf(true, false),
      },
    },
    safety: "write",
    observe: async (t) => {
      const { sent, read } = await reduced(t);
      const after = read.resource;
      if (!after) throw blocked(`reading the user returned HTTP ${read.status}`);
      const { displayName, timezone } = after;
      return {
        title: after.title ? "stays" : "emptied",
        displayName: !displayName
          ? "emptied"
          : displayName === after.userName
            ? "the userName"
            : "stays",
        timezone: timezone === sent.timezone ? "stays" : "the default",
        name: sameName(sent, after) ? "stays" : "emptied",
        active: (await updated(t)).afterPut,
      };
    },
  },
];
