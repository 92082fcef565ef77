import { settingTable, unknownSetting } from "../mock/settings.ts";
import { UsageError } from "../reports/exit.ts";

/** More of a value says nothing. */
const longest = 80;

/**
 * The settings of `--set NAME=VALUE`. VALUE is JSON, or plain text where the setting is a text: then
 * only a JSON string is read as JSON.
 *
 * @throws UsageError of one line: an unknown NAME with the nearest ones, a NAME that is given twice,
 *   a VALUE with the right ones
 */
export function settingsOf(assignments: readonly string[]): Record<string, unknown> {
  const given = new Map<string, unknown>();
  for (const assignment of assignments) {
    const [name, value] = parts(assignment);
    const setting = settingTable.get(name);
    if (!setting) {
      throw new UsageError(
        `--set ${cut(name)}: ${unknownSetting(name)} (mock --list-settings has all)`,
      );
    }
    if (given.has(name)) throw new UsageError(`--set ${name}: given twice`);
    const isText = setting.type === "text" || typeof setting.default === "string";
    const read = readValue(value, isText);
    if (read === undefined || !setting.accepts(read)) {
      throw new UsageError(`--set ${name}=${cut(value)}: must be ${setting.allowed}`);
    }
    given.set(name, read);
  }
  return Object.fromEntries(given);
}

function parts(assignment: string): [name: string, value: string] {
  const end = assignment.indexOf("=");
  if (end > 0) return [assignment.slice(0, end), assignment.slice(end + 1)];
  throw new UsageError(`--set ${cut(assignment)}: must have the form NAME=VALUE`);
}

/** Undefined for what is no value. */
function readValue(text: string, isText: boolean): unknown {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return isText ? text : undefined;
  }
  return isText && typeof json !== "string" ? text : json;
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
