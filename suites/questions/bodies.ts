import type { JsonObject, Version } from "../../client/index.ts";
import { question } from "../clause.ts";
import { oneOf } from "../expectation.ts";
import { messageUrns } from "../message-urns.ts";
import type { Requirement } from "../requirement.ts";
import { answerTo, newTitle, updateOfTitle } from "./answer.ts";

/** The body of a PATCH that sets the title. */
const setsTitle: Readonly<Record<Version, JsonObject>> = {
  "1.1": { schemas: [messageUrns["1.1"]], title: newTitle },
  "2.0": {
    schemas: [messageUrns.patch],
    Operations: [{ op: "replace", path: "title", value: newTitle }],
  },
};

/** As Python prints an object. */
const inSingleQuotes = (body: JsonObject) => JSON.stringify(body).replaceAll('"', "'");

/** Bodies that clients send, with an effect that no one reports. */
export const bodyQuestions: readonly Requirement[] = [
  {
    title: "a body in single quotes is rejected",
    area: "errors",
    safety: "write",
    needs: ["patch"],
    versions: {
      "1.1": question("SLACK-OPEN-01", "FACT-FORMAT-29"),
      "2.0": question("SLACK-OPEN-01", "FACT-FORMAT-29"),
    },
    expect: { answer: "rejected" },
    check: async (t) => ({
      answer: await updateOfTitle(t, "PATCH", { rawBody: inSingleQuotes(setsTitle[t.version]) }),
    }),
  },
  {
    title: "PUT with the URN that OneLogin sends, which is of neither version, is rejected",
    area: "put",
    safety: "write",
    versions: {
      "1.1": question("SLACK-OPEN-02", "FACT-FORMAT-37"),
      "2.0": question("SLACK-OPEN-02", "FACT-FORMAT-37"),
    },
    expect: { answer: "rejected" },
    check: async (t) => ({
      answer: await updateOfTitle(t, "PUT", {
        change: (body) => ({ ...body, schemas: ["urn:scim:schemas:core:2.0"] }),
      }),
    }),
  },
  {
    title: "POST of a group without schemas is rejected in SCIM 1.1",
    area: "errors",
    safety: "write",
    versions: { "1.1": question("SLACK-OPEN-03", "FACT-FORMAT-31") },
    expect: { answer: "rejected" },
    check: async (t) => {
      const change = ({ schemas: _, ...body }: JsonObject) => body;
      const outcome = await t.once("POST of a group without schemas", () =>
        t.groups.create(t.fixtures.typicalGroup(), { change }),
      );
      return { answer: answerTo(outcome, outcome.status < 300) };
    },
  },
  {
    title: "a PatchOp sent to SCIM 1.1 changes neither a user nor a group",
    area: "patch",
    safety: "write",
    versions: { "1.1": question("SLACK-OPEN-04", "FACT-PATCH-23") },
    expect: { user: oneOf("rejected", "ignored"), group: oneOf("rejected", "ignored") },
    check: async (t) => {
      const user = await updateOfTitle(t, "PATCH", { encodeAs: "2.0" });
      const group = await t.fixtures.leaseGroup(async ({ id }) => {
        const value = t.names.next();
        const intent = { kind: "set", path: "displayName", value } as const;
        const outcome = await t.groups.patch(id, [intent], { encodeAs: "2.0" });
        const isRenamed = async () => (await t.groups.get(id)).resource?.displayName === value;
        // A change may become visible with a delay (FACT-GROUP-29).
        const isApplied =
          outcome.status < 400 && user === "applied"
            ? await t.poll("a group shows what a PATCH changed", isRenamed, Boolean)
            : await isRenamed();
        return answerTo(outcome, isApplied);
      });
      return { user, group };
    },
  },
];
