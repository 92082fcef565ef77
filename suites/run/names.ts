import type { Version } from "../../client/index.ts";
import type { RunConfig } from "./run-config.ts";
import type { UserMarks } from "./user-template.ts";

type Settings = Pick<RunConfig, "namePrefix" | "runTag" | "emailDomain" | "users">;

/** Creates names that are unique over runs and versions, and that identify the run. */
export class Names {
  readonly emailDomain: string;
  readonly #config: Settings;
  readonly #version: string;
  #count = 0;
  #marked = 0;

  constructor(config: Settings, version: Version) {
    this.#config = config;
    this.emailDomain = config.emailDomain;
    this.#version = version.charAt(0);
  }

  /**
   * At most 17 characters of `[a-z0-9-]`: Slack's limit for a userName is 21 (FACT-USER-11). Where
   * the target file defines the form of a userName, all names have that form. The names of a run are
   * equally long, because generated names begin with one: how many were given before must not decide
   * what is generated.
   */
  next(): string {
    this.#count += 1;
    const { namePrefix, runTag, users } = this.#config;
    const name = `${namePrefix}${runTag}${this.#version}${this.#count.toString(36).padStart(2, "0")}`;
    const form = users?.attributes?.userName;
    return typeof form === "string" ? form.replaceAll("{unique}", name) : name;
  }

  email(name: string): string {
    return `${name.replaceAll("@", "-at-")}@${this.emailDomain}`;
  }

  /** The values of the target file's placeholders for one user. */
  marks(userName: string): UserMarks {
    this.#marked += 1;
    const { runTag } = this.#config;
    const count = String(this.#marked).padStart(4, "0");
    return {
      userName,
      unique: `${runTag}${this.#version}${count}`,
      number: `${Number.parseInt(runTag, 36) % 100_000}${this.#version}${count}`,
    };
  }
}
