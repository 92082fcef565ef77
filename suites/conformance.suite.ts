import { afterAll, inject } from "vitest";
import { contentOf } from "./content.ts";
import { bind } from "./run/bind.ts";
import { createRunContext } from "./run/run-context.ts";
import { listenForStop } from "./run/stop-channel.ts";
import { scheduleOf } from "./run/units.ts";

const config = inject("run");
const run = createRunContext(config);
const endListening = listenForStop(config.runTag, run.stop);

bind(run, scheduleOf(run, contentOf(config.profile)));

afterAll(() => {
  endListening();
  return run.close();
});
