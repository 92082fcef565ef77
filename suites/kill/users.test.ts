import { killFaultsOf } from "../testing/kill.ts";

killFaultsOf(["users", "representation"]);
