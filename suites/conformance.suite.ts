import { afterAll, inject } from "vitest";
import { requirements } from "./catalogue.ts";
import { differentials } from "./differential/differentials.ts";
import { probes } from "./probes/probes.ts";
import { bind } from "./run/bind.ts";
import { createRunContext } from "./run/run-context.ts";
import { listenForStop } from "./run/stop-channel.ts";
import { scheduleOf } from "./run/units.ts";

const config = inject("run");
const run = createRunContext(config);
const endListening = listenForStop(config.runTag, run.stop);

bind(run, scheduleOf(run, { requirements, probes, differentials }));

afterAll(() => {
  endListening();
  return run.close();
});
