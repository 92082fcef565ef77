import type { CheckContext } from "../run/check-context.ts";

/** A PUT of a user without `schemas`, for a rule and a probe. */
export const putWithoutSchemas = (t: CheckContext) =>
  t.once("PUT of a user without schemas", () =>
    t.fixtures.leaseFor([], async ({ id, sent }) => {
      const change = ({ schemas: _, ...body }: Record<string, unknown>) => body;
      return { put: await t.users.replace(id, sent, { change }) };
    }),
  );
