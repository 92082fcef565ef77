import { isFindingOfCheck, type Results } from "../schemas/index.ts";
import type { Version } from "../schemas/version.ts";
import { coverageAnchor } from "./coverage/anchor.ts";
import { states } from "./differences/view.ts";
import { pagePaths } from "./navigation.ts";
import { isFinding } from "./results.ts";

/** A finding of a run: each adds to the number that makes the exit code 1. */
export interface Finding {
  of: "check" | "difference";
  id: string;
  /** Of a check. */
  version?: Version;
  title: string;
  /** What was observed; text of a server. */
  message: string;
  /** Where the report says more, from its folder. */
  address: string;
}

type Judged = Pick<Results, "checks" | "differences" | "strict" | "baseline">;

/**
 * All findings of a run: failing checks, then lost coverage, then differences, each in the order of
 * the results.
 */
export function findingsOf(results: Judged): Finding[] {
  const { checks, differences, strict, baseline } = results;
  const broken = checks
    .filter((check) => isFindingOfCheck(check, strict))
    .map(({ id, version, title, message = "" }): Finding => {
      const address = addressOf({ of: "check", id, version });
      return { of: "check", id, version, title, message, address };
    });
  const lost = (baseline?.lost ?? []).map(({ id, version, now }): Finding => {
    const check = checks.find((one) => one.id === id && one.version === version);
    const { title = id, message: why = now } = check ?? {};
    const message = `coverage was lost: judged before, and skipped now (${now}): ${why}`;
    const address = addressOf({ of: "check", id, ...(version === undefined ? {} : { version }) });
    return {
      of: "check",
      id,
      ...(version === undefined ? {} : { version }),
      title,
      message,
      address,
    };
  });
  const found = differences.filter((one) => isFinding(one, strict));
  const unexpected = found.map((difference): Finding => {
    const { id, title, kind, status, v1, v2 } = difference;
    const state = states[kind === "undocumented" ? "undocumented" : status];
    const message = `${state}: in 1.1: ${v1}; in 2.0: ${v2}`;
    return { of: "difference", id, title, message, address: addressOf({ of: "difference", id }) };
  });
  return [...broken, ...lost, ...unexpected];
}

/** Where the report shows a check or a difference, from its folder. */
export function addressOf({ of, id, version }: Pick<Finding, "of" | "id" | "version">): string {
  return of === "check" && version !== undefined
    ? `${pagePaths.coverage}#${encodeURIComponent(coverageAnchor(version, id))}`
    : `${pagePaths.differences}#${encodeURIComponent(id)}`;
}

/** How many findings a run has, in one sentence that ends with a full stop. */
export function findingsInShort(results: Judged): { total: number; text: string } {
  const findings = findingsOf(results);
  const total = findings.length;
  const lost = results.baseline?.lost.length ?? 0;
  const unexpected = findings.filter(({ of }) => of === "difference").length;
  const checks = total - lost - unexpected;
  const parts = [
    ...(checks > 0 ? [counted(checks, "check fails", "checks fail")] : []),
    ...(lost > 0 ? [`${counted(lost, "rule is", "rules are")} no longer tested`] : []),
    ...(unexpected > 0
      ? [
          `${counted(unexpected, "difference is", "differences are")} not as Slack is known to behave`,
        ]
      : []),
  ];
  if (total === 0) return { total, text: "No findings." };
  return { total, text: `${counted(total, "finding", "findings")}: ${parts.join(", ")}.` };
}

/** A number with its noun. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
