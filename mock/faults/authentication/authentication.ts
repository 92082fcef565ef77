import type { Fault } from "../fault.ts";
import { onError, planter } from "../plant.ts";

const plant = planter("authentication");
/** The rules that a response other than 401 to a wrong token breaks. */
const wrongTokenStatus = {
  v1: ["SCIM11-API-2-03", "SCIM11-API-3.9-06"],
  v2: ["SCIM20-7644-2-01", "SLACK-AUTH-01"],
};

/** Faults in how tokens are checked. */
export const authenticationFaults: readonly Fault[] = [
  plant(
    "any-token-reads",
    "Reads accept any token",
    {
      v1: [
        "SCIM11-API-2-03",
        "SCIM11-API-3.9-06",
        "SLACK-AUTH-02",
        "SLACK-AUTH-04",
        "SLACK-AUTH-05",
      ],
      v2: ["SCIM20-7644-2-01", "SLACK-AUTH-01", "SLACK-AUTH-02", "SLACK-AUTH-04"],
    },
    { defects: { anyTokenReads: true } },
  ),
  plant(
    "any-token-writes",
    "Writes accept any token",
    { v1: ["SLACK-AUTH-04"], v2: ["SLACK-AUTH-04"] },
    { defects: { anyTokenWrites: true } },
  ),
  plant(
    "missing-token-reads",
    "Reads work without a token",
    { v1: ["SCIM11-API-2-02", "SLACK-AUTH-03"], v2: ["SCIM20-7644-2-01", "SCIM20-7644-2-04"] },
    { defects: { missingTokenReads: true } },
  ),
  plant(
    "valid-token-refused",
    "The valid token is rejected",
    { v1: ["SCIM11-API-2-01"], v2: ["SCIM20-7644-2-03"] },
    { defects: { validTokenRefused: true } },
  ),
  plant(
    "bad-token-answers-403",
    "A wrong token gives 403 instead of 401",
    wrongTokenStatus,
    onError((answer) => {
      answer.status = 403;
    }, 401),
  ),
  plant(
    "bad-token-answers-500",
    "A wrong token gives 500",
    wrongTokenStatus,
    onError((answer) => {
      answer.status = 500;
    }, 401),
  ),
  plant(
    "bad-token-without-body",
    "The response to a wrong token has no body",
    { v1: ["SCIM11-API-3.9-01", "SCIM11-API-3.9-03"], v2: ["SLACK-AUTH-02", "SLACK-ERROR-01"] },
    onError((answer) => {
      answer.body = undefined;
    }, 401),
  ),
  plant(
    "bad-token-word-unknown",
    "The response to a wrong token does not contain `invalid_authentication`",
    {
      v1: ["SLACK-AUTH-02", "SLACK-AUTH-05", "DIFF-AUTH-01"],
      v2: ["SLACK-AUTH-02", "DIFF-AUTH-01"],
    },
    onError((answer) => {
      answer.body = { Errors: { description: "go_away", code: 401 } };
    }, 401),
  ),
];
