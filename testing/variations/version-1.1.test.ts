import { nothingAllowedIsRed } from "./variation-runs.ts";

nothingAllowedIsRed("1.1");
