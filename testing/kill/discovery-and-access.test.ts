import { killFaultsOf } from "./kill.ts";

killFaultsOf(["discovery", "authentication", "limits", "transport"]);
