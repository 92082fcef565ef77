import { killFaultsOf } from "../testing/kill.ts";

killFaultsOf(["patch"]);
