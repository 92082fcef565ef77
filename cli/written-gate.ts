import { existsSync, readFileSync } from "node:fs";
import { Redaction } from "../client/transport/redaction.ts";
import { runFiles } from "../reports/run-directory.ts";
import type { Redact } from "../schemas/index.ts";
import { Journal } from "../suites/run/journal.ts";

/**
 * The gate for what is made from the files of a finished run. The files passed it when they were
 * written; the secrets of the run are no longer known, so only what can be found without them is
 * redacted again. The journal contains the addresses that the run generated.
 */
export function gateOfWritten(directory: string): Redact {
  const gate = redactionOfWritten(directory);
  return (page) => gate.written(page);
}

/** The same gate, for text and for JSON. */
export function redactionOfWritten(directory: string): Redaction {
  const files = runFiles(directory);
  const owner = new Journal(files.journal).owner();
  const ownNamePrefix = owner?.namePrefix;
  const text = () => (existsSync(files.exchanges) ? readFileSync(files.exchanges, "utf8") : "");
  // 0.1.0 did not record the domain.
  const ownEmailDomain =
    owner?.emailDomain ?? (ownNamePrefix ? domainAfter(ownNamePrefix, text()) : undefined);
  return new Redaction({
    secrets: [],
    ...(ownNamePrefix ? { ownNamePrefix } : {}),
    ...(ownEmailDomain === undefined ? {} : { ownEmailDomain }),
  });
}

/** The domain of the first address whose name begins with the prefix. */
function domainAfter(prefix: string, text: string): string | undefined {
  for (let at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
    const [, domain] =
      /^[\w.+-]{1,64}@([a-z0-9.-]+\.[a-z]{2,})/i.exec(text.slice(at, at + 200)) ?? [];
    if (domain !== undefined) return domain;
  }
  return undefined;
}
