import type { BulkJob, JsonObject, Outcome } from "../../client/index.ts";
import { at, items } from "../json.ts";
import type { CallTemplate } from "./call-template.ts";
import { CannotWriteError } from "./cannot-write.ts";
import type { ConformanceClient } from "./conformance-client.ts";
import { type Bookkeeping, Creation } from "./creation.ts";
import { isRejection } from "./endpoint.ts";
import { usableId } from "./journal-lines.ts";
import { idIn } from "./location.ts";

/** A bulk request; the ids of what it creates are taken from the locations in its response. */
export async function guardedBulk(
  client: ConformanceClient,
  job: BulkJob,
  books: Bookkeeping,
  template: CallTemplate,
): Promise<Outcome<JsonObject>> {
  const { budget, ownership, ownChanges } = books;
  for (const operation of job.operations) {
    if (operation.method === "POST") continue;
    const { type, id } = operation;
    const calls = type === "User" ? client.users : client.groups;
    await ownership.mayChange(type, id, () => calls.get(id));
  }
  const creations = job.operations.flatMap((operation) => {
    if (operation.method !== "POST") return [];
    const { type, bulkId } = operation;
    return [{ type, bulkId, creation: new Creation(books, type, client.version) }];
  });
  spendAll(creations, budget);
  const sendBulk = () =>
    client.bulk(job, {
      change: (body) => {
        const operations = items(body.Operations).map(withTemplate(template));
        const sent = operations.filter((operation) => at(operation, "method") === "POST");
        for (const [index, { creation }] of creations.entries()) {
          creation.intend(at(sent[index], "data"));
        }
        return { ...body, Operations: operations };
      },
    });
  const inTurn = ownChanges.change("User", () => ownChanges.change("Group", sendBulk));
  const outcome = await inTurn.catch((error: unknown) => {
    // Nothing was sent.
    if (error instanceof CannotWriteError) for (const { type } of creations) budget.refund(type);
    throw error;
  });
  const results = items(at(outcome.json, "Operations"));
  for (const { type, bulkId, creation } of creations) {
    const result = results.find((one) => at(one, "bulkId") === bulkId);
    const status = outcome.status < 300 ? statusOf(result) : outcome.status;
    const id = usableId(idIn(at(result, "location")));
    if (id !== undefined) creation.created(id);
    else if (status >= 200 && status < 300) creation.created(undefined);
    else if (isRejection(status)) {
      creation.refused();
      budget.refund(type);
    }
  }
  return outcome;
}

/** Reserves all creates or none: a request that is not sent uses no budget. @throws Skip */
function spendAll(
  creations: readonly { type: "User" | "Group" }[],
  budget: Bookkeeping["budget"],
): void {
  const spent: ("User" | "Group")[] = [];
  try {
    for (const { type } of creations) {
      budget.spend(type);
      spent.push(type);
    }
  } catch (error) {
    for (const type of spent) budget.refund(type);
    throw error;
  }
}

/** The status of one operation: a string in RFC 7644 §3.7, an object with a code in SCIM 1.1 §3.5; 0 where it has none. */
function statusOf(result: unknown): number {
  const status = Number(at(result, "status", "code") ?? at(result, "status"));
  return Number.isNaN(status) ? 0 : status;
}

/** An operation of a bulk request, with the user template applied where it creates a user. */
const withTemplate = (template: CallTemplate) => (operation: unknown) => {
  const userName = at(operation, "data", "userName");
  if (typeof userName !== "string") return operation;
  const data = Object(at(operation, "data"));
  return { ...Object(operation), data: template(undefined, userName)?.change?.(data) ?? data };
};
