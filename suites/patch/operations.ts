import type { JsonObject } from "../../client/index.ts";
import { clause, doc, inf, slackClause } from "../clause.ts";
import { type Expectation, oneOf, success } from "../expectation.ts";
import type { Finding } from "../not-observed.ts";
import type { Requirement } from "../requirement.ts";
import { blocked } from "../run/stop.ts";
import { withValues } from "../with-values.ts";
import { patchedTitle } from "./patched-title.ts";
import { alsoChanged, patchUser, refusal, withOperations } from "./patching.ts";
import { userPatchRequirement } from "./user-patch-rule.ts";

/** A requirement that SCIM 2.0 operations are rejected; their statuses are observed by name. */
function rejectedOperations(
  title: string,
  version: Requirement["versions"]["2.0"],
  bodies: Readonly<Record<string, (body: JsonObject) => unknown>>,
  expect: Expectation,
): Requirement {
  return {
    title,
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: version === undefined ? {} : { "2.0": version },
    expect,
    check: async (t) => {
      const statuses: Record<string, Finding> = {};
      for (const [name, change] of Object.entries(bodies)) {
        const { outcome } = await patchUser(t, {
          intents: () => [{ kind: "set", path: "title", value: "Principal" }],
          call: () => ({ change }),
          // Only the status is seen.
          touches: [],
        });
        statuses[name] = withValues(outcome.status, {}, outcome);
      }
      return statuses;
    },
  };
}

const operation = (given: JsonObject) => (body: JsonObject) => ({ ...body, Operations: [given] });

export const operations: readonly Requirement[] = [
  {
    title: "PATCH without the PatchOp URN is rejected",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: { "2.0": clause("SCIM20-7644-3.5.2-02", doc("FACT-FORMAT-30")) },
    expect: { withoutSchemas: 400 },
    check: async (t) => {
      const { outcome } = await patchedTitle.withoutSchemas(t);
      return { withoutSchemas: withValues(outcome.status, {}, outcome) };
    },
  },
  {
    title: "PATCH of a user without schemas is accepted",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: { "1.1": slackClause("SLACK-PATCH-92", "OBS", "FACT-PATCH-20") },
    expect: { status: success, title: "Principal" },
    check: async (t) => {
      const { outcome, after } = await patchedTitle.withoutSchemas(t);
      return { status: outcome.status, title: after.title };
    },
  },
  rejectedOperations(
    "PATCH without operations is rejected",
    clause(
      "SCIM20-7644-3.5.2-03",
      inf("FACT-PATCH-30", { absent: 400, empty: oneOf(200, 204) }, "accepts an empty list"),
    ),
    {
      absent: ({ Operations: _, ...body }) => body,
      empty: (body) => ({ ...body, Operations: [] }),
    },
    { absent: 400, empty: 400 },
  ),
  rejectedOperations(
    "PATCH with an unknown or missing `op` is rejected",
    clause("SCIM20-7644-3.5.2-04"),
    {
      unknown: operation({ op: "move", path: "title", value: "x" }),
      absent: operation({ path: "title", value: "x" }),
    },
    { unknown: 400, absent: 400 },
  ),
  rejectedOperations(
    "`remove` without a path is rejected",
    clause("SCIM20-7644-3.5.2-06"),
    { withoutPath: operation({ op: "remove" }) },
    { withoutPath: 400 },
  ),
  rejectedOperations(
    "a malformed path is rejected",
    clause("SCIM20-7644-3.5.2-08"),
    {
      "emails[": operation({ op: "replace", path: "emails[", value: "x" }),
      "name..givenName": operation({ op: "replace", path: "name..givenName", value: "x" }),
    },
    { "emails[": 400, "name..givenName": 400 },
  ),
  rejectedOperations(
    "a path to an unknown attribute is rejected",
    clause(
      "SCIM20-7644-3.5.2-09",
      inf("FACT-PATCH-98", { unknownAttribute: oneOf(200, 204) }, "may ignore it"),
    ),
    { unknownAttribute: operation({ op: "replace", path: "favouriteColour", value: "x" }) },
    { unknownAttribute: 400 },
  ),
  rejectedOperations(
    "`add` without a value is rejected",
    clause("SCIM20-7644-3.5.2.1-01"),
    { withoutValue: operation({ op: "add", path: "title" }) },
    { withoutValue: 400 },
  ),
  {
    title: "an `op` with a capital letter is applied or rejected, not ignored",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: { "2.0": clause("SCIM20-7644-3.5.2-05") },
    expect: { handled: oneOf("applied", "refused") },
    check: async (t) => {
      const { outcome, after } = await patchUser(t, {
        intents: () => [],
        call: () => withOperations({ op: "Replace", path: "title", value: "Principal" }),
        touches: ["title"],
      });
      const applied = after.title === "Principal" ? "applied" : "ignored";
      return {
        handled: withValues(refusal(outcome) === false ? applied : "refused", {
          "title afterwards": after.title,
        }),
      };
    },
  },
  userPatchRequirement({
    title: "`add` without a path accepts an object of attributes",
    versions: { "2.0": clause("SCIM20-7644-3.5.2-07") },
    intents: () => [],
    call: () =>
      withOperations({ op: "add", value: { title: "Principal", displayName: "Countess" } }),
    changes: ["title", "displayName"],
    expect: { title: "Principal", displayName: "Countess" },
    observe: ({ title, displayName }) => ({ title, displayName }),
  }),
  userPatchRequirement({
    title: "`replace` without a path accepts an object of attributes",
    versions: { "2.0": clause("SCIM20-7644-3.5.2.3-01") },
    intents: () => [],
    call: () =>
      withOperations({ op: "replace", value: { title: "Principal", displayName: "Countess" } }),
    changes: ["title", "displayName"],
    expect: { title: "Principal", displayName: "Countess" },
    observe: ({ title, displayName }) => ({ title, displayName }),
  }),
  userPatchRequirement({
    title: "a path can name a core attribute with its URN",
    versions: { "2.0": clause("SCIM20-7644-3.10-01") },
    intents: () => [],
    call: ({ t }) =>
      withOperations({
        op: "replace",
        path: `${t.client.dialect.urns.user}:title`,
        value: "Principal",
      }),
    changes: ["title"],
    expect: { title: "Principal" },
    observe: ({ title }) => ({ title }),
  }),
  userPatchRequirement({
    title: "attribute names in a path are case-insensitive",
    versions: { "2.0": clause("SCIM20-7644-3.10-04") },
    intents: () => [],
    call: () => withOperations({ op: "replace", path: "NAME.givenname", value: "Augusta" }),
    changes: ["name.givenName"],
    expect: { givenName: "Augusta" },
    observe: ({ name }) => ({ givenName: name?.givenName }),
  }),
  {
    title: "a rejected PATCH changes nothing",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-25"),
      "2.0": clause("SCIM20-7644-3.5.2-15"),
    },
    expect: { changed: [] },
    check: async (t) => {
      const { outcome, before, after } = await patchedTitle.partlyRejected(t);
      if (outcome.status < 400) throw blocked("the invalid value was not rejected");
      return { changed: await alsoChanged(t, { before, after }, []) };
    },
  },
];
