import { isObject } from "../../../schemas/json-value.ts";
import type { Answer } from "../../call.ts";
import type { Fault } from "../fault.ts";
import { onError, planter } from "../plant.ts";

const plant = planter("errors");

function becoming(from: number, to: number) {
  return onError((answer) => {
    answer.status = to;
  }, from);
}

/** Sets the description of an error, in either envelope. */
function describe({ body }: Answer, words: string): void {
  if (!body) return;
  if ("detail" in body) body.detail = words;
  if (isObject(body.Errors)) body.Errors.description = words;
}

/** Faults in error responses. */
export const errorFaults: readonly Fault[] = [
  plant(
    "error-code-differs",
    "The code in an error body is not the HTTP status",
    { v1: ["SCIM11-API-3-08"], v2: ["SCIM20-7644-3.12-03"] },
    onError(({ body }) => {
      if (!body) return;
      if ("status" in body) body.status = 500;
      if (isObject(body.Errors)) body.Errors.code = 500;
    }),
  ),
  plant(
    "v1-errors-as-array",
    "`Errors` is an array in v1.1, as in the specification but not in Slack",
    { v1: ["SLACK-ERROR-05", "DIFF-ERR-01"] },
    onError(({ body }) => {
      if (body) body.Errors = [body.Errors];
    }),
  ),
  plant(
    "v1-error-code-as-string",
    "The code in an error body is a string in v1.1",
    { v1: ["DIFF-ERR-03", "SCIM11-API-3.9-02"] },
    onError(({ body }) => {
      if (isObject(body?.Errors)) body.Errors.code = String(body.Errors.code);
    }),
  ),
  plant(
    "v1-error-extra-member",
    "`Errors` has an additional member in v1.1, which breaks Slack's Python SDK",
    { v1: ["SLACK-ERROR-05"] },
    onError(({ body }) => {
      if (isObject(body?.Errors)) body.Errors.hint = "read the manual";
    }),
  ),
  plant(
    "v1-errors-in-v2-shape",
    "Errors have v2.0's form in v1.1",
    { v1: ["SLACK-ERROR-05", "DIFF-ERR-01"] },
    onError((answer) => {
      const { body } = answer;
      if (!isObject(body?.Errors)) return;
      answer.body = { detail: body.Errors.description, status: answer.status };
    }),
  ),
  plant(
    "v2-error-status-as-string",
    "`status` of an error is a string in v2.0, as in the RFC but not in Slack",
    { v2: ["SCIM20-7644-3.12-02", "DIFF-ERR-03"] },
    onError(({ body }) => {
      if (body && "status" in body) body.status = String(body.status);
    }),
  ),
  plant(
    "v2-error-without-schemas",
    "Errors have no `schemas` in v2.0",
    { v2: ["SCIM20-7644-3.12-01", "DIFF-ERR-04"] },
    onError(({ body }) => {
      if (body) delete body.schemas;
    }),
  ),
  plant(
    "v2-error-urn-wrong",
    "`schemas` of errors contains the URN of lists in v2.0",
    { v2: ["SCIM20-7644-3.12-01", "DIFF-ERR-04"] },
    onError(({ body }) => {
      const isScim = body && "schemas" in body;
      if (isScim) body.schemas = ["urn:ietf:params:scim:api:messages:2.0:ListResponse"];
    }),
  ),
  plant(
    "v2-error-without-detail",
    "Errors have no `detail` in v2.0",
    { v2: ["SCIM20-7644-3.12-05", "DIFF-ERR-02"] },
    onError(({ body }) => {
      if (body) delete body.detail;
    }),
  ),
  plant(
    "v2-error-without-status",
    "Errors have no `status` in v2.0",
    { v2: ["SCIM20-7644-3.12-02", "DIFF-ERR-03"] },
    onError(({ body }) => {
      if (body) delete body.status;
    }),
  ),
  plant(
    "v2-errors-in-v1-shape",
    "Errors have v1.1's form in v2.0",
    { v2: ["SCIM20-7644-3.12-01", "DIFF-ERR-01"] },
    onError((answer) => {
      const { body, status } = answer;
      if (body && "detail" in body)
        answer.body = { Errors: { description: body.detail, code: status } };
    }),
  ),
  plant(
    "error-without-body",
    "Errors have no body",
    { v1: ["SCIM11-API-3.9-01"], v2: ["SCIM20-7644-3.12-01"] },
    onError((answer) => {
      answer.body = undefined;
    }),
  ),
  plant(
    "error-without-words",
    "The description of errors is empty",
    { v1: ["SCIM11-API-3.9-03"], v2: ["SCIM20-7644-3.12-05"] },
    onError((answer) => describe(answer, "")),
  ),
  plant(
    "error-words-unknown",
    "Errors do not use Slack's error codes",
    {
      v1: ["SLACK-ERROR-01", "SAME-10", "SLACK-USER-42", "DIFF-ERR-11"],
      v2: ["SLACK-ERROR-01", "SAME-10", "SLACK-USER-42", "DIFF-ERR-11"],
    },
    onError((answer) => describe(answer, "something went wrong")),
  ),
  plant(
    "v2-error-words-differ",
    "Errors use other error codes in v2.0 than in v1.1",
    { v2: ["SLACK-ERROR-01", "SAME-10"] },
    onError((answer) => describe(answer, "invalidValue")),
  ),
  plant(
    "error-as-html",
    "Errors are HTML pages",
    { v1: ["SCIM11-API-3.9-01"], v2: ["SCIM20-7644-3.12-01"] },
    onError((answer) => {
      answer.headers["content-type"] = "text/html; charset=utf-8";
      answer.transport = { text: "<html><body>Something went wrong</body></html>" };
    }),
  ),
  plant(
    "validation-answers-500",
    "An invalid body gives 500 instead of 400",
    { v1: ["SCIM11-API-3.9-05", "SCIM11-API-3.1-07"], v2: ["SCIM20-7644-3.3-09"] },
    becoming(400, 500),
  ),
  plant(
    "validation-answers-200",
    "An invalid body gives 200 with the error",
    { v1: ["SLACK-ERROR-10"], v2: ["SLACK-ERROR-10"] },
    becoming(400, 200),
  ),
  plant(
    "validation-answers-422",
    "An invalid body gives 422",
    {
      v1: ["SCIM11-API-3.9-04"],
      v2: ["SCIM20-7644-3.3-10", "SCIM20-7644-3.5.2.2-06", "SLACK-ERROR-03"],
    },
    becoming(400, 422),
  ),
  plant(
    "not-found-answers-400",
    "A missing resource gives 400 instead of 404",
    {
      v1: ["SCIM11-API-3.9-08"],
      v2: ["SCIM20-7644-3.12-08", "SCIM20-7644-3.4.3-01", "SCIM20-7644-3.4.3-03"],
    },
    becoming(404, 400),
  ),
  plant(
    "not-found-answers-410",
    "A missing resource gives 410",
    { v1: ["SCIM11-API-3.9-08"], v2: ["SCIM20-7644-3.12-08"] },
    becoming(404, 410),
  ),
  plant(
    "unknown-endpoint-answers-200",
    "An unknown endpoint gives 200",
    {
      v1: ["SLACK-DISCOVERY-05", "SCIM11-API-3.5-01"],
      v2: [
        "SCIM20-7644-3.2-06",
        "SCIM20-7644-3.11-02",
        "SCIM20-7644-3.4.3-02",
        "SCIM20-7644-3.7-01",
        "SLACK-DISCOVERY-06",
      ],
    },
    onError(
      (answer) => {
        answer.status = 200;
        answer.body = {};
      },
      404,
      { operation: "unknown" },
    ),
  ),
  plant(
    "unknown-version-served",
    "An unknown version of the API gives 200",
    { v1: ["SCIM11-API-3.10-02", "DIFF-VERS-01"], v2: ["SCIM20-7644-3.13-02"] },
    onError(
      (answer) => {
        answer.status = 200;
        answer.body = {};
      },
      400,
      { operation: "unknown" },
    ),
  ),
];
