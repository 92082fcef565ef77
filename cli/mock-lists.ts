import type { FaultInfo, SettingInfo } from "../mock/index.ts";

/** One fault a line: name, area, what it does, the ids that it breaks. */
export function faultLines(faults: readonly FaultInfo[]): string {
  return faults
    .map(({ name, area, breaks, summary }) => {
      const ids = new Set(Object.values(breaks).flat());
      return `${name.padEnd(40)} ${area.padEnd(16)} ${summary} [${[...ids].join(", ")}]`;
    })
    .join("\n");
}

/** One setting a line: name, values, default, facts, what it decides. */
export function settingLines(settings: readonly SettingInfo[]): string {
  const rows = settings.map(({ name, allowed, default: value, facts, decides }) => {
    const shown = typeof value === "string" ? value : JSON.stringify(value);
    return `${name.padEnd(26)} ${allowed}; default ${shown} [${facts.join(", ")}] ${decides}`;
  });
  return rows.join("\n");
}
