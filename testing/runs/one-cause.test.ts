import { expect, test } from "vitest";
import { versions } from "../../client/index.ts";
import { startComplete } from "../servers/complete/server.ts";
import { allChecks, inOneLine } from "./all-checks.ts";
import { grossFaults } from "./gross-faults.ts";
import { withRun } from "./mock-run.ts";

const cases = grossFaults.flatMap(({ name, findings, ...fault }) =>
  versions.flatMap((version) => {
    const expected = findings[version];
    return expected ? [[name, version, expected, fault] as const] : [];
  }),
);

/** One cause is one finding: what follows from it is skipped, and says what it follows from. */
test.each(cases)(
  "%s (version %s)",
  async (_name, version, expected, { options = {}, tampering }) => {
    const server = await startComplete(version, options, tampering);
    const results = await withRun(
      { [version]: server.url },
      { profile: "rfc", credentials: server.credentials, patienceMs: 300 },
      allChecks,
    );
    await server.close();
    const broken = results.filter(({ verdict }) => ["fail", "warn", "error"].includes(verdict));
    const names = broken.map(({ verdict, id }) => `${verdict} ${id}`);
    expect(names.sort(), broken.map(inOneLine).join("\n")).toEqual([...expected].sort());
  },
);
