import type { Version } from "../../client/index.ts";
import {
  applyGroupPatch,
  applyUserPatch,
  canonicalGroup,
  type Step,
  storedUser,
} from "../../generators/index.ts";
import type { NeutralGroup, NeutralUser, PatchIntent } from "../../schemas/index.ts";

interface ModelUser {
  state: NeutralUser;
  /** Attributes whose value is not known. */
  unsure: Set<string>;
}

/** Attributes that get a default or keep their value where a PUT omits them (FACT-PUT-14, FACT-PUT-16). */
const notBlanked = ["displayName", "name", "timezone"] as const;

/**
 * What an organisation should contain after the steps of a sequence, according to Slack's
 * reference. Users and groups have the names that the sequence gives them.
 */
export class Model {
  readonly #version: Version;
  readonly #users = new Map<string, ModelUser>();
  readonly #groups = new Map<string, NeutralGroup>();
  readonly #deleted = new Set<string>();
  /** No source states whether a deactivated user stays a member, so it is not checked for these. */
  readonly #deactivated = new Set<string>();

  constructor(version: Version) {
    this.#version = version;
  }

  get users(): string[] {
    return [...this.#users.keys()];
  }

  /** Every group of the sequence, including deleted ones. */
  get groups(): string[] {
    return [...this.#groups.keys(), ...this.#deleted];
  }

  /**
   * Applies a step that got a response.
   * @returns whether it must be rejected; undefined where both results may be correct
   */
  take(step: Step, refused: boolean): boolean | undefined {
    switch (step.kind) {
      case "createUser":
      case "replaceUser": {
        const state: NeutralUser = { ...storedUser(step.body), active: true };
        const unsure = new Set<string>(notBlanked.filter((name) => state[name] === undefined));
        this.#users.set(step.user, { state, unsure });
        return false;
      }
      case "patchUser":
        return this.#patch(step.user, step.intents, refused);
      case "deactivateUser":
        this.#deactivated.add(step.user);
        this.#set(step.user, false);
        return false;
      case "reactivateUser":
        this.#set(step.user, true);
        return false;
      case "createGroup":
      case "replaceGroup":
        this.#groups.set(step.group, canonicalGroup(step.body));
        return false;
      case "patchGroup": {
        const group = this.#groups.get(step.group);
        if (group) this.#groups.set(step.group, applyGroupPatch(group, step.intents));
        return false;
      }
      case "deleteGroup":
        this.#groups.delete(step.group);
        this.#deleted.add(step.group);
        return false;
      default:
        return undefined;
    }
  }

  /** Whether a user is active. */
  isActive(user: string): boolean {
    return this.#users.get(user)?.state.active !== false;
  }

  /**
   * What to compare of a user: each attribute with a known value, and `groups`, by their names.
   * @param seen the user as read, reduced to the same form, `groups` too
   * @param hidden attributes that are not shown
   * @returns what is expected of the user, and the part of `seen` to compare with that
   */
  ofUser(user: string, seen: Readonly<Record<string, unknown>>, hidden: readonly string[]) {
    const { state = {}, unsure = new Set() } = this.#users.get(user) ?? {};
    const groups = [...this.#groups]
      .filter(([, { members }]) => members?.some(({ value }) => value === user))
      .map(([name]) => name)
      .sort();
    const known = ([name]: [string, unknown]) =>
      !unsure.has(name) &&
      !hidden.includes(name) &&
      !(name === "groups" && this.#deactivated.has(user));
    return {
      due: Object.fromEntries(Object.entries({ ...state, groups }).filter(known)),
      came: Object.fromEntries(Object.entries(seen).filter(known)),
    };
  }

  /**
   * What to compare of a group; undefined when it was deleted.
   * @param seen the group as read, its members by the names of the sequence
   */
  ofGroup(group: string, seen: NeutralGroup) {
    const due = this.#groups.get(group);
    if (!due) return undefined;
    const known = ({ displayName, members }: NeutralGroup) => ({
      displayName,
      members: (members ?? [])
        .map(({ value }) => value)
        .filter((user) => !user || !this.#deactivated.has(user))
        .sort(),
    });
    return { due: known(due), came: known(seen) };
  }

  #set(user: string, active: boolean): void {
    const known = this.#users.get(user);
    if (known) known.state = { ...known.state, active };
  }

  #patch(user: string, intents: readonly PatchIntent[], wasRefused: boolean): boolean | undefined {
    const known = this.#users.get(user);
    if (!known) return undefined;
    const { user: state, inferred, refusal } = applyUserPatch(known.state, intents, this.#version);
    if (refusal) return true;
    // If something is only assumed to work, its rejection proves nothing.
    if (inferred.length > 0 && wasRefused) return undefined;
    for (const { kind, path } of intents) {
      if (kind === "set" && (path === "displayName" || path === "timezone")) {
        known.unsure.delete(path);
      }
    }
    for (const name of inferred) known.unsure.add(name);
    known.state = state;
    return false;
  }
}
