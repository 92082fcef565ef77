import { variations } from "./index.ts";
import { nothingAllowedIsRed } from "./variation-runs.ts";

nothingAllowedIsRed("1.1", variations);
