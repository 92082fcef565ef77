import { afterAll, inject } from "vitest";
import { atFirstFinding } from "../schemas/finding.ts";
import { contentOf } from "./content.ts";
import { bind } from "./run/bind.ts";
import { exchangeLine, exchangeTeller } from "./run/exchange-channel.ts";
import { FindingsSoFar } from "./run/findings-so-far.ts";
import { createRunContext } from "./run/run-context.ts";
import { listenForStop } from "./run/stop-channel.ts";
import { scheduleOf } from "./run/units.ts";

const config = inject("run");
const teller = config.tellExchanges ? exchangeTeller(config.runTag) : undefined;
const run = createRunContext(config, (exchange) =>
  teller?.tell(exchangeLine(exchange, config.baseUrls[exchange.version])),
);
const endListening = listenForStop(config.runTag, run.stop);

const findings = new FindingsSoFar(config);
const schedule = scheduleOf(run, contentOf(config.profile), (report) => {
  if (!config.failFast) return;
  const [first] = findings.add(report);
  if (first !== undefined) run.stop.finish(`${first} ${atFirstFinding}`);
});
bind(run, schedule);

afterAll(async () => {
  endListening();
  await run.close();
  teller?.end();
});
