import { afterAll, inject } from "vitest";
import { requirements } from "./catalogue.ts";
import { differentials } from "./differential/differentials.ts";
import { probes } from "./probes/probes.ts";
import { bindDifferentials, bindProbes, bindRequirements } from "./run/bind.ts";
import { createRunContext } from "./run/run-context.ts";

const run = createRunContext(inject("run"));

bindRequirements(run, requirements);
bindProbes(run, probes);
bindDifferentials(run, differentials);

afterAll(() => run.close());
