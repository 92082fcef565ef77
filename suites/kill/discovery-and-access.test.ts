import { killFaultsOf } from "../testing/kill.ts";

killFaultsOf(["discovery", "authentication", "limits", "transport"]);
