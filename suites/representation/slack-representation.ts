import type { SchemaName } from "../../schemas/index.ts";
import { violations } from "../../schemas/index.ts";
import { slackClauses } from "../clause.ts";
import type { Json } from "../expectation.ts";
import { at, items } from "../json.ts";
import type { Requirement } from "../requirement.ts";
import {
  distinct,
  listOfGroups,
  listOfUsers,
  onSeen,
  onUsers,
  type Seen,
  violationsIn,
} from "./seen.ts";
import { isDateTime } from "./walk.ts";

/** Slack's own facts about representations, the same in both versions. */
export const slackRepresentation: readonly Requirement[] = [
  onSeen(
    "meta has only created and location in Slack",
    slackClauses("SLACK-REPR-01", "DOC", "FACT-ID-08"),
    { members: [["created", "location"]] },
    (resources) => ({
      members: [
        ...new Set(
          resources.map(({ json }) => JSON.stringify(Object.keys(Object(at(json, "meta"))).sort())),
        ),
      ].map((names): Json => JSON.parse(names)),
    }),
  ),
  onUsers(
    "externalId of a user is always empty in Slack",
    slackClauses("SLACK-REPR-02", "DOC", "FACT-ID-14"),
    { otherwise: 0 },
    (users) => ({ otherwise: users.filter((user) => at(user, "externalId") !== "").length }),
  ),
  onSeen(
    "ids in Slack start with U or W for users, and with S for groups",
    slackClauses("SLACK-REPR-03", "DOC", "FACT-ID-02"),
    { wrong: [] },
    (resources) => ({
      wrong: violationsIn(resources, function* (json, type) {
        const form = type === "User" ? /^[UW][A-Z0-9]{7,}$/ : /^S[A-Z0-9]{7,}$/;
        if (!form.test(String(at(json, "id")))) yield "id";
      }),
    }),
  ),
  onSeen(
    "meta.created in Slack has seconds and a numeric offset",
    slackClauses("SLACK-REPR-04", "DOC", "FACT-ID-11"),
    { wrong: [] },
    (resources) => ({
      wrong: violationsIn(resources, function* (json) {
        const created = at(json, "meta", "created");
        if (!isDateTime(created) || !/T\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(String(created))) {
          yield "meta.created";
        }
      }),
    }),
  ),
  onSeen(
    "users in Slack match the documented schema",
    slackClauses("SLACK-REPR-05", "DOC", "FACT-USER-50"),
    { violations: [] },
    (resources, t) => ({ violations: broken(`slack/v${t.version}/user`, own(resources, "User")) }),
  ),
  onSeen(
    "groups in Slack match the documented schema",
    slackClauses("SLACK-REPR-06", "DOC", "FACT-GROUP-10"),
    { violations: [] },
    (resources, t) => ({
      violations: broken(`slack/v${t.version}/group`, own(resources, "Group")),
    }),
  ),
  {
    title: "lists in Slack match the documented schema",
    area: "representation",
    safety: "read",
    versions: slackClauses("SLACK-REPR-07", "DOC", "FACT-LIST-05"),
    expect: { violations: [] },
    check: async (t) => ({
      violations: broken(
        `slack/v${t.version}/list`,
        [await listOfUsers(t), await listOfGroups(t)].map((list) => list.json),
      ),
    }),
  },
  onSeen(
    "groups in Slack have no externalId",
    slackClauses("SLACK-REPR-08", "DOC", "FACT-GROUP-11"),
    { having: [] },
    (resources) => ({
      having: violationsIn(resources, function* (json, type) {
        if (type === "Group" && at(json, "externalId") !== undefined) yield "externalId";
      }),
    }),
  ),
  onUsers(
    "users in Slack have at most two e-mail addresses, the primary one first",
    slackClauses("SLACK-REPR-09", "DOC", "FACT-USER-55"),
    { otherwise: [] },
    (users) => {
      const forms = users.map((user) =>
        JSON.stringify(items(at(user, "emails")).map((email) => at(email, "primary") ?? null)),
      );
      return { otherwise: distinct(forms.filter((form) => !/^\[true(,false)?\]$/.test(form))) };
    },
  ),
  onUsers(
    "users in Slack list their groups with value and display only",
    slackClauses("SLACK-REPR-10", "DOC", "FACT-USER-37"),
    { wrong: 0 },
    (users) => ({
      wrong: users.filter((user) => {
        const groups = at(user, "groups");
        return (
          !Array.isArray(groups) ||
          groups.some((group) => Object.keys(Object(group)).sort().join() !== "display,value")
        );
      }).length,
    }),
  ),
];

/**
 * The resources to validate with a JSON Schema: those of the run, whose values are ordinary; in a
 * read-only run the existing ones.
 */
function own(resources: readonly Seen[], type: Seen["type"]): unknown[] {
  const ofType = resources.filter((one) => one.type === type);
  const made = ofType.filter((one) => one.own);
  return (made.length > 0 ? made : ofType).map((one) => one.json);
}

function broken(schema: SchemaName, values: readonly unknown[]): Json {
  return distinct(values.flatMap((value) => violations(schema, value).map((one) => one.message)));
}
