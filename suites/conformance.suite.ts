import { afterAll, inject } from "vitest";
import { requirements } from "./catalogue.ts";
import { differentials } from "./differential/differentials.ts";
import { probes } from "./probes/probes.ts";
import { bindDifferences, bindRequirements } from "./run/bind.ts";
import { createRunContext } from "./run/run-context.ts";
import { listenForStop } from "./run/stop-channel.ts";

const config = inject("run");
const run = createRunContext(config);
const endListening = listenForStop(config.runTag, run.stop);

bindRequirements(run, requirements);
bindDifferences(run, probes, differentials);

afterAll(() => {
  endListening();
  return run.close();
});
