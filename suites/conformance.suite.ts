import { afterAll, inject } from "vitest";
import { requirements } from "./catalogue.ts";
import { differentials } from "./differential/differentials.ts";
import { probes } from "./probes/probes.ts";
import { bindDifferences, bindRequirements } from "./run/bind.ts";
import { createRunContext } from "./run/run-context.ts";

const run = createRunContext(inject("run"));

bindRequirements(run, requirements);
bindDifferences(run, probes, differentials);

afterAll(() => run.close());
