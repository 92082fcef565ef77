import type { NeutralGroup, NeutralUser } from "../../schemas/index.ts";
import { EMAIL_DOMAIN } from "../limits.ts";
import type { Documented } from "../patch/documented.ts";
import type { UserChangeConstraints } from "../patch/user-changes.ts";

export interface SequenceConstraints extends UserChangeConstraints {
  /** Most steps. Default: 10. */
  maxSteps?: number;
  /** Most users that are created. Default: 3. */
  maxUsers?: number;
  /** Most groups that are created. Default: 2. */
  maxGroups?: number;
  /** Only changes of users whose effect this version, or both, document. Default: all, guesses too. */
  documentedIn?: Documented;
}

/** The state of the organisation while a sequence is built. */
export class Progress {
  readonly users = new Map<string, NeutralUser>();
  readonly groups = new Map<string, NeutralGroup>();
  readonly #constraints: SequenceConstraints;
  #names = 0;
  #created = 0;

  constructor(constraints: SequenceConstraints) {
    this.#constraints = constraints;
  }

  /** A userName that no other user of the sequence has had. */
  userName(): string {
    this.#names += 1;
    return `${this.#constraints.namePrefix ?? ""}n${this.#names}`;
  }

  address(): string {
    const { emailDomain = EMAIL_DOMAIN } = this.#constraints;
    return `${this.userName()}.0@${emailDomain}`;
  }

  newUser(): string | undefined {
    const { maxUsers = 3 } = this.#constraints;
    return this.users.size < maxUsers ? `user-${this.users.size + 1}` : undefined;
  }

  /** Names of deleted groups are not reused. */
  newGroup(): string | undefined {
    const { maxGroups = 2 } = this.#constraints;
    if (this.#created >= maxGroups) return undefined;
    this.#created += 1;
    return `group-${this.#created}`;
  }

  /** Users who may be members: active ones who are not guests (DOC: unable_to_add_deleted_or_guest_to_group). */
  eligible(): string[] {
    return [...this.users].flatMap(([name, { active, guest }]) =>
      active !== false && !guest ? [name] : [],
    );
  }
}
