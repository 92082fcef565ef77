import { parentPort } from "node:worker_threads";
import { startMock } from "../mock/index.ts";

/** The thread that `embedded-mock.ts` starts: tells the address and token of its organisation. */
const { url, token } = await startMock({
  rateLimits: "off",
  // Long enough that a check has to wait, and no longer.
  settings: { deactivationDelayMs: 5, photoDelayMs: 5 },
});
parentPort?.postMessage({ url, token });
