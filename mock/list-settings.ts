import type { SettingInfo } from "./settings/setting-info.ts";
import { settingTable } from "./settings.ts";

/** All settings: what each decides, its values, its default and the facts behind it. */
export function listSettings(): readonly SettingInfo[] {
  return [...settingTable].map(([name, { accepts: _accepts, ...info }]) => ({ name, ...info }));
}
