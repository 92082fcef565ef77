import { clause } from "../clause.ts";
import { asJson, at } from "../json.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { blocked, Skip } from "../run/stop.ts";
import { differing } from "../users/differences.ts";
import { WithValues, withValues } from "../with-values.ts";

const area = "representation";

const tagged = (t: CheckContext) =>
  t.once("a user with its ETag", async () => t.users.get((await t.sharedUser()).id));

/** The ETag of the shared user; Slack has none (FACT-FORMAT-15, FACT-FORMAT-16). @throws Skip where it is missing, which breaks another requirement */
async function tagOf(t: CheckContext): Promise<string> {
  const { etag } = (await tagged(t)).headers;
  if (etag === undefined) throw blocked("the user has no ETag");
  return etag;
}

/** A PUT with the ETag from before the last change of the user. */
const stale = (t: CheckContext) =>
  t.once("a PUT with a stale ETag", () =>
    t.fixtures.leaseUser(async ({ id, sent }) => {
      const tag = (await t.users.get(id)).headers.etag;
      if (tag === undefined) throw blocked("the user has no ETag");
      const named = (familyName: string) => ({
        ...sent,
        title: familyName,
        name: { givenName: "Ada", familyName },
      });
      const first = await t.users.replace(id, named("Director"));
      if (first.status >= 400) throw blocked(`a PUT returned ${describeAnswer(first)}`);
      const conditional = { headers: { "if-match": tag } };
      const before = await t.users.get(id);
      if (before.headers.etag === tag)
        throw new Skip("not-applicable", "the change does not update the ETag");
      const second = await t.users.replace(id, named("Chair"), conditional);
      const after = await t.users.get(id);
      const changed = differing(["GET before", before], ["GET after", after]);
      return {
        second,
        changed: new WithValues(
          changed.fact,
          changed.values,
          [second, after].map(({ exchangeId }) => exchangeId),
        ),
      };
    }),
  );

/** Versions of resources, where they are supported: SCIM 1.1 protocol §3.11, RFC 7644 §3.14. */
export const etags: readonly Requirement[] = [
  {
    title: "GET of a resource returns an ETag",
    area,
    safety: "read",
    needs: ["etag"],
    versions: {
      "1.1": clause("SCIM11-API-3.11-01"),
      "2.0": clause("SCIM20-7644-3.14-01"),
    },
    expect: { etag: { $type: "string" } },
    check: async (t) => ({ etag: (await tagged(t)).headers.etag }),
  },
  {
    title: "meta.version is present and equals the ETag",
    area,
    safety: "read",
    needs: ["etag"],
    versions: {
      "1.1": clause("SCIM11-API-3.11-02"),
      "2.0": clause("SCIM20-7644-3.14-02"),
    },
    expect: { same: true },
    check: async (t) => {
      const tag = await tagOf(t);
      const version = asJson(at((await tagged(t)).json, "meta", "version"));
      const same = withValues(version === tag, { "header ETag": tag, "meta.version": version });
      return { same, etag: tag, version };
    },
  },
  {
    title: "GET with the current ETag in If-None-Match returns 304 without a body",
    area,
    safety: "read",
    needs: ["etag"],
    versions: {
      "1.1": clause("SCIM11-API-3.11-03"),
      "2.0": clause("SCIM20-7644-3.14-03"),
    },
    expect: { status: 304, body: "" },
    check: async (t) => {
      const { id } = await t.sharedUser();
      // Another check may have changed the groups of the user since the ETag was read.
      const tag = (await t.users.get(id)).headers.etag;
      if (tag === undefined) throw blocked("the user has no ETag");
      const { status, text } = await t.users.get(id, { headers: { "if-none-match": tag } });
      return { status, body: text };
    },
  },
  {
    title: "PUT with a stale ETag in If-Match changes nothing",
    area,
    safety: "write",
    needs: ["etag"],
    versions: {
      "1.1": clause("SCIM11-API-3.11-04"),
      "2.0": clause("SCIM20-7644-3.14-04"),
    },
    expect: { refused: true, changed: [] },
    check: async (t) => {
      const { second, changed } = await stale(t);
      return { refused: withValues(second.status >= 400, {}, second), changed };
    },
  },
  {
    title: "PUT with a stale ETag in If-Match returns 412",
    area,
    safety: "write",
    needs: ["etag"],
    versions: {
      "1.1": clause("SCIM11-API-3.9-10"),
      "2.0": clause("SCIM20-7644-3.12-10"),
    },
    expect: { status: 412 },
    check: async (t) => ({ status: (await stale(t)).second.status }),
  },
];
