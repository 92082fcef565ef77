import { killFaultsOf } from "./kill.ts";

killFaultsOf(["users", "representation"]);
