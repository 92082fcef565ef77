import type { Outcome } from "../../client/index.ts";
import type { CheckContext } from "../run/check-context.ts";
import { Skip } from "../run/stop.ts";
import { unknownUserId } from "../run/unknown-ids.ts";

/** One error of each kind, provoked once for all rules on errors. */
export interface Errors {
  /** 404: an unknown user. */
  missing: Outcome<unknown>;
  /** 400: a body without `schemas`. */
  incomplete: Outcome<unknown>;
  /** 400: a body that is not JSON. */
  unreadable: Outcome<unknown>;
  /** 401: an unknown token. Undefined where that gets no response, which is an error of another rule. */
  unauthorised: Outcome<unknown> | undefined;
}

export async function errors(t: CheckContext): Promise<Errors> {
  const provoked = await t.once("errors of each kind", async () => ({
    missing: await t.users.get(unknownUserId),
    incomplete: await withoutSchemas(t),
    unreadable: await unreadable(t),
  }));
  return { ...provoked, unauthorised: await withWrongToken(t).catch(notSent) };
}

function notSent(error: unknown): undefined {
  if (error instanceof Skip && error.code === "blocked-by") return undefined;
  throw error;
}

/** A list of users with a wrong token. */
export const withWrongToken = (t: CheckContext) =>
  t.once("users with a wrong token", () => t.users.list({ token: "wrong", count: 1 }));

/** POST of a user without `schemas`, which creates nothing where it is rejected. */
const withoutSchemas = (t: CheckContext) =>
  t.once("POST without schemas", () =>
    t.users.create(t.fixtures.typicalUser(), { change: ({ schemas: _, ...body }) => body }),
  );

export const unreadable = (t: CheckContext) =>
  t.once("POST of a body that is not JSON", () =>
    t.users.create(t.fixtures.typicalUser(), { rawBody: '{"userName": ' }),
  );
