import { killFaultsOf } from "../testing/kill.ts";

killFaultsOf(["groups", "filters", "pagination"]);
