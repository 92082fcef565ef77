/** Loads the modules of the checks before vitest does, in the thread that it starts for them. */
import "./without-hooks.ts";
import "../content.ts";
import "./bind.ts";
import "./exchange-channel.ts";
import "./findings-so-far.ts";
import "./run-context.ts";
import "./stop-channel.ts";
import "./units.ts";
