import { AsyncLocalStorage } from "node:async_hooks";

/** Each AsyncLocalStorage that Node.js has used slows down every promise from then on: one for all values. */
const storage = new AsyncLocalStorage<ReadonlyMap<object, unknown>>();

/** A value that code has for as long as it runs, with what it awaits; checks run concurrently. */
export class AsyncValue<T> {
  /** @returns undefined outside of {@link run} */
  getStore(): T | undefined {
    // Only run() sets it.
    return storage.getStore()?.get(this) as T | undefined;
  }

  run<R>(value: T, work: () => R): R {
    return storage.run(new Map(storage.getStore()).set(this, value), work);
  }
}
