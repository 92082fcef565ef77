import type { Outcome } from "../../client/index.ts";
import type { CheckContext } from "../run/check-context.ts";
import { nobody } from "../run/made-up-ids.ts";

/** What answers of each kind look like; asked once, for all rules on errors. */
export interface Errors {
  /** 404: a user who does not exist. */
  missing: Outcome<unknown>;
  /** 400: a body without `schemas`. */
  incomplete: Outcome<unknown>;
  /** 400: a body that is not JSON. */
  unreadable: Outcome<unknown>;
  /** 401: a token that does not exist. */
  unauthorised: Outcome<unknown>;
}

export function errors(t: CheckContext): Promise<Errors> {
  return t.once("errors of each kind", async () => ({
    missing: await t.users.read(nobody),
    incomplete: await withoutSchemas(t),
    unreadable: await unreadable(t),
    unauthorised: await t.users.search({ count: 1, token: "wrong" }),
  }));
}

/** A user without `schemas`: nothing is created where that is refused. */
export const withoutSchemas = (t: CheckContext) =>
  t.once("POST without schemas", () =>
    t.users.create(t.fixtures.typicalUser(), { change: ({ schemas: _, ...body }) => body }),
  );

export const unreadable = (t: CheckContext) =>
  t.once("POST of what is no JSON", () =>
    t.users.create(t.fixtures.typicalUser(), { rawBody: '{"userName": ' }),
  );
