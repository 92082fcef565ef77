import type { Outcome } from "../../client/index.ts";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { shows } from "../run/missed-read.ts";
import { blocked } from "../run/stop.ts";

/**
 * A user or group as it was read, to be sent back by PUT.
 * @throws Skip where it could not be read: that has its own requirement. Nor is another resource sent
 *   back, which would write the values of another person into one of the run, and into its record.
 */
export function asRead(answer: Outcome<unknown>, id: string): JsonObject {
  const { json } = answer;
  if (shows(json, id)) return json;
  const returned = isObject(json) ? "another resource" : describeAnswer(answer);
  throw blocked(`reading ${id} returned ${returned}`);
}
