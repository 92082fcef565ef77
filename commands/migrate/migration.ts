import type { Migration } from "../../schemas/index.ts";
import { byDanger, mostDangerous } from "./dangers.ts";
import type { MigrateSession } from "./session.ts";

/**
 * What migration.json holds, without secrets.
 * @param about how the session was called, and by which version of this tool
 */
export function migrationOf(
  session: MigrateSession,
  about: Pick<Migration, "toolVersion" | "basePath" | "showValues" | "stopped">,
): Migration {
  const forms = byDanger(session.forms.list());
  const { toolVersion, basePath, showValues, stopped } = about;
  return session.gate.value<Migration>({
    ...{ tool: "slack-scim-conformance", toolVersion, migrationVersion: 1 },
    ...{ basePath, showValues, stopped },
    inputs: session.inputs,
    requests: session.forms.statuses,
    forms,
    other: session.forms.other,
    dangerous: mostDangerous(forms),
    findings: session.findings.list,
    findingsOmitted: session.findings.omitted,
    notSeen: session.seen.missing(),
  });
}
