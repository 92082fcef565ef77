import { killFaultsOf } from "./kill.ts";

killFaultsOf(["patch"]);
