import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/** Starts a thread as a command does, and asks for it in the way of vitest once it has ended. */
const script = `
  const { ChecksThread } = await import(process.argv[1] + "suites/run/checks-pool.js");
  const thread = new ChecksThread();
  const worker = thread.pool.createPoolWorker();
  await worker.start();
  await thread.close();
  const error = await worker.start().catch((error) => error);
  console.log(error?.message);
`;

test("a thread that ended before vitest used it is an error, not a wait", async () => {
  const dist = new URL("../../dist/", import.meta.url).href;
  const args = ["--input-type=module", "-e", script, dist];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toBe("the thread of the checks ended\n");
});
