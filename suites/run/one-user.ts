import type { Outcome } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { createdId } from "./location.ts";
import { blocked } from "./stop.ts";

/** The first create of a user, and its response, whatever it is. */
export interface FirstCreate {
  sent: NeutralUser;
  created: Outcome<NeutralUser>;
}

/**
 * The only user of a canary run. The version that needs it first creates it; the other one works with
 * the same user afterwards, since Slack's versions serve one organisation (FACT-ID-07). Its checks
 * run one after the other.
 */
export class OneUser {
  #first: Promise<FirstCreate> | undefined;
  #isLent = false;

  /** The create, by whoever asks first. */
  first(create: () => Promise<FirstCreate>): Promise<FirstCreate> {
    this.#first ??= create();
    return this.#first;
  }

  /**
   * The user in its typical state.
   * @param reset puts the user back after its first use
   * @throws Skip where the user could not be created
   */
  async lend(
    create: () => Promise<FirstCreate>,
    reset: (user: FirstCreate & { id: string }) => Promise<unknown>,
  ): Promise<FirstCreate & { id: string }> {
    const { sent, created } = await this.first(create);
    const id = createdId(created);
    if (id === undefined) throw blocked(`creating the user returned HTTP ${created.status}`);
    const user = { id, sent, created };
    if (this.#isLent) await reset(user);
    this.#isLent = true;
    return user;
  }
}
