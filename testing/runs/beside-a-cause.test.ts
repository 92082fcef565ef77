import { expect, test } from "vitest";
import type { Version } from "../../client/index.ts";
import { startComplete } from "../servers/complete/server.ts";
import { inBody, type Tampering, tamperWith } from "../tampering/tampering.ts";
import { declining } from "../variations/declines.ts";
import { isOf, refused } from "../variations/variation.ts";
import { allChecks } from "./all-checks.ts";
import { grossFaults } from "./gross-faults.ts";
import { withRun } from "./mock-run.ts";

const co500 = declining(/ co /, (answer) => refused(answer, 500, "2.0"));

/** A userName in upper case finds no one. */
const upperFindsNothing: Tampering = {
  response: (answer, { path }) => {
    if (!isOf(path, "Users") || !/filter=userName(?:%20|\+)eq(?:%20|\+)%22[^%]*[A-Z]/.test(path))
      return;
    inBody(answer, (list) => Object.assign(list, { Resources: [], totalResults: 0 }));
  },
};

const addReplaces: Tampering = {
  request: (call) => {
    if (call.method === "PATCH") call.body = call.body.replaceAll('"op":"add"', '"op":"replace"');
  },
};

/** A group with a member that does not exist is answered with 500. */
const unknownMember500: Tampering = {
  response: (answer, { method, path, body }) => {
    if (method === "POST" && isOf(path, "Groups") && body.includes("U00000000000")) {
      refused(answer, 500, "2.0");
    }
  },
};

/** Faults beside a gross one, and the rule that must still be broken. */
const cases: readonly [cause: string, fault: string, id: string, tampering: Tampering][] = [
  ["filters on users find nothing", "co returns 500", "SCIM20-7644-3.4.2.2-09", co500],
  [
    "a filter on users other than eq is ignored",
    "eq compares by letter case",
    "SCIM20-7644-3.4.2.2-24",
    upperFindsNothing,
  ],
  ["errors are HTML", "eq compares by letter case", "SCIM20-7644-3.4.2.2-24", upperFindsNothing],
  ["PUT has no effect", "add replaces", "SCIM20-7644-3.5.2.1-03", addReplaces],
  [
    "a create of a group drops the members",
    "a group with an unknown member gives 500",
    "SCIM20-7643-4.2-02",
    unknownMember500,
  ],
];

/** What rests on a broken rule is skipped; a second fault is not. */
test.each(cases)("%s, and %s", async (cause, _fault, id, tampering) => {
  const version: Version = "2.0";
  const gross = grossFaults.find(({ name }) => name === cause);
  const server = await startComplete(version, gross?.options, gross?.tampering);
  const front = await tamperWith(server.url, tampering);
  const results = await withRun(
    { [version]: front.url },
    { profile: "rfc", credentials: server.credentials, patienceMs: 300 },
    allChecks,
  );
  await front.close();
  await server.close();
  const found = results.filter(({ verdict }) => ["fail", "warn"].includes(verdict));
  const ids = found.map((result) => result.id);
  const causes = (gross?.findings[version] ?? []).map((each) => each.replace(/^\w+ /, ""));
  expect(ids).toEqual(expect.arrayContaining([...causes, id]));
});
