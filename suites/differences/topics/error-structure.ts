import { absent } from "../../expectation.ts";
import { asJson, at, typeOf } from "../../json.ts";
import { messageUrns } from "../../message-urns.ts";
import { type Difference, sameInBoth } from "../difference.ts";
import { lesson } from "../lesson.ts";
import { emptyCreate } from "../probing/shared-reads.ts";

/** The paths, of those that either version could use, at which an error has a value. */
function holders(json: unknown, ...paths: string[]): string[] {
  return paths.filter((path) => at(json, ...path.split(".")) !== undefined);
}

/** Is rejected, so that it does no harm: a create of nothing. */
const createNothing = { method: "POST", path: "/Users", body: {} } as const;
const emptyCreateRequest = { "1.1": createNothing, "2.0": createNothing };

/** The structure of errors. */
export const errorStructure: readonly Difference[] = [
  {
    id: "DIFF-ERR-01",
    facts: ["FACT-ERROR-01", "FACT-ERROR-03"],
    area: "errors",
    topic: "errors",
    title: "the structure of an error",
    kind: "documented",
    impact: "breaking",
    v1: '{"Errors": {"description": …, "code": …}}',
    v2: '{"schemas": […], "detail": …, "status": …}',
    source: "Slack's transition list; Slack reference; error bodies quoted by Okta",
    clientMustChange:
      'Read detail and status at the top level of an error of 2.0, in place of Errors.description and Errors.code. Keep the parser of {"Errors": …} for a body without detail: 2.0 still returns that structure for a bad token (DIFF-AUTH-01).',
    lesson: lesson(
      "A client that reads detail where it is present, and Errors.description where it is not, understands the errors of both versions, whichever structure your organisation sends.",
      emptyCreateRequest,
    ),
    expect: { "1.1": { envelope: "errors-object" }, "2.0": { envelope: "error-message" } },
    safety: "write",
    observe: async (t) => {
      const { error } = await emptyCreate(t);
      return { envelope: error?.envelope };
    },
  },
  {
    id: "DIFF-ERR-02",
    facts: ["FACT-ERROR-06", "FACT-ERROR-07"],
    area: "errors",
    topic: "errors",
    title: "the member that carries the error code",
    kind: "documented",
    impact: "breaking",
    v1: "Errors.description",
    v2: "detail",
    source: "Slack reference",
    clientMustChange:
      "Read the error code from detail in 2.0, in place of Errors.description in 1.1. Compare the same codes as before.",
    lesson: lesson(
      "A client that takes the code from detail where it is present, and from Errors.description where it is not, works with either member.",
      emptyCreateRequest,
    ),
    expect: {
      "1.1": { member: "Errors.description", codeWord: true },
      "2.0": { member: "detail", codeWord: true },
    },
    safety: "write",
    observe: async (t) => {
      const { json, error } = await emptyCreate(t);
      return {
        member: holders(json, "detail", "Errors.description")[0],
        codeWord: error !== undefined && error.code !== "",
      };
    },
  },
  {
    id: "DIFF-ERR-03",
    facts: ["FACT-ERROR-02", "FACT-ERROR-04"],
    area: "errors",
    topic: "errors",
    title: "the member that repeats the HTTP status",
    kind: "documented",
    impact: "breaking",
    v1: "Errors.code, a number",
    v2: "status, a number (a string in RFC 7644)",
    source: "Slack reference; SDK",
    clientMustChange:
      'Read status in 2.0, in place of Errors.code in 1.1, and expect a number in both; RFC 7644 has a string, such as "404". You can also use the status of the HTTP response, which is the same number.',
    lesson: lesson(
      "A client that uses the status of the HTTP response need not know which member repeats it.",
      emptyCreateRequest,
    ),
    expect: {
      "1.1": { member: "Errors.code", type: "number" },
      "2.0": { member: "status", type: "number" },
    },
    safety: "write",
    observe: async (t) => {
      const { json, error } = await emptyCreate(t);
      return { member: holders(json, "status", "Errors.code")[0], type: typeOf(error?.status) };
    },
  },
  {
    id: "DIFF-ERR-04",
    facts: ["FACT-FORMAT-57"],
    area: "errors",
    topic: "errors",
    title: "the URN of errors",
    kind: "documented",
    impact: "cosmetic",
    v1: "None",
    v2: messageUrns.error,
    source: "Slack reference",
    clientMustChange:
      "Keep recognising an error by its HTTP status. You may also expect urn:ietf:params:scim:api:messages:2.0:Error in schemas of an error of 2.0; errors of 1.1 have no schemas.",
    lesson: lesson(
      "A client that recognises errors by HTTP status need not know whether your organisation sends the URN.",
      emptyCreateRequest,
    ),
    expect: { "1.1": { schemas: absent }, "2.0": { schemas: [messageUrns.error] } },
    safety: "write",
    observe: async (t) => ({ schemas: asJson(at((await emptyCreate(t)).json, "schemas")) }),
  },
  {
    id: "DIFF-ERR-05",
    facts: ["FACT-ERROR-01", "FACT-ERROR-03"],
    area: "errors",
    topic: "errors",
    title: "the number of errors in a response",
    kind: "documented",
    impact: "breaking",
    v1: "An array in the standard; Slack sends one object",
    v2: "One object",
    source: "SCIM 1.1 §3.9; RFC 7644 §3.12",
    clientMustChange:
      'Read Errors in 1.1 as one object, {"Errors": {"description": …}}, not as the array of the standard, {"Errors": [{"description": …}]}. In 2.0 there is one error at the top level; no loop is needed.',
    lesson: lesson(
      "If the run saw an array in 1.1, or you also speak to other servers of 1.1, accept an object and an array under Errors; Slack is known to send one object only.",
      emptyCreateRequest,
    ),
    ...sameInBoth({ errors: "one" }),
    safety: "write",
    observe: async (t) => {
      const envelope = (await emptyCreate(t)).error?.envelope;
      return { errors: envelope === "errors-array" ? "a list" : "one" };
    },
  },
  {
    id: "DIFF-ERR-06",
    facts: ["FACT-ERROR-02", "FACT-ERROR-04"],
    area: "errors",
    topic: "errors",
    title: "the type of the status in the body",
    kind: "documented",
    impact: "silent",
    v1: "A string in the standard; Slack sends a number",
    v2: "A string in the RFC; Slack sends a number",
    source: "SCIM 1.1 §3.9; RFC 7644 §3.12",
    clientMustChange:
      'Read Errors.code in 1.1 and status in 2.0 as a number, 404, and accept the string "404" of the standards too.',
    lesson: lesson(
      "A client that accepts a number and a string, or uses the status of the HTTP response, works with either type.",
      emptyCreateRequest,
    ),
    ...sameInBoth({ type: "number" }),
    safety: "write",
    observe: async (t) => ({ type: typeOf((await emptyCreate(t)).error?.status) }),
  },
];
