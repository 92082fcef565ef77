import type { Outcome, ResourceCalls, Version } from "../../client/index.ts";
import type { NeutralGroup, NeutralUser } from "../../schemas/index.ts";
import { at } from "../json.ts";
import type { Provider } from "../provider/provider.ts";
import { differences } from "../users/differences.ts";
import { hasState } from "../users/has-state.ts";
import { manyAttributes } from "../users/many-attributes.ts";
import type { CheckCallOptions } from "./check-calls.ts";
import { CreatesWithoutId } from "./creates-without-id.ts";
import type { ExchangeLog } from "./exchange-log.ts";
import { createdWithFewer, type Refused, withoutAttributes } from "./fewer-attributes.ts";
import { createdId } from "./location.ts";
import type { Names } from "./names.ts";
import type { OneUser } from "./one-user.ts";
import { Semaphore } from "./semaphore.ts";
import { blocked, Skip } from "./stop.ts";
import type { UserStates } from "./user-states.ts";

/** A resource of the run, what was sent to create it, and the response. */
export interface Created<T> {
  id: string;
  sent: T;
  created: Outcome<T>;
}

/** How a resource is leased. */
interface LeaseOptions {
  /**
   * Leased as the last check left it, for rules on PUT itself: resources are reset by PUT, so where
   * PUT is not supported, such a rule would otherwise never be judged.
   */
  asLeft?: boolean;
}

/** How a user is leased. */
export interface UserLease extends LeaseOptions {
  /** What the user has beyond its typical state. */
  state?: ((user: Created<NeutralUser>) => Partial<NeutralUser>) | undefined;
  /**
   * The attributes that the check reads or changes. Others have any ordinary value, so that checks
   * of different attributes can follow one another on a user. Default: all.
   */
  touches?: readonly string[] | undefined;
  /** Values that the check writes: a user who has one of them before would not show the effect. */
  avoids?: ((user: Created<NeutralUser>) => readonly Partial<NeutralUser>[]) | undefined;
}

/** The neutral names of extensions, whose names on the wire are URNs. */
const extensions = ["enterprise", "guest", "profile"];

/** What a user must have in whatever check: it is an active member. */
const alwaysTouched = ["active", "guest"];

type Calls = {
  users: ResourceCalls<NeutralUser, CheckCallOptions>;
  groups: ResourceCalls<NeutralGroup>;
};

/**
 * The resources that checks share. On a live tenant a created user can only be deactivated, never
 * removed, so users are created once and leased.
 */
export class Fixtures {
  readonly #calls: Calls;
  readonly #names: Names;
  readonly #version: Version;
  readonly #writes: boolean;
  readonly #provider: Pick<Provider, "requires" | "writes" | "offers">;
  readonly #states: UserStates;
  readonly #log: Pick<ExchangeLog, "caption" | "cite">;
  readonly #usersWithoutId: CreatesWithoutId;
  readonly #groupsWithoutId: CreatesWithoutId;
  readonly #oneUser: OneUser | undefined;
  #refused: Refused | undefined;
  #learning: Promise<void> | undefined;
  /** Users that no check has had. */
  readonly #newUsers: Created<NeutralUser>[] = [];
  readonly #idleUsers: Created<NeutralUser>[] = [];
  readonly #idleGroups: Created<NeutralGroup>[] = [];
  // Only as many are created as are leased at once: Slack never removes users.
  readonly #userSemaphore = new Semaphore(3);
  readonly #groupSemaphore = new Semaphore(2);

  constructor(
    calls: Calls,
    names: Names,
    version: Version,
    writes: boolean,
    provider: Pick<Provider, "requires" | "writes" | "offers">,
    states: UserStates,
    log: Pick<ExchangeLog, "caption" | "cite">,
    oneUser?: OneUser,
  ) {
    this.#oneUser = oneUser;
    this.#calls = calls;
    this.#names = names;
    this.#version = version;
    this.#writes = writes;
    this.#provider = provider;
    this.#states = states;
    this.#log = log;
    this.#usersWithoutId = new CreatesWithoutId("a user", log);
    this.#groupsWithoutId = new CreatesWithoutId("a group", log);
  }

  /** A user with ordinary values, for the caller to send. */
  typicalUser(): NeutralUser {
    const user = this.#provider.writes.typicalUser();
    return withoutAttributes(user, this.#refused?.attributes ?? []);
  }

  /** The attributes of a typical user that the provider rejects, once {@link learn} has found out. */
  get refused(): Refused | undefined {
    return this.#refused;
  }

  /**
   * Finds out whether the provider rejects a typical user because of one of its attributes. From then
   * on, users do not have it. The user that this creates is the first that is leased.
   */
  learn(): Promise<void> {
    this.#learning ??= this.#learn();
    return this.#learning;
  }

  async #learn(): Promise<void> {
    const { writes } = this.#provider;
    if (!this.#writes || !writes.mayRefuseAttributes) return;
    const { sent, created, refused } = await this.createWithFewer(writes.typicalUser());
    this.#refused = refused;
    const id = createdId(created);
    if (id !== undefined) this.#newUsers.push({ id, sent, created });
  }

  /** Creates a user, without attributes that the provider rejects: see {@link createdWithFewer}. */
  createWithFewer(user: NeutralUser, options?: CheckCallOptions) {
    const kept = ["userName", ...Object.keys(this.#provider.requires.partOf(user))];
    return createdWithFewer((each) => this.#calls.users.create(each, options), user, kept);
  }

  /** A group without members, for the caller to send. */
  typicalGroup(): NeutralGroup {
    return { displayName: this.#names.next() };
  }

  /**
   * Creates a user for a single check.
   * @param without attributes that the user does not have: a provider may reject null in their place
   * @throws Skip where it cannot be created
   */
  async newUser(
    change: Partial<NeutralUser> = {},
    without: readonly (keyof NeutralUser)[] = [],
  ): Promise<Created<NeutralUser>> {
    this.#mayWrite();
    if (this.#oneUser) {
      return this.#oneUser.lend(
        async () => {
          const sent = this.typicalUser();
          return { sent, created: await this.#calls.users.create(sent) };
        },
        (user) => this.#restore(this.#calls.users, user, "user"),
      );
    }
    const sent = { ...this.typicalUser(), ...change };
    for (const name of without) delete sent[name];
    this.#usersWithoutId.mayCreate();
    const created = await this.#calls.users.create(sent);
    const id = createdId(created);
    this.#usersWithoutId.saw(created, id);
    if (id === undefined) throw notCreated("a user", created);
    return { id, sent, created };
  }

  async newGroup(change: Partial<NeutralGroup> = {}): Promise<Created<NeutralGroup>> {
    this.#mayWrite();
    const sent = { ...this.typicalGroup(), ...change };
    this.#groupsWithoutId.mayCreate();
    const created = await this.#calls.groups.create(sent);
    const id = await this.#idOfGroup(sent, created);
    this.#groupsWithoutId.saw(created, id);
    if (id === undefined) throw notCreated("a group", created);
    return { id, sent, created };
  }

  /**
   * The response to POST of a group without members, whatever it is. The group is one of the leased
   * ones: if creation is rejected, the error is reported here.
   */
  emptyGroup(): Promise<Outcome<NeutralGroup>> {
    return this.#groupSemaphore.run(async () => {
      const [idle] = this.#idleGroups;
      if (idle) return idle.created;
      this.#mayWrite();
      const sent = this.typicalGroup();
      const created = await this.#calls.groups.create(sent);
      const id = created.status < 400 ? await this.#idOfGroup(sent, created) : undefined;
      if (id !== undefined) this.#idleGroups.push({ id, sent, created });
      return created;
    });
  }

  /**
   * Leases a user to a single check, in its typical state with the changes of `state`: an unused
   * one, one that is in this state as the last check left it, or one that a PUT has brought there.
   * @throws Skip where it cannot be prepared
   */
  leaseUser<R>(use: (user: Created<NeutralUser>) => Promise<R>, lease: UserLease = {}): Promise<R> {
    return this.#userSemaphore.run(async () => {
      const idle = this.#takeIdle(lease);
      const isReady = idle !== undefined && (await this.#prepare(idle, lease));
      let user = isReady ? idle : undefined;
      if (user === undefined) {
        user = this.#newUsers.pop() ?? (await this.newUser());
        if (lease.state !== undefined) await this.#put(user, lease);
      }
      const result = await use(user);
      // A user whose check failed is not leased again: its state is unknown.
      this.#idleUsers.push(user);
      return result;
    });
  }

  /**
   * Leases a user to a check that reads or changes only some attributes: see {@link UserLease}.
   * @param touches none where the check sends the whole user, or a request that is rejected
   */
  leaseFor<R>(
    touches: readonly string[],
    use: (user: Created<NeutralUser>) => Promise<R>,
  ): Promise<R> {
    return this.leaseUser(use, { touches });
  }

  /** An idle user, if there is one: one that is known to need no change, or else any. */
  #takeIdle(lease: UserLease): Created<NeutralUser> | undefined {
    const ready = this.#idleUsers.findIndex((user) => this.#isReady(user, lease));
    return this.#idleUsers.splice(ready, 1)[0];
  }

  /** A leased user as last read, where nothing was written since. */
  shown({ id }: Pick<Created<NeutralUser>, "id">) {
    return this.#states.shown(id, this.#version);
  }

  #isReady(user: Created<NeutralUser>, lease: UserLease): boolean {
    const shown = this.#states.shown(user.id, this.#version);
    const whenNew = user.created.resource;
    if (shown === undefined || whenNew === undefined) return false;
    const { state, touches, avoids } = lease;
    const has = (name: string, value: unknown) =>
      hasState(shown.user, { sent: Object.fromEntries([[name, value]]), whenNew, names: [name] });
    const written = (avoids?.(user) ?? []).flatMap((values) => Object.entries(values));
    if (written.some(([name, value]) => has(name, value))) return false;
    const change = state?.(user) ?? {};
    const names = touches && [...touches, ...Object.keys(change), ...alwaysTouched];
    const sent = { ...user.sent, ...change };
    return hasState(shown.user, { sent, whenNew, ...(names ? { names } : {}) });
  }

  /** Gives an idle user the state of a lease, by PUT where it does not have it. */
  async #prepare(user: Created<NeutralUser>, lease: UserLease): Promise<boolean> {
    if (lease.asLeft) return true;
    const isKnown = this.#states.shown(user.id, this.#version) !== undefined;
    if (!isKnown && this.#states.isReadable(user.id)) await this.#calls.users.get(user.id);
    return this.#isReady(user, lease) || this.#put(user, lease);
  }

  /** @returns whether the user can be leased: see {@link #restore} */
  #put(user: Created<NeutralUser>, { state, touches }: UserLease): Promise<boolean> {
    const change = state?.(user) ?? {};
    const others = touches && this.#provider.offers.everyAttribute ? manyAttributes(user.sent) : {};
    const named = [...(touches ?? []), ...Object.keys(change)];
    const rest = Object.fromEntries(
      Object.entries(others).filter(([name]) => !named.includes(name)),
    );
    return this.#restore(this.#calls.users, user, "user", { ...rest, ...change });
  }

  /** Leases a group to a single check, with its own name and no members. */
  leaseGroup<R>(
    use: (group: Created<NeutralGroup>) => Promise<R>,
    { asLeft = false }: LeaseOptions = {},
  ): Promise<R> {
    return this.#groupSemaphore.run(async () => {
      const emptied = (group: Created<NeutralGroup>) => ({
        ...group,
        sent: { ...group.sent, members: [] },
      });
      let group = this.#idleGroups.pop() ?? (await this.newGroup());
      const isReady = asLeft || (await this.#restore(this.#calls.groups, emptied(group), "group"));
      if (!isReady) group = await this.newGroup();
      const result = await use(emptied(group));
      this.#idleGroups.push(group);
      return result;
    });
  }

  /**
   * Resets a resource by PUT, with changes.
   * @returns whether the response shows it as it was created: a PUT without an effect breaks the rules
   * on PUT, and no others
   */
  async #restore<T>(
    calls: ResourceCalls<T>,
    given: Created<T>,
    what: string,
    change: Partial<T> = {},
  ): Promise<boolean> {
    const put = await calls.replace(given.id, { ...given.sent, ...change });
    this.#log.caption(put.exchangeId, `prepares the ${what} by PUT`);
    if (put.status >= 300) {
      throw blocked(`preparing a ${what} by PUT returned ${describeAnswer(put)}`);
    }
    if (!this.#provider.writes.mayRefuseAttributes || put.text === "") return true;
    // What the provider maintains may have changed, and what is unassigned has several forms.
    const isUnset = (value: unknown) => String(value ?? "") === "";
    const changed = Object.keys(change);
    return differences(given.created.json, put.json).every(
      (name) =>
        ["id", "meta", "groups", "schemas", ...changed].includes(name) ||
        (name.includes(":") && changed.some((each) => extensions.includes(each))) ||
        [given.created.json, put.json].every((one) => isUnset(at(one, name))),
    );
  }

  /**
   * The id of a created group. Slack once returned an empty body (FACT-GROUP-03): then the group is
   * searched by its name.
   */
  async #idOfGroup(
    { displayName = "" }: NeutralGroup,
    created: Outcome<NeutralGroup>,
  ): Promise<string | undefined> {
    const id = createdId(created);
    if (id !== undefined) return id;
    const found = await this.#calls.groups.list({ filter: `displayName eq "${displayName}"` });
    return found.resource?.resources.find((group) => group.displayName === displayName)?.id;
  }

  #mayWrite(): void {
    if (!this.#writes)
      throw new Skip("read-only", `version ${this.#version} is read-only in this run`);
  }
}

/** Why a check goes without what it wanted to create. */
function notCreated(what: string, created: Outcome<unknown>): Skip {
  const lacks = created.status < 300 ? " without an id" : "";
  return blocked(`creating ${what} returned ${describeAnswer(created)}${lacks}`);
}

/** A response in a few words. */
export function describeAnswer(outcome: Outcome<unknown>): string {
  return `HTTP ${outcome.status}${outcome.error?.code ? ` ${outcome.error.code}` : ""}`;
}
