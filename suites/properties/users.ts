import fc from "fast-check";
import {
  applyUserPatch,
  canonicalUser,
  patchFormArbitrary,
  storedUser,
  userArbitrary,
  userPatchArbitrary,
} from "../../generators/index.ts";
import type { NeutralUser, PatchForm, PatchIntent } from "../../schemas/index.ts";
import { slackClause } from "../clause.ts";
import { absent, equal } from "../expectation.ts";
import { asJson, at } from "../json.ts";
import { attributeOf } from "../patch/patching.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { Created } from "../run/fixtures.ts";
import { blocked } from "../run/stop.ts";
import { type Case, holdsForAll } from "./holds-for-all.ts";

async function readBack(t: CheckContext, id: string): Promise<NeutralUser> {
  const user = (await t.users.get(id)).resource;
  if (!user) throw blocked("the user cannot be read");
  return canonicalUser(user);
}

function only(user: NeutralUser, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(user).filter(([name]) => names.includes(name)));
}

function except(user: NeutralUser, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(user).filter(([name]) => !names.includes(name)));
}

/** The intents of a PATCH, and the version in whose form it is written. */
interface WrittenPatch {
  intents: PatchIntent[];
  form: PatchForm;
}

/** Whether the first values of a user are there: all that a PATCH may clear, and what it changes. */
function isAsFirst(now: NeutralUser, first: NeutralUser, intents: readonly PatchIntent[]): boolean {
  const changed = intents.map(({ path }) => attributeOf(path));
  return Object.entries(first).every(([name, value]) => {
    const shown = at(now, name);
    return equal(asJson(shown), asJson(value)) || (!changed.includes(name) && hasValue(shown));
  });
}

const hasValue = (value: unknown) => value !== undefined && value !== null && value !== "";

/** Changes a user, and compares the result with the documented effect. */
async function patchOnce(
  t: CheckContext,
  { id, sent }: Created<NeutralUser>,
  first: NeutralUser,
  { intents, form }: WrittenPatch,
): Promise<Case | undefined> {
  let read = await t.users.get(id);
  // The case before may have left other values; those that this one does not touch do no harm.
  if (!isAsFirst(canonicalUser(read.resource ?? {}), first, intents)) {
    await t.users.replace(id, sent);
    read = await t.users.get(id);
  }
  const hidden = t.provider.shows.hiddenOf(read.resource ?? {});
  const before = canonicalUser(read.resource ?? {});
  const { user: due, inferred, refusal } = applyUserPatch(before, intents, t.version);
  const unseen = [...inferred, ...hidden];
  const answer = await t.users.patch(id, intents, { form });
  const refused = answer.status >= 400;
  // If something is only assumed to work, its rejection proves nothing about the rest of the
  // request.
  if (refused && refusal === undefined && inferred.length > 0) return undefined;
  const after = await readBack(t, id);
  return {
    due: { refused: refusal !== undefined, ...except(due, unseen) },
    came: { refused, ...except(after, unseen) },
  };
}

/** Rules for any value, tested with generated ones. */
export const userProperties: readonly Requirement[] = [
  {
    title: "any documented PATCH of a user has the documented effect and no other",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "1.1": slackClause("SLACK-PROPERTY-01", "DOC", "FACT-PATCH-10"),
      "2.0": slackClause("SLACK-PROPERTY-01", "DOC", "FACT-PATCH-10"),
    },
    expect: { counterexample: absent },
    check: (t) =>
      t.fixtures.leaseFor([], async (user) => {
        // Not what the last check left: the generated values must not depend on it.
        const first = storedUser(user.sent);
        const patches = fc.record({
          intents: userPatchArbitrary(first, {
            namePrefix: t.names.next(),
            emailDomain: t.names.emailDomain,
            documentedIn: t.version,
          }),
          form: patchFormArbitrary({ version: t.version }),
        });
        return holdsForAll(t, patches, (patch) => patchOnce(t, user, first, patch));
      }),
  },
  {
    title: "any user sent by PUT is stored as documented",
    area: "put",
    safety: "write",
    versions: {
      "1.1": slackClause("SLACK-PROPERTY-02", "DOC", "FACT-PUT-10"),
      "2.0": slackClause("SLACK-PROPERTY-02", "DOC", "FACT-PUT-10"),
    },
    expect: { counterexample: absent },
    check: (t) =>
      t.fixtures.leaseFor([], async ({ id }) => {
        const names = { namePrefix: t.names.next(), emailDomain: t.names.emailDomain };
        // A guest is returned in the short form (FACT-GUEST-08), and it is not known whether a PUT can
        // make one.
        const users = userArbitrary({
          ...names,
          classes: ["minimal", "typical", "full", "edge"],
        }).map(({ guest: _, ...member }) => member);
        const hidden = t.provider.shows.hiddenOf((await t.users.get(id)).resource ?? {});
        return holdsForAll(t, users, async (user) => {
          const sent = { ...user, nickName: user.userName ?? null, active: true };
          const due = except(storedUser(sent), hidden);
          const answer = await t.users.replace(id, sent);
          const came = await readBack(t, id);
          // Omitted attributes may have a default (FACT-USER-30, FACT-PUT-14): only the expected ones are compared.
          return {
            due: { status: 200, ...due },
            came: { status: answer.status, ...only(came, Object.keys(due)) },
          };
        });
      }),
  },
  {
    title: "any text in givenName and familyName is stored unchanged",
    area: "users",
    safety: "write",
    versions: {
      "1.1": slackClause("SLACK-PROPERTY-03", "DOC", "FACT-USER-28"),
      "2.0": slackClause("SLACK-PROPERTY-03", "DOC", "FACT-USER-28"),
    },
    expect: { counterexample: absent },
    check: (t) =>
      t.fixtures.leaseFor([], async ({ id, sent }) => {
        const letters = fc.constantFrom(..."aZ5 éñßøЖ漢字あ한עאبج".normalize("NFC"));
        const names = fc
          .string({ unit: letters, minLength: 1, maxLength: 20 })
          .map((text) => `x${text}x`);
        return holdsForAll(t, fc.record({ givenName: names, familyName: names }), async (name) => {
          await t.users.replace(id, { ...sent, name });
          return { due: name, came: (await readBack(t, id)).name };
        });
      }),
  },
];
