import { expect, test } from "vitest";
import { sampleExchange } from "../../testing/runs/sample-run.ts";
import { copyHint, lessonTarget } from "./lesson-target.ts";

const url = "http://127.0.0.1:39999/scim/v2/Users/U1";
const exchanges = [sampleExchange("2.0/1", {}, { url })];

test("the hint names the variables that hold the credentials", () => {
  const hintFor = (
    credentialVariables?: Parameters<typeof lessonTarget>[0]["credentialVariables"],
  ) =>
    copyHint(
      lessonTarget(
        { embedded: false, ...(credentialVariables ? { credentialVariables } : {}) },
        exchanges,
      ),
    );
  expect(hintFor()).toMatch(/curl takes the token from SLACK_SCIM_TOKEN\.$/);
  expect(hintFor({ token: "ACME" })).toMatch(/curl takes the token from ACME\.$/);
  expect(hintFor({ username: "ME", password: "PW" })).toMatch(
    /curl takes the user name from ME and the password from PW\.$/,
  );
});

test("the hint of an embedded run says that its organisation has ended, and how to start one", () => {
  const hint = copyHint(lessonTarget({ embedded: true }, exchanges));
  expect(hint).not.toContain("39999");
  expect(hint).toContain("organisation has ended");
  expect(hint).toContain(
    'http://127.0.0.1:8080/scim after: npx slack-scim-conformance mock --port 8080 --token "$SLACK_SCIM_TOKEN"',
  );
});
