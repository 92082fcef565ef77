import { afterEach, expect, test } from "vitest";
import { RunStop } from "./run-stop.ts";
import { listenForStop, sendStop } from "./stop-channel.ts";

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

test("checks that listen are stopped, and say why", async () => {
  const stop = new RunStop();
  ends.push(listenForStop("tag-a", stop), sendStop("tag-a", "interrupted by SIGTERM"));
  await expect.poll(() => stop.stopped?.why).toBe("interrupted by SIGTERM");
});

test("checks that begin to listen later are stopped then", async () => {
  ends.push(sendStop("tag-b", "interrupted by SIGTERM"));
  const stop = new RunStop();
  ends.push(listenForStop("tag-b", stop));
  await expect.poll(() => stop.stopped?.why).toBe("interrupted by SIGTERM");
});

test("the checks of another run go on", async () => {
  const [mine, other] = [new RunStop(), new RunStop()];
  ends.push(listenForStop("tag-c", other), listenForStop("tag-d", mine));
  ends.push(sendStop("tag-d", "why"));
  await expect.poll(() => mine.stopped).toBeDefined();
  expect(other.stopped).toBeUndefined();
});
