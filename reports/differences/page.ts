import { Eta } from "eta";
import type { DifferenceResult, Exchange, Results } from "../../schemas/index.ts";
import { catalogue } from "./catalogue.ts";
import { template } from "./page-template.ts";

interface Row extends DifferenceResult {
  title: string;
  source: string;
  statusText: string;
  evidence: {
    version: string;
    exchanges: { title: string; request: string; response: string }[];
  }[];
}

const statusTexts: Record<DifferenceResult["status"], string> = {
  "as-documented": "as documented",
  otherwise: "otherwise than documented",
  "not-seen": "not seen",
  "not-probed": "not probed",
};

const impacts = ["breaking", "silent", "cosmetic"] as const;

/**
 * The page of version differences: one HTML file that needs no network and runs no script. Eta
 * escapes every value; the page's policy forbids scripts and loading anything.
 */
export function differencesPage(
  results: Results,
  exchanges: ReadonlyMap<string, Exchange>,
): string {
  const known = new Map(catalogue.map((entry) => [entry.id, entry]));
  const rows = results.differences.map((difference): Row => {
    const entry = known.get(difference.id);
    return {
      ...difference,
      title: entry?.title ?? difference.area,
      source: entry?.source ?? "found by this run",
      statusText: statusTexts[difference.status],
      evidence: results.versions.map((version) => ({
        version,
        exchanges: difference.exchanges
          .filter((id) => id.startsWith(`${version}/`))
          .flatMap((id) => exchanges.get(id) ?? [])
          .map(asText),
      })),
    };
  });
  const differing = rows.filter((row) => row.status !== "not-probed" && !isSame(row));
  return new Eta({ autoEscape: true }).renderString(template, {
    results,
    groups: [
      { title: "What differs", rows: byImpact(differing) },
      { title: "What is the same in both versions", rows: rows.filter(isSame) },
      {
        title: "What was not probed, and why",
        rows: rows.filter(({ status }) => status === "not-probed"),
      },
    ].filter((group) => group.rows.length > 0),
    counts: impacts.map((impact) => ({
      impact,
      count: differing.filter((row) => row.impact === impact).length,
    })),
    statuses: Object.entries(statusTexts).map(([status, text]) => ({
      text,
      count: rows.filter((row) => row.status === status).length,
    })),
  });
}

/** A control, or an entry where the standards differ and the organisation does not. */
function isSame({ status, note }: Row): boolean {
  return status === "as-documented" && note !== undefined;
}

function byImpact(rows: readonly Row[]): Row[] {
  return impacts.flatMap((impact) => rows.filter((row) => row.impact === impact));
}

function asText({ id, request, response, error }: Exchange) {
  return {
    title: `${id}  ${request.method} ${request.url} → ${response?.status ?? error ?? "no response"}`,
    request: pretty(request.body ?? ""),
    response: response ? pretty(response.body) : (error ?? ""),
  };
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
