/**
 * Loads the modules of the checks before vitest does. On Node.js 20 the module hooks of vitest run in
 * another thread, which every import of a later module has to ask.
 */
import "allure-js-commons";
import "../content.ts";
import "./bind.ts";
import "./exchange-channel.ts";
import "./findings-so-far.ts";
import "./run-context.ts";
import "./stop-channel.ts";
import "./units.ts";
