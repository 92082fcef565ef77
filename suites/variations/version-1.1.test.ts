import { nothingAllowedIsRed } from "../testing/variation-runs.ts";

nothingAllowedIsRed("1.1");
