import { ofHabits } from "./index.ts";
import { nothingAllowedIsRed } from "./variation-runs.ts";

nothingAllowedIsRed("2.0", ofHabits);
