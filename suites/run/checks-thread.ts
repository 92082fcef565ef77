/**
 * The thread of the checks, which `checks-pool.ts` starts: loads all that they need, then does what
 * vitest's own thread does (Custom Pool in vitest's documentation).
 */
import "./without-hooks.ts";
import { parentPort } from "node:worker_threads";
import { init, runBaseTests, setupEnvironment } from "vitest/worker";
import { prepare } from "../../schemas/compile.ts";
import "../content.ts";
import "./bind.ts";
import "./exchange-channel.ts";
import "./findings-so-far.ts";
import "./run-context.ts";
import "./stop-channel.ts";
import "./units.ts";

const port = parentPort;
if (!port) throw new Error("this module runs in a thread");

init({
  post: (message) => port.postMessage(message),
  on: (listener) => port.on("message", listener),
  off: (listener) => port.off("message", listener),
  teardown: () => port.removeAllListeners("message"),
  setup: setupEnvironment,
  runTests: (state, traces) => runBaseTests("run", state, traces),
  collectTests: (state, traces) => runBaseTests("collect", state, traces),
});

// The command needs longer to load than this thread.
prepare("slack/v1.1/user", "slack/v2.0/user");
