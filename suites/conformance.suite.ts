import { afterAll, inject } from "vitest";
import { requirements } from "./catalogue.ts";
import { differencesOf } from "./differences/catalogue.ts";
import { differentials } from "./differences/generated/differentials.ts";
import { bindDifferences, bindRequirements } from "./run/bind.ts";
import { createRunContext } from "./run/run-context.ts";
import { listenForStop } from "./run/stop-channel.ts";

const config = inject("run");
const run = createRunContext(config);
const endListening = listenForStop(config.runTag, run.stop);

bindRequirements(run, requirements);
bindDifferences(run, differencesOf(config.profile), differentials);

afterAll(() => {
  endListening();
  return run.close();
});
