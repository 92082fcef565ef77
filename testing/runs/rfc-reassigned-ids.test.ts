import { expect, test } from "vitest";
import { versions } from "../../client/index.ts";
import { startComplete } from "../servers/complete/server.ts";
import { allChecks, inOneLine } from "./all-checks.ts";
import { withRun } from "./mock-run.ts";

const rule = { "1.1": "SCIM11-CS-5.1-15", "2.0": "SCIM20-7643-3.1-21" };

test.each(versions)(
  "a server of version %s whose ids follow from names breaks one rule",
  async (version) => {
    const server = await startComplete(version, { ids: "from names" });
    const results = await withRun(
      { [version]: server.url },
      { profile: "rfc", credentials: server.credentials, patienceMs: 300 },
      allChecks,
    );
    await server.close();
    const broken = results.filter(({ verdict }) => ["fail", "warn", "error"].includes(verdict));
    expect(broken.map(inOneLine)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^fail ${rule[version]} .*id: expected "a new one", saw ".*as the deleted user had"`,
        ),
      ),
    ]);
  },
);
