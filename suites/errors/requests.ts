import type { Outcome } from "../../client/index.ts";
import { clause, inf, slackClause } from "../clause.ts";
import { clientError, oneOf } from "../expectation.ts";
import { putWithoutSchemas } from "../put/without-schemas.ts";
import type { Requirement } from "../requirement.ts";
import { blocked } from "../run/stop.ts";
import { unknownUserId } from "../run/unknown-ids.ts";
import { unreadable } from "./sample-errors.ts";
import { wrongTypesInPost } from "./wrong-types-in-post.ts";

export const badRequests: readonly Requirement[] = [
  {
    title: "a body that is not JSON returns 400",
    area: "errors",
    safety: "write",
    versions: {
      "1.1": clause("SCIM11-API-3.9-04", inf("FACT-ERROR-84")),
      "2.0": clause("SCIM20-7644-3.3-10", inf("FACT-ERROR-84")),
    },
    expect: { status: 400 },
    check: async (t) => ({ status: (await unreadable(t)).status }),
  },
  {
    title: "a value of the wrong type returns 400",
    area: "errors",
    safety: "write",
    attributes: ["emails"],
    versions: {
      "1.1": clause("SCIM11-API-3.9-05", inf("FACT-ERROR-72")),
      "2.0": {
        ...slackClause("SLACK-ERROR-02", "DOC", "FACT-ERROR-25"),
        // The status is a guess.
        expect: { listForSingular: clientError, textForList: clientError },
      },
    },
    expect: { listForSingular: 400, textForList: 400 },
    check: async (t) => {
      const { listForSingular, textForList } = await wrongTypesInPost(t);
      return {
        listForSingular: listForSingular.answer.status,
        textForList: textForList.answer.status,
      };
    },
  },
  {
    title:
      "POST of a group and PUT of a user without schemas are rejected in SCIM 2.0; SCIM 1.1 accepts the PUT",
    area: "errors",
    safety: "write",
    versions: {
      "1.1": {
        ...slackClause("SLACK-ERROR-03", "OBS", "FACT-PUT-28"),
        // Whether SCIM 1.1 demands it of the POST is not known (FACT-FORMAT-31).
        expect: { replacement: "accepted" },
      },
      "2.0": slackClause("SLACK-ERROR-03", "DOC", "FACT-FORMAT-30"),
    },
    expect: {
      group: "400 missing_schema_element",
      replacement: "400 missing_schema_element",
    },
    check: async (t) => {
      const change = ({ schemas: _, ...body }: Record<string, unknown>) => body;
      const group = await t.groups.create(t.fixtures.typicalGroup(), { change });
      const { put } = await putWithoutSchemas(t);
      const say = ({ status, error }: Outcome<unknown>) =>
        status < 300 ? "accepted" : `${status} ${error?.code ?? "without a code"}`;
      return { group: say(group), replacement: say(put) };
    },
  },
  {
    title: "a body with a media type other than JSON is rejected",
    area: "errors",
    safety: "write",
    versions: {
      "1.1": clause("SCIM11-API-3.6-01"),
      "2.0": clause("SCIM20-7644-3.8-06"),
    },
    expect: { plainText: clientError },
    check: (t) =>
      t.fixtures.leaseFor([], async ({ id, sent }) => {
        const headers = { "content-type": "text/plain" };
        return { plainText: (await t.users.replace(id, sent, { headers })).status };
      }),
  },
  {
    title: "errors have the media type application/json",
    area: "errors",
    safety: "read",
    versions: {
      "1.1": slackClause("SLACK-ERROR-04", "OBS", "FACT-FORMAT-08"),
    },
    expect: { type: oneOf("application/json", "application/json; charset=utf-8") },
    check: async (t) => {
      const answer = await t.users.get(unknownUserId);
      if (answer.status < 400) throw blocked("the unknown user was found");
      return { type: answer.headers["content-type"] };
    },
  },
];
