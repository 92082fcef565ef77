import { type Sent, send } from "../../commands/migrate/verify/organisation.ts";
import { differencesOf } from "../../commands/migrate/verify/state.ts";
import { type Mock, type MockOptions, startMock } from "../../mock/index.ts";

export { type Sent, send };

/** Two organisations of the same seed: one for the requests of 1.1, one for those of 2.0. */
export class Organisations {
  readonly v1: Mock;
  readonly v2: Mock;

  private constructor(v1: Mock, v2: Mock) {
    this.v1 = v1;
    this.v2 = v2;
  }

  static async start(options: MockOptions = {}): Promise<Organisations> {
    const settings = { deactivationDelayMs: 0, photoDelayMs: 0, ...options.settings };
    const both = { users: 9, groups: 1, ...options, settings };
    return new Organisations(await startMock(both), await startMock(both));
  }

  reset(): void {
    this.v1.reset();
    this.v2.reset();
  }

  async close(): Promise<void> {
    await Promise.all([this.v1.close(), this.v2.close()]);
  }

  /** What is different in the two organisations, in either version: one line each; empty where they are alike. */
  async differences(): Promise<string[]> {
    const found = await differencesOf(this.v1, this.v2);
    return found.map(
      ({ resource, attribute, v1, v2 }) => `${resource} ${attribute}: ${v1} and ${v2}`,
    );
  }
}
