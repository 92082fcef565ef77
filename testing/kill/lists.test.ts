import { killFaultsOf } from "./kill.ts";

killFaultsOf(["groups", "filters", "pagination"]);
