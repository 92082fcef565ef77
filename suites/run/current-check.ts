import { AsyncLocalStorage } from "node:async_hooks";

/** The id of the check that is running; checks run concurrently. */
export const currentCheck = new AsyncLocalStorage<string>();
