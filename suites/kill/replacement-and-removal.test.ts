import { killFaultsOf } from "../testing/kill.ts";

killFaultsOf(["put", "delete", "errors"]);
