import type { Call } from "../call.ts";
import { ScimError } from "../errors.ts";

/** FACT-LIMIT-14: one write at a time for each user and group; reads are not blocked. */
export class WriteLocks {
  readonly #held = new Set<string>();

  /**
   * Takes the lock of the resource that a write addresses.
   *
   * @returns a function that releases it, or undefined when there is nothing to lock
   * @throws ScimError `resource_locked` for a group, `too_many_requests` for a user (INF), with a retry after one second
   */
  take(call: Call): (() => void) | undefined {
    const isWrite = call.method !== "GET" && call.id !== "" && call.resource !== "none";
    const { settings, defects } = call.rules;
    if (!isWrite || !settings.lockWrites || defects.unlocked) return undefined;
    const key = call.id;
    if (this.#held.has(key)) {
      const code = call.resource === "Groups" ? "resource_locked" : "too_many_requests";
      throw new ScimError(code, undefined, 1);
    }
    this.#held.add(key);
    return () => this.#held.delete(key);
  }

  clear(): void {
    this.#held.clear();
  }
}
