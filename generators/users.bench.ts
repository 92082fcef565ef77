import fc from "fast-check";
import { bench, describe } from "vitest";
import { violations } from "../schemas/index.ts";
import { sequenceArbitrary, userArbitrary } from "./index.ts";

const users = userArbitrary();
const full = userArbitrary({ classes: ["full"] });
const sequences = sequenceArbitrary();
let seed = 0;

/** One operation is one hundred values: multiply by 100 for values per second. */
describe("one hundred", () => {
  bench("users of all classes generated", () => {
    seed += 1;
    fc.sample(users, { seed, numRuns: 100 });
  });

  bench("users of all classes generated and validated", () => {
    seed += 1;
    for (const user of fc.sample(users, { seed, numRuns: 100 })) {
      violations("suite/neutral-user", user);
    }
  });

  bench("full users generated and validated", () => {
    seed += 1;
    for (const user of fc.sample(full, { seed, numRuns: 100 })) {
      violations("suite/neutral-user", user);
    }
  });

  bench("sequences of calls generated", () => {
    seed += 1;
    fc.sample(sequences, { seed, numRuns: 100 });
  });
});
