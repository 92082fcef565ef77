import type { Version } from "../../client/index.ts";
import type { RunConfig } from "./run-config.ts";

/** Gives names that are unique over runs and versions, and that say whose they are. */
export class Names {
  readonly emailDomain: string;
  readonly #config: Pick<RunConfig, "namePrefix" | "runTag" | "emailDomain">;
  readonly #version: string;
  #count = 0;

  constructor(config: Pick<RunConfig, "namePrefix" | "runTag" | "emailDomain">, version: Version) {
    this.#config = config;
    this.emailDomain = config.emailDomain;
    this.#version = version.charAt(0);
  }

  /** At most 17 characters of `[a-z0-9-]`: Slack's limit for a userName is 21 (facts §5.1). */
  next(): string {
    this.#count += 1;
    return `${this.#config.namePrefix}${this.#config.runTag}${this.#version}${this.#count.toString(36)}`;
  }

  email(name: string): string {
    return `${name}@${this.emailDomain}`;
  }
}
