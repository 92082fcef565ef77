import type { CheckCallOptions } from "./check-calls.ts";
import type { Names } from "./names.ts";
import { templatedBody, type UserMarks, type UserTemplate } from "./user-template.ts";

/** The options of a call that sends a user, with what the target file says of users. */
export type CallTemplate = (
  options: CheckCallOptions | undefined,
  userName: string | null | undefined,
) => CheckCallOptions | undefined;

/**
 * Shapes the bodies of calls that send users. A user is known again by its userName: what has to be
 * unique is the same when it is replaced.
 */
export function templatedCalls(
  shape: UserTemplate,
  names: Names,
  enterprise: string,
): CallTemplate {
  const known = new Map<string, UserMarks>();
  const marksOf = (userName: string): UserMarks => {
    const marks = known.get(userName) ?? names.marks(userName);
    known.set(userName, marks);
    return marks;
  };
  if (!shape.attributes && !shape.without) return (options) => options;
  return (options, userName) => ({
    ...options,
    change: (body) => {
      const shaped = templatedBody(body, shape, marksOf(userName ?? ""), enterprise);
      return options?.change?.(shaped) ?? shaped;
    },
  });
}
