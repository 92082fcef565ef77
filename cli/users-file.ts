import { peopleOf } from "../mock/organization/check-people.ts";
import { PeopleError } from "../mock/organization/people.ts";
import { UsageError } from "../reports/exit.ts";
import { shown } from "../reports/output/output-error.ts";
import type { NeutralUser } from "../schemas/index.ts";
import { readJson } from "./json-file.ts";

/**
 * Reads the users of `--users-file`.
 *
 * @throws UsageError of one line: line and column where it is no JSON, else index and member
 */
export function usersOf(path: string): readonly NeutralUser[] {
  const where = `--users-file ${shown(path)}`;
  const json = readJson(path, where);
  try {
    return peopleOf(json);
  } catch (error) {
    if (!(error instanceof PeopleError)) throw error;
    throw new UsageError(`${where}: ${error.message}`);
  }
}
