import type { BulkOperation } from "../../client/index.ts";
import { clause } from "../clause.ts";
import { type Json, oneOf } from "../expectation.ts";
import { at, items } from "../json.ts";
import { messageUrns } from "../message-urns.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { idIn } from "../run/location.ts";
import { blocked, Skip } from "../run/stop.ts";
import { withValues } from "../with-values.ts";

const area = "users";
const safety = "write";
const needs = ["bulk"] as const;

/** DELETE of an unknown user: an operation that fails and changes nothing. */
const failing = (number = 0): BulkOperation => ({
  method: "DELETE",
  type: "User",
  id: `U0000000000${number}`,
});

/** A user, a group with that user, a group without a name, which is rejected, and a failing DELETE. */
const mixed = (t: CheckContext) =>
  t.once("a bulk job of several operations", async () => {
    const crew = t.fixtures.typicalGroup();
    const answer = await t.bulk({
      operations: [
        failing(),
        { method: "POST", type: "User", bulkId: "ada", resource: t.fixtures.typicalUser() },
        {
          method: "POST",
          type: "Group",
          bulkId: "crew",
          resource: { ...crew, members: [{ value: "bulkId:ada" }] },
        },
        { method: "POST", type: "Group", bulkId: "nameless", resource: {} },
      ],
    });
    const results = items(at(answer.json, "Operations"));
    return { answer, results };
  });

/** @throws Skip where the whole bulk request was rejected: that has its own requirement */
async function mixedResults(t: CheckContext): Promise<unknown[]> {
  const { answer, results } = await mixed(t);
  if (answer.status !== 200) throw blocked(`the bulk request returned HTTP ${answer.status}`);
  return results;
}

const withId = (results: unknown[], bulkId: string) =>
  results.find((result) => at(result, "bulkId") === bulkId);

/** The status of one operation: in SCIM 1.1 it is an object with a code. */
function statusOf(result: unknown): number {
  const status = at(result, "status");
  return Number(at(status, "code") ?? status);
}

/** The id that a result's location ends in. */
function idOf(result: unknown): string {
  const id = idIn(at(result, "location"));
  if (id === undefined) throw blocked("a bulk operation has no location");
  return id;
}

/** A bulk request that stops at its first error, before a group is created. */
const stopping = (t: CheckContext) =>
  t.once("a bulk job that stops", async () => {
    const resource = t.fixtures.typicalGroup();
    const { json } = await t.bulk({
      failOnErrors: 1,
      operations: [failing(), { method: "POST", type: "Group", bulkId: "late", resource }],
    });
    return statusOf(withId(items(at(json, "Operations")), "late")) === 201;
  });

const oversized = (t: CheckContext) =>
  t.once("a bulk job over the limit", async () => {
    const { json } = await t.client.serviceProviderConfig();
    const limit = at(json, "bulk", "maxOperations");
    if (typeof limit !== "number" || limit < 1)
      throw new Skip("not-applicable", "the configuration announces no limit");
    if (limit > 2000)
      throw new Skip(
        "not-applicable",
        `a bulk request of more than ${limit} operations would be too much load`,
      );
    const operations = Array.from({ length: limit + 1 }, (_, number) => failing(number));
    const { status, text } = await t.bulk({ operations });
    return { status, named: text.includes(String(limit)) };
  });

/** Bulk requests, where supported: SCIM 1.1 protocol §3.5, RFC 7644 §3.7. */
export const bulk: readonly Requirement[] = [
  {
    title: "a processed bulk request returns 200",
    area,
    safety,
    needs,
    versions: {
      "1.1": { ...clause("SCIM11-API-3.5-02"), expect: { status: 200 } },
      "2.0": clause("SCIM20-7644-3.7-02"),
    },
    expect: { status: 200, schemas: messageUrns.bulk },
    check: async (t) => {
      const { status, json } = (await mixed(t)).answer;
      return { status, schemas: items(at(json, "schemas")).join() };
    },
  },
  {
    title: "bulk continues after a failed operation unless failOnErrors is reached",
    area,
    safety,
    needs,
    versions: {
      "1.1": { ...clause("SCIM11-API-3.5-03"), expect: { wentOn: true } },
      "2.0": clause("SCIM20-7644-3.7-03"),
    },
    expect: { wentOn: true, wentOnAfterLimit: false },
    check: async (t) => {
      const results = await mixedResults(t);
      const wentOn = statusOf(withId(results, "ada")) === 201;
      return { wentOn, ...(t.version === "2.0" ? { wentOnAfterLimit: await stopping(t) } : {}) };
    },
  },
  {
    title: "bulk stops after failOnErrors errors",
    area,
    safety,
    needs,
    versions: { "1.1": clause("SCIM11-API-3.5-04") },
    expect: { wentOnAfterLimit: false },
    check: async (t) => ({ wentOnAfterLimit: await stopping(t) }),
  },
  {
    title: "bulk returns the bulkId of each new resource",
    area,
    safety,
    needs,
    versions: { "1.1": clause("SCIM11-API-3.5-05") },
    expect: { ada: 201 },
    check: async (t) => ({ ada: statusOf(withId(await mixedResults(t), "ada")) }),
  },
  {
    title: "bulk returns the result of each operation",
    area,
    safety,
    needs,
    versions: { "1.1": clause("SCIM11-API-3.5-06") },
    expect: { results: 4 },
    check: async (t) => ({ results: (await mixedResults(t)).length }),
  },
  {
    title: "each bulk operation has a location, except a failed POST",
    area,
    safety,
    needs,
    versions: {
      "1.1": clause("SCIM11-API-3.5-07"),
      "2.0": clause("SCIM20-7644-3.7-06"),
    },
    expect: { without: [] },
    check: async (t) => ({
      without: (await mixedResults(t))
        .filter((result) => at(result, "method") !== "POST" || statusOf(result) < 300)
        .filter((result) => typeof at(result, "location") !== "string")
        .map((result) => String(at(result, "bulkId") ?? at(result, "method"))),
    }),
  },
  {
    title: "each bulk operation has a status, and a failed one an explanation",
    area,
    safety,
    needs,
    versions: {
      "1.1": clause("SCIM11-API-3.5-08"),
      "2.0": clause("SCIM20-7644-3.7-05"),
    },
    expect: { withoutStatus: 0, withoutReason: 0 },
    check: async (t) => {
      const results = await mixedResults(t);
      const reason = t.version === "1.1" ? ["status", "description"] : ["response"];
      const failed = results.filter((result) => statusOf(result) >= 400);
      return {
        withoutStatus: results.filter((result) => Number.isNaN(statusOf(result))).length,
        withoutReason: failed.filter((result) => !at(result, ...reason)).length,
      };
    },
  },
  {
    title: "a bulkId is resolved to the id of the new resource",
    area,
    safety,
    needs,
    versions: {
      "1.1": clause("SCIM11-API-3.5-09"),
      "2.0": clause("SCIM20-7644-3.7-04"),
    },
    expect: { members: ["the new user"] },
    check: async (t) => {
      const results = await mixedResults(t);
      const user = idOf(withId(results, "ada"));
      const { resource } = await t.groups.get(idOf(withId(results, "crew")));
      const members = (resource?.members ?? []).map((member) => member.value ?? "nobody");
      return {
        members: withValues(
          members.map((id) => (id === user ? "the new user" : id)),
          { "id of the new user": user },
        ),
      };
    },
  },
  {
    title: "circular bulkId references are resolved, or rejected with 409",
    area,
    safety,
    needs,
    versions: {
      "1.1": clause("SCIM11-API-3.5-10"),
      "2.0": clause("SCIM20-7644-3.7-07"),
    },
    expect: { outcome: oneOf("made", "refused") },
    check: async (t) => {
      const group = (bulkId: string, other: string): BulkOperation => ({
        method: "POST",
        type: "Group",
        bulkId,
        resource: { ...t.fixtures.typicalGroup(), members: [{ value: `bulkId:${other}` }] },
      });
      const { status, json } = await t.bulk({ operations: [group("a", "b"), group("b", "a")] });
      const results = items(at(json, "Operations"));
      const statuses = results.map(statusOf);
      if (status === 409 || statuses.includes(409)) return { outcome: "refused" };
      const [a, b] = [withId(results, "a"), withId(results, "b")];
      if (statuses.length !== 2 || statuses.some((each) => each !== 201)) {
        return { outcome: `HTTP ${status}: ${statuses.join(", ")}` };
      }
      const refersTo = async (from: unknown, to: unknown): Promise<boolean> => {
        const { resource } = await t.groups.get(idOf(from));
        return resource?.members?.some((member) => member.value === idOf(to)) ?? false;
      };
      const both: Json = (await refersTo(a, b)) && (await refersTo(b, a));
      const members = async (result: unknown) =>
        (await t.groups.get(idOf(result))).resource?.members ?? null;
      if (both) return { outcome: "made" };
      return {
        outcome: withValues("made without the references", {
          "id of a": idOf(a),
          "members of a": await members(a),
          "id of b": idOf(b),
          "members of b": await members(b),
        }),
      };
    },
  },
  {
    title: "a bulk request over the limit returns 413 and names the limit",
    area,
    safety,
    needs,
    versions: {
      "1.1": clause("SCIM11-API-3.5-11"),
      "2.0": clause("SCIM20-7644-3.7-08"),
    },
    expect: { status: 413, named: true },
    check: oversized,
  },
  {
    title: "a bulk request over the limit returns 413",
    area,
    safety,
    needs,
    versions: { "1.1": clause("SCIM11-API-3.9-11") },
    expect: { status: 413 },
    check: oversized,
  },
];
