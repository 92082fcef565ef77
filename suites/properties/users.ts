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
import { absent } from "../expectation.ts";
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

/** Resets a user, changes it, and compares the result with the documented effect. */
async function patchOnce(
  t: CheckContext,
  { id, sent }: Created<NeutralUser>,
  { intents, form }: WrittenPatch,
): Promise<Case | undefined> {
  await t.users.replace(id, sent);
  const read = await t.users.get(id);
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
        const patches = fc.record({
          intents: userPatchArbitrary(await readBack(t, user.id), {
            namePrefix: t.names.next(),
            emailDomain: t.names.emailDomain,
            documentedIn: t.version,
          }),
          form: patchFormArbitrary({ version: t.version }),
        });
        return holdsForAll(t, patches, (patch) => patchOnce(t, user, patch));
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
