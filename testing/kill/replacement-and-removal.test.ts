import { killFaultsOf } from "./kill.ts";

killFaultsOf(["put", "delete", "errors"]);
