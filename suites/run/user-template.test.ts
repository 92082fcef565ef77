import { describe, expect, test } from "vitest";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import { allChecks, inOneLine, isRed } from "../../testing/runs/all-checks.ts";
import { withRun } from "../../testing/runs/mock-run.ts";
import { type CompleteServer, startComplete } from "../../testing/servers/complete/server.ts";
import { listOf } from "../../testing/servers/complete/values.ts";
import { type Tampering, tamperWith } from "../../testing/tampering/tampering.ts";
import { templatedBody, type UserTemplate } from "./user-template.ts";

const badge = "urn:example:params:scim:schemas:extension:badge:2.0:User";
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const core = "urn:ietf:params:scim:schemas:core:2.0:User";

describe("a body", () => {
  const marks = { userName: "ada", unique: "k1", number: "42" };
  const templated = (body: JsonObject, template: UserTemplate) =>
    templatedBody(body, template, marks, enterprise);

  test("gets the template's attributes, with the values of its user", () => {
    const attributes = {
      employeeNumber: "E-{number}",
      [badge]: { code: "{unique}", owner: { of: ["{userName}"] } },
    };
    expect(templated({ schemas: [core], userName: "ada" }, { attributes })).toEqual({
      schemas: [core, badge],
      userName: "ada",
      employeeNumber: "E-42",
      [badge]: { code: "k1", owner: { of: ["ada"] } },
    });
  });

  test("keeps what a check sends itself", () => {
    const body = { schemas: [core, badge], title: "Chair", [badge]: { code: "mine" } };
    const attributes = { title: "Analyst", [badge]: { code: "{unique}", level: 1 } };
    expect(templated(body, { attributes })).toEqual({
      schemas: [core, badge],
      title: "Chair",
      [badge]: { code: "mine", level: 1 },
    });
  });

  test("loses the attributes that users do not have", () => {
    const body = {
      schemas: [core, enterprise],
      name: { givenName: "Ada", middleName: "King" },
      emails: [{ value: "a@example.com", type: "work" }],
      phoneNumbers: [{ value: "1" }],
      [enterprise]: { department: "Notes" },
    };
    const without = ["enterprise", "phoneNumbers", "name.middleName", "emails.type"];
    expect(templated(body, { without })).toEqual({
      schemas: [core],
      name: { givenName: "Ada" },
      emails: [{ value: "a@example.com" }],
    });
  });
});

/**
 * A server with demands of which its schemas say nothing: a badge number that is unique and never
 * changes, userNames that are e-mail addresses, and no telephone numbers and no enterprise block.
 */
function demanding(): Tampering {
  const numbers = new Map<string, string>();
  /** A user as the server behind keeps it; undefined where it is refused. */
  const judged = ({ [badge]: held, ...rest }: JsonObject): JsonObject | undefined => {
    const { code } = Object(held);
    const userName = String(rest.userName ?? "");
    const isTaken = [...numbers].some(([name, other]) => name !== userName && other === code);
    const isStray = rest.phoneNumbers !== undefined || rest[enterprise] !== undefined;
    const isAddress = rest.userName === undefined || userName.includes("@");
    if (!/^\d{6,}$/.test(String(code)) || isTaken || isStray || !isAddress) return undefined;
    numbers.set(userName, String(code));
    if (!Array.isArray(rest.schemas)) return rest;
    return { ...rest, schemas: rest.schemas.filter((urn) => urn !== badge) };
  };
  /** Each user of a bulk job, judged separately. */
  const judgedJob = (job: JsonObject): JsonObject => ({
    ...job,
    Operations: listOf(job.Operations).map((operation) =>
      operation.path === "/Users" && isObject(operation.data)
        ? { ...operation, data: judged(operation.data) ?? [] }
        : operation,
    ),
  });
  return {
    request: (call) => {
      const isBulk = call.path === "/Bulk";
      if (
        !["POST", "PUT"].includes(call.method) ||
        !/^\/(Bulk|Users(\/[^.]|$|\?))/.test(call.path)
      ) {
        return;
      }
      let body: unknown;
      try {
        body = JSON.parse(call.body);
      } catch {
        return;
      }
      if (!isObject(body)) return;
      // The server behind refuses a body that is no object.
      call.body = JSON.stringify(isBulk ? judgedJob(body) : (judged(body) ?? []));
    },
    response: (answer, { path }) => {
      // Nothing of this is published: no schemas, no types.
      if (/^\/(Schemas|ResourceTypes)/.test(path)) {
        answer.status = 404;
        answer.body = JSON.stringify({
          schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
          status: "404",
          detail: "nothing is published",
        });
      }
    },
  };
}

const users: UserTemplate = {
  attributes: { userName: "{unique}@people.example", [badge]: { code: "{number}" } },
  without: ["enterprise", "phoneNumbers"],
};

async function checked(server: CompleteServer, template: UserTemplate | undefined) {
  const front = await tamperWith(server.url, demanding());
  const results = await withRun(
    { "2.0": front.url },
    {
      profile: "rfc",
      credentials: server.credentials,
      patienceMs: 300,
      ...(template === undefined ? {} : { users: template }),
    },
    allChecks,
  );
  await front.close();
  return results;
}

test("a server with unpublished requirements is tested as the target file describes its users", async () => {
  const server = await startComplete("2.0");
  const [without, described] = [await checked(server, undefined), await checked(server, users)];
  await server.close();
  const passed = (results: typeof described) =>
    results.filter(({ verdict }) => verdict === "pass").length;
  // That nothing is published breaks two rules.
  const unpublished = ["SCIM20-7644-4-02", "SCIM20-7644-4-04"];
  const red = described.filter((each) => isRed(each) && !unpublished.includes(each.id));
  expect(red.map(inOneLine)).toEqual([]);
  expect(passed(described)).toBeGreaterThan(passed(without) + 80);
});
