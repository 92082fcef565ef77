import { expect, test } from "vitest";
import { versions } from "../../client/index.ts";
import { allChecks } from "../runs/all-checks.ts";
import { withRun } from "../runs/mock-run.ts";
import { startComplete } from "../servers/complete/server.ts";
import { isOf, refused } from "./variation.ts";

const withoutConfiguration = {
  response: (answer: Parameters<typeof refused>[0], { path }: { path: string }) => {
    if (isOf(path, "ServiceProviderConfigs?")) refused(answer, 404);
  },
};

/** The same checks of PATCH and of filters are judged with and without a configuration that announces them. */
test.each(versions)(
  "what no configuration announces is found by probes (version %s)",
  async (version) => {
    const server = await startComplete(version);
    const silent = await startComplete(version, {}, withoutConfiguration);
    const judgedAt = async (url: string, offers = {}) => {
      const results = await withRun(
        { [version]: url },
        { profile: "rfc", credentials: server.credentials, patienceMs: 300, offers },
        allChecks,
      );
      // Two rules are about the announcement itself.
      const features = results.filter(
        ({ area, title }) =>
          ["patch", "filters"].includes(area) && !title.includes("configuration"),
      );
      const skipped = features.filter(
        ({ verdict, id }) => verdict === "skip" && !/^SLACK/.test(id),
      );
      return skipped.map(({ id }) => id);
    };
    try {
      const announced = await judgedAt(server.url);
      expect(await judgedAt(silent.url)).toEqual(announced);
      const denied = await judgedAt(silent.url, { patch: false, filter: false });
      expect(denied.length).toBeGreaterThan(announced.length + 40);
    } finally {
      await silent.close();
      await server.close();
    }
  },
);
