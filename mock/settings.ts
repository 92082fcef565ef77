import { nearest } from "../schemas/nearest.ts";
import { accessSettings } from "./settings/access.ts";
import { errorSettings } from "./settings/errors.ts";
import { groupSettings } from "./settings/groups.ts";
import { guestSettings } from "./settings/guests.ts";
import { limitSettings } from "./settings/limits.ts";
import { listSettings } from "./settings/lists.ts";
import { patchSettings } from "./settings/patch.ts";
import type { Setting } from "./settings/setting-info.ts";
import { userSettings } from "./settings/users.ts";
import { wireSettings } from "./settings/wire.ts";

/**
 * Differences between organisations, and what is not known about Slack (`INF`): the one table of
 * their values, defaults and facts. Types, checks and lists are derived from it.
 */
const table = {
  ...accessSettings,
  ...wireSettings,
  ...errorSettings,
  ...userSettings,
  ...guestSettings,
  ...patchSettings,
  ...groupSettings,
  ...listSettings,
  ...limitSettings,
};

type Table = typeof table;

/** The settings of an organisation; `slack-scim-conformance mock --list-settings` explains each. */
export type MockSettings = {
  -readonly [Name in keyof Table]: Table[Name] extends Setting<infer Value> ? Value : never;
};

/** The settings by name, in the order of the list. */
export const settingTable: ReadonlyMap<string, Setting<unknown>> = new Map(Object.entries(table));

/** The best-supported value for each fact. */
export const defaultSettings: Readonly<MockSettings> = defaults();

function defaults(): MockSettings {
  return Object.fromEntries(
    [...settingTable].map(([name, setting]) => [name, setting.default]),
  ) as MockSettings;
}

/** Says that no setting has this name, with the three nearest names. */
export function unknownSetting(name: string): string {
  return `no such setting; nearest: ${nearest(name, [...settingTable.keys()]).join(", ")}`;
}

/**
 * The given settings, with defaults for the others.
 *
 * @throws Error of one line naming a setting that does not exist, with the nearest ones, or that
 *   cannot have the value, with the right ones
 */
export function settingsFrom(
  given: Readonly<Record<string, unknown>>,
  base: Readonly<MockSettings> = defaultSettings,
): MockSettings {
  for (const [name, value] of Object.entries(given)) {
    const setting = settingTable.get(name);
    if (!setting) throw new Error(`setting ${name}: ${unknownSetting(name)}`);
    if (!setting.accepts(value)) throw new Error(`setting ${name}: must be ${setting.allowed}`);
  }
  return { ...base, ...given };
}
