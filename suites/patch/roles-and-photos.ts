import type { NeutralUser } from "../../schemas/index.ts";
import { slackClause } from "../clause.ts";
import type { Json } from "../expectation.ts";
import { at, items } from "../json.ts";
import type { Requirement } from "../requirement.ts";
import { newPhoto } from "../users/new-photo.ts";
import { withValues } from "../with-values.ts";
import { refusal, valuesOf } from "./patching.ts";
import { userPatchRequirement } from "./user-patch-rule.ts";

const engineer = (): Partial<NeutralUser> => ({ roles: [{ value: "Engineer", primary: true }] });

const roleNames = (after: NeutralUser): { roles: Json } => ({ roles: valuesOf(after.roles) });

export const rolesAndPhotos: readonly Requirement[] = [
  userPatchRequirement({
    title: "a new role replaces the stored one",
    versions: {
      "1.1": slackClause("SLACK-PATCH-35", "DOC", "FACT-PATCH-78"),
      "2.0": slackClause("SLACK-PATCH-35", "DOC", "FACT-PATCH-78"),
    },
    state: engineer,
    intents: () => [{ kind: "add", path: "roles", values: [{ value: "Analyst", primary: true }] }],
    changes: ["roles"],
    expect: { roles: ["Analyst"] },
    observe: roleNames,
  }),
  userPatchRequirement({
    title: "of several roles in a PATCH, only the primary one is stored",
    versions: {
      "1.1": slackClause("SLACK-PATCH-36", "DOC", "FACT-USER-67"),
      "2.0": slackClause("SLACK-PATCH-36", "DOC", "FACT-USER-67"),
    },
    intents: () => [
      {
        kind: "add",
        path: "roles",
        values: [
          { value: "Engineer", primary: false },
          { value: "Analyst", primary: true },
        ],
      },
    ],
    changes: ["roles"],
    expect: { roles: ["Analyst"] },
    observe: roleNames,
  }),
  userPatchRequirement({
    title: "a role can be sent as a plain string in a PATCH",
    versions: {
      "1.1": slackClause("SLACK-PATCH-37", "DOC", "FACT-PATCH-78"),
      "2.0": slackClause("SLACK-PATCH-37", "DOC", "FACT-PATCH-78"),
    },
    intents: () => [{ kind: "add", path: "roles", values: [{ value: "Analyst" }] }],
    call: () => ({
      change: (body) => ({
        ...body,
        ...(body.roles === undefined ? {} : { roles: ["Analyst"] }),
        ...(body.Operations === undefined
          ? {}
          : {
              Operations: items(body.Operations).map((operation) => ({
                op: at(operation, "op"),
                path: at(operation, "path"),
                value: ["Analyst"],
              })),
            }),
      }),
    }),
    changes: ["roles"],
    expect: { roles: ["Analyst"] },
    observe: roleNames,
  }),
  userPatchRequirement({
    title: "PATCH can remove the role by attribute name",
    versions: {
      "1.1": slackClause("SLACK-PATCH-38", "DOC", "FACT-PATCH-79"),
      "2.0": slackClause("SLACK-PATCH-38", "DOC", "FACT-PATCH-79"),
    },
    state: engineer,
    intents: () => [{ kind: "clear", path: "roles" }],
    changes: ["roles"],
    expect: { roles: [] },
    observe: roleNames,
  }),
  userPatchRequirement({
    title: "PATCH can remove the role by value",
    versions: { "1.1": slackClause("SLACK-PATCH-39", "DOC", "FACT-PATCH-79") },
    state: engineer,
    intents: () => [{ kind: "remove", path: "roles", match: { value: "Engineer" } }],
    changes: ["roles"],
    expect: { roles: [] },
    observe: roleNames,
  }),
  {
    // FACT-PATCH-73 says what is stored, FACT-USER-69 when.
    title: "PATCH of photos changes the photo after a delay",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "1.1": slackClause("SLACK-PATCH-40", "DOC", "FACT-USER-69"),
      "2.0": slackClause("SLACK-PATCH-40", "DOC", "FACT-USER-69"),
    },
    expect: { refused: false, changed: true },
    check: async (t) => {
      const { before, patch, afterwards } = await newPhoto(t);
      const changed = withValues(afterwards !== before, { before, after: afterwards });
      return { refused: refusal(patch), changed };
    },
  },
];
