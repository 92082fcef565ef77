import type { CheckCallOptions } from "./check-calls.ts";
import type { Names } from "./names.ts";
import { templatedBody, type UserMarks, type UserTemplate } from "./user-template.ts";

/** The options of a call that sends a user, with the user template applied. */
export type CallTemplate = (
  options: CheckCallOptions | undefined,
  userName: string | null | undefined,
) => CheckCallOptions | undefined;

/**
 * Applies the template to calls that send users. A user is identified by its userName, so its unique
 * values stay the same in a PUT.
 */
export function templatedCalls(
  template: UserTemplate,
  names: Names,
  enterprise: string,
): CallTemplate {
  const known = new Map<string, UserMarks>();
  const marksOf = (userName: string): UserMarks => {
    const marks = known.get(userName) ?? names.marks(userName);
    known.set(userName, marks);
    return marks;
  };
  if (!template.attributes && !template.without) return (options) => options;
  return (options, userName) => ({
    ...options,
    change: (body) => {
      const templated = templatedBody(body, template, marksOf(userName ?? ""), enterprise);
      return options?.change?.(templated) ?? templated;
    },
  });
}
