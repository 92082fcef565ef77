import { nothingAllowedIsRed } from "../testing/variation-runs.ts";

nothingAllowedIsRed("2.0");
