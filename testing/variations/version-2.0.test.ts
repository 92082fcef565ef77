import { nothingAllowedIsRed } from "./variation-runs.ts";

nothingAllowedIsRed("2.0");
