import { AsyncValue } from "./async-value.ts";

/** The id of the check that is running. */
export const currentCheck = new AsyncValue<string>();
