import { factOf } from "../../facts/cited.ts";
import type { FaultInfo } from "../../mock/faults/fault.ts";
import { listFaults } from "../../mock/faults/index.ts";
import { listSettings } from "../../mock/list-settings.ts";
import type { SettingInfo } from "../../mock/settings/setting-info.ts";
import { toolCommand } from "../../schemas/shell.ts";
import { type Version, versions } from "../../schemas/version.ts";
import type { Line } from "./sheet.ts";

/** The faults that break each id. */
const faultsOf = new Map<string, FaultInfo[]>();
for (const fault of listFaults()) {
  for (const id of new Set(Object.values(fault.breaks).flat())) {
    faultsOf.set(id, [...(faultsOf.get(id) ?? []), fault]);
  }
}

/** What a fault is looked up for. */
interface Subject {
  /** As faults name it in `breaks`. */
  id: string;
  /** Ids of the facts that it rests on. */
  facts: readonly string[];
  /** The requirement to run alone; absent where only a whole run tells. */
  requirement?: string;
}

/** More names say nothing new. */
const mostNames = 4;

/**
 * The faults of the mock that show what an id is about, and the two commands that try the first;
 * where there is no fault, a setting in place of it.
 */
export function faultLines(subject: Subject): Line[] {
  const { id, requirement } = subject;
  const showing = faultsOf.get(id) ?? [];
  const [first] = showing;
  if (first === undefined) return settingLines(subject);
  const affected = versions.filter((version) => first.breaks[version].includes(id));
  const more = showing.length - mostNames;
  return [
    ...showing.slice(0, mostNames).map(({ name, summary }) => `${name}: ${summary}`),
    ...(more > 0 ? [`… and ${more} more: mock --list-faults`] : []),
    // A difference is only seen where both versions are tested.
    ...tryLines(
      ["--fault", first.name],
      requirement === undefined ? versions : affected,
      requirement,
    ),
  ];
}

/** A setting that decides one of the facts, with another value than its default. */
function settingLines({ facts, requirement }: Subject): Line[] {
  const names = facts.flatMap((id) => factOf(id)?.settings ?? []);
  for (const setting of listSettings()) {
    const value = names.includes(setting.name) ? otherValue(setting) : undefined;
    if (value === undefined) continue;
    return [
      `No fault is planted for it. The setting ${setting.name} is about the same fact: ${setting.decides}.`,
      ...tryLines(["--set", `${setting.name}=${value}`], versions, requirement),
    ];
  }
  const selection = requirement === undefined ? [] : ["--requirement", requirement];
  return [
    "No fault is planted for it. This shows it on the embedded organisation:",
    { asIs: toolCommand("run", ...selection) },
  ];
}

/** Another value than the default, where the values can be listed. */
function otherValue({ type, values = [], default: usual }: SettingInfo): string | undefined {
  const value = type === "boolean" ? !usual : values.find((one) => one !== usual);
  return value === undefined ? undefined : String(value);
}

function tryLines(
  flags: readonly string[],
  tested: readonly Version[],
  requirement: string | undefined,
): Line[] {
  const selection = requirement === undefined ? [] : ["--requirement", requirement];
  const out = ["--no-report", "--out", "scim-fault"];
  return [
    "To see it, start the mock with it, and run this in a second terminal:",
    { asIs: toolCommand("mock", "--port", "8080", ...flags) },
    { asIs: toolCommand("run", ...tested.flatMap(urlOf), ...selection, ...out) },
  ];
}

function urlOf(version: Version): string[] {
  const path = { "1.1": "v1", "2.0": "v2" }[version];
  return [`--${path}`, `http://127.0.0.1:8080/scim/${path}`];
}
