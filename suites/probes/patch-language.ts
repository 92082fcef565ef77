import type { JsonObject, Version } from "../../client/index.ts";
import type { NeutralUser, PatchIntent } from "../../schemas/index.ts";
import { items } from "../json.ts";
import type { Probe } from "../probe.ts";
import type { CheckCallOptions } from "../run/check-calls.ts";
import type { CheckContext } from "../run/check-context.ts";
import { blocked } from "../run/stop.ts";

/** What a user is like after a PATCH, whatever the PATCH answered. */
async function after(
  t: CheckContext,
  intents: readonly PatchIntent[],
  options: CheckCallOptions,
): Promise<NeutralUser> {
  return t.fixtures.leaseUser(async ({ id }) => {
    await t.users.patch(id, intents, options);
    const user = (await t.users.read(id)).resource;
    if (!user) throw blocked("the patched user cannot be read");
    return user;
  });
}

/** Does something in the form of each version, against the version under test. */
async function inBothForms<R>(
  run: (form: Version) => Promise<R>,
): Promise<Record<"partialResource" | "operations", R>> {
  return { partialResource: await run("1.1"), operations: await run("2.0") };
}

const setTitle: PatchIntent = { kind: "set", path: "title", value: "Changed" };

/** The language of PATCH: part (a) of the catalogue. */
export const patchLanguageProbes: readonly Probe[] = [
  {
    id: "DIFF-PATCH-01",
    safety: "write",
    observe: (t) =>
      inBothForms(async (form) =>
        (await after(t, [setTitle], { encodeAs: form })).title === "Changed"
          ? "changes"
          : "no effect",
      ),
  },
  {
    id: "DIFF-PATCH-02",
    safety: "write",
    observe: async (t) => {
      const sent: unknown[] = [];
      const user = await after(t, [setTitle], {
        change: (body) => {
          sent.push(...items(body.schemas));
          return body;
        },
      });
      return {
        schemas: sent.map(String),
        effect: user.title === "Changed" ? "changes" : "no effect",
      };
    },
  },
  {
    id: "DIFF-PATCH-03",
    safety: "write",
    observe: async (t) => {
      const user = await after(t, [setTitle], { change: withoutVerb });
      return { changeWithoutVerb: user.title === "Changed" ? "changes" : "no effect" };
    },
  },
  {
    id: "DIFF-PATCH-04",
    safety: "write",
    observe: (t) =>
      inBothForms(async (form) => {
        const user = await after(t, [{ kind: "clear", path: "title" }], { encodeAs: form });
        return user.title ? "keeps" : "clears";
      }),
  },
  {
    id: "DIFF-PATCH-05",
    safety: "write",
    observe: (t) =>
      inBothForms((form) =>
        t.fixtures.leaseUser(async ({ id, sent }) => {
          const secondary = `x-${sent.emails?.[0]?.value}`;
          const emails = [...(sent.emails ?? []), { value: secondary, primary: false }];
          await t.users.replace(id, { ...sent, emails });
          await t.users.patch(
            id,
            [{ kind: "remove", path: "emails", match: { value: secondary } }],
            {
              encodeAs: form,
            },
          );
          const user = (await t.users.read(id)).resource;
          const there = user?.emails?.some(({ value }) => value === secondary);
          return there ? "keeps" : "removes";
        }),
      ),
  },
  {
    id: "DIFF-PATCH-06",
    safety: "write",
    observe: async (t) => {
      const user = await after(t, [setTitle, { kind: "clear", path: "title" }], {});
      return { setThenCleared: user.title === "Changed" ? "the value stays" : "empty" };
    },
  },
];

/** A change that does not say whether it adds or replaces: the normal case in 1.1. */
function withoutVerb(body: JsonObject): JsonObject {
  if (!Array.isArray(body.Operations)) return body;
  return {
    ...body,
    Operations: body.Operations.map(({ op: _, ...operation }: JsonObject) => operation),
  };
}
