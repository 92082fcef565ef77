import { expect, test } from "vitest";
import { retryAfter } from "./retry-after.ts";

const now = Date.UTC(2026, 4, 6, 8, 49, 37);

test.each<[string | undefined, number | undefined]>([
  [undefined, undefined],
  ["", undefined],
  ["0", 0],
  ["3", 3000],
  [" 3 ", 3000],
  ["1.5", 1500],
  ["1.25", 1250],
  ["1.", undefined],
  ["120", 120_000],
  ["121", 120_000],
  ["99999999999999999999999", 120_000],
  ["-5", undefined],
  ["5s", undefined],
  ["1e3", undefined],
  ["soon", undefined],
  ["2026", 120_000],
  ["2026-05-06T08:49:40Z", undefined],
  // The three forms of RFC 9110 §5.6.7.
  ["Wed, 06 May 2026 08:49:40 GMT", 3000],
  ["Wednesday, 06-May-26 08:49:40 GMT", 3000],
  ["Wed May  6 08:49:40 2026", 3000],
  ["Wed, 06 May 2026 08:49:37 GMT", 0],
  ["Wed, 06 May 2026 08:49:30 GMT", 0],
  ["Thu, 01 Jan 1970 00:00:00 GMT", 0],
  ["Wed, 06 May 2099 08:49:40 GMT", 120_000],
  ["Wed, 99 Foo 2026 08:49:40 GMT", undefined],
  ["XWed, 06 May 2026 08:49:40 GMT", undefined],
  ["Wed, 06 May 2026 08:49:40 GMT+3", undefined],
])("%j asks for %s ms", (header, ms) => {
  expect(retryAfter(header, now)).toBe(ms);
});
