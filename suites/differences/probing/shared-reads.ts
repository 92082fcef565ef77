import type { Outcome } from "../../../client/index.ts";
import type { CheckContext } from "../../run/check-context.ts";

/* Reads and creates that several probes use: each is sent once per version. */

export const readGivenUser = (t: CheckContext) =>
  t.once("read of the given user", async () => t.users.get((await t.sharedUser()).id));

export const listOfOne = (t: CheckContext) => t.once("one user", () => t.users.list({ count: 1 }));

export const emptyCreate = (t: CheckContext) =>
  t.once("a create of nothing", () => t.users.create({}, { rawBody: "{}" }));

export const counters = ["totalResults", "itemsPerPage", "startIndex"];

export const isServed = ({ status }: Outcome<unknown>): boolean => status < 300;
