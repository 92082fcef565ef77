import { violations } from "../../schemas/compile.ts";
import type { NeutralUser } from "../../schemas/types.generated.ts";
import { PeopleError } from "./people.ts";

/**
 * Narrows a list to neutral users, by `schemas/suite/neutral-user.json`.
 *
 * @throws PeopleError with index and member as a JSON Pointer, such as `/3/emails/0/value`
 */
export function peopleOf(list: unknown): readonly NeutralUser[] {
  if (!Array.isArray(list)) throw new PeopleError("must be an array of users");
  list.forEach((user, index) => {
    const [broken] = violations("suite/neutral-user", user);
    if (!broken) return;
    const { message, path } = broken;
    const says = message.slice((path === "" ? "the document" : path).length);
    throw new PeopleError(`/${index}${path}${says}`);
  });
  return list;
}
