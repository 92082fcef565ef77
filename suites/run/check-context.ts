import type { BulkJob, JsonObject, Outcome, Version } from "../../client/index.ts";
import type { NeutralGroup, NeutralUser } from "../../schemas/index.ts";
import { noGroups, whereOffered } from "../provider/offered-groups.ts";
import { whereMethodsOffered } from "../provider/offered-methods.ts";
import type { Provider } from "../provider/provider.ts";
import { providerOf } from "../provider/provider-of.ts";
import { templatedCalls } from "./call-template.ts";
import type { CheckCalls } from "./check-calls.ts";
import type { ConformanceClient } from "./conformance-client.ts";
import type { Bookkeeping } from "./creation.ts";
import { currentCheck } from "./current-check.ts";
import type { Effect } from "./effects.ts";
import { isRejection } from "./endpoint.ts";
import type { ExchangeLog } from "./exchange-log.ts";
import { type Created, describeAnswer, Fixtures } from "./fixtures.ts";
import { guarded } from "./guarded-calls.ts";
import { createdId } from "./location.ts";
import { Names } from "./names.ts";
import type { OneUser } from "./one-user.ts";
import type { OwnChanges } from "./own-changes.ts";
import type { Clock } from "./poll.ts";
import { seedOfRule } from "./rule-hash.ts";
import type { RunConfig } from "./run-config.ts";
import { SharedValues } from "./shared-values.ts";
import { blocked, Skip } from "./stop.ts";
import type { UserStates } from "./user-states.ts";
import { Waits } from "./waits.ts";

/**
 * What a check works with: the calls of one version, resources to work on, and results that several
 * checks share. It uses intents; URNs and paths stay in the client.
 */
export class CheckContext {
  readonly version: Version;
  /** Whether the target may be written to. */
  readonly writes: boolean;
  readonly #seed: number;
  /** Generated cases for each property. */
  readonly cases: number;
  /** How many groups the run may create. */
  readonly maxGroups: number;
  /** Discovery and other endpoints. Users and groups go through the members below. */
  readonly client: Omit<ConformanceClient, "users" | "groups" | "bulk">;
  readonly users: CheckCalls<NeutralUser>;
  /** These and those on users end a check where the provider has no groups, or not the method. */
  readonly groups: CheckCalls<NeutralGroup>;
  /** A bulk request; its creates count in the budget and are in the journal. */
  readonly bulk: (job: BulkJob) => Promise<Outcome<JsonObject>>;
  readonly names: Names;
  /** What the provider offers, requires and shows. */
  readonly provider: Provider;
  /** Resources for a single check, created or leased. */
  readonly fixtures: Fixtures;
  /** Waits for effects that the provider may delay. */
  readonly waits: Waits;
  /** Keeps the run's own changes away from observations of a list. */
  readonly ownChanges: OwnChanges;
  readonly #log: ExchangeLog;
  readonly #shared: SharedValues;
  readonly #oneUser: OneUser | undefined;

  /** @param states of the users of the run, whichever version changed them */
  constructor(
    client: ConformanceClient,
    config: RunConfig,
    log: ExchangeLog,
    books: Bookkeeping,
    states: UserStates,
    clock?: Clock,
  ) {
    this.version = client.version;
    this.writes = config.writes;
    this.#seed = config.seed;
    this.#oneUser = books.oneUser;
    this.ownChanges = books.ownChanges;
    this.cases = config.cases;
    this.maxGroups = config.maxGroups;
    this.client = client;
    this.names = new Names(config, client.version);
    const template = config.users ?? {};
    this.provider = providerOf(config.profile, {
      client,
      names: this.names,
      template,
      offers: config.offers ?? {},
      writes: config.writes,
      once: (key, make) => this.once(key, make),
      apart: (run) => this.apart(run),
      users: () => this.users,
      probeUser: () =>
        this.once("a probe user for features", async () => (await this.fixtures.newUser()).id),
      probe: async (more) => {
        const { id, sent } = await this.fixtures.newUser(more);
        return { sent, shown: (await this.users.get(id)).json };
      },
    });
    const templated = templatedCalls(template, this.names, client.dialect.urns.enterprise);
    const calls = guarded(client, books, templated);
    const { bulk } = calls;
    const { offers } = this.provider;
    const shared = {
      once: <V>(key: string, make: () => Promise<V>) => this.once(key, make),
      apart: <V>(run: () => Promise<V>) => this.apart(run),
    };
    const users = offers.everyMethod
      ? calls.users
      : whereMethodsOffered(calls.users, {
          ...shared,
          what: "users",
          typical: () => this.fixtures.typicalUser(),
          change: () => [{ kind: "set", path: "displayName", value: "Probe of PATCH" }],
        });
    const ofGroups = offers.everyMethod
      ? calls.groups
      : whereMethodsOffered(calls.groups, {
          ...shared,
          what: "groups",
          typical: () => this.fixtures.typicalGroup(),
          change: () => [{ kind: "set", path: "displayName", value: this.names.next() }],
        });
    const groups = whereOffered(ofGroups, offers.groups);
    this.users = states.watched(users, client.version);
    this.groups = groups;
    this.bulk = async (job) => {
      const named = job.operations.some(({ type }) => type === "Group");
      if (named && !(await offers.groups())) throw noGroups();
      return bulk(job);
    };
    this.fixtures = new Fixtures(
      { users: this.users, groups },
      this.names,
      client.version,
      config.writes,
      this.provider,
      states,
      log,
      books.oneUser,
    );
    this.#log = log;
    this.waits = new Waits(config.patienceMs ?? 30_000, log.watched, clock);
    this.#shared = new SharedValues(log);
  }

  /** Of the values that the current check generates. */
  get seed(): number {
    return seedOfRule(this.#seed, currentCheck.getStore() ?? "");
  }

  /** Does something once for all checks that use the same key: see {@link SharedValues}. */
  once<T>(key: string, make: () => Promise<T>): Promise<T> {
    return this.#shared.once(key, make);
  }

  /** Does something whose exchanges are not evidence of the current check, unless it cites them. */
  async apart<T>(run: () => Promise<T>): Promise<{ value: T; exchanges: string[] }> {
    const exchanges: string[] = [];
    return { value: await this.#log.collect(exchanges, run), exchanges };
  }

  /**
   * Does something and says what its last exchange is for, where the report could not tell from the
   * exchange alone. Its exchanges are evidence of the current check.
   *
   * @param says by the result, in the words of a caption: `reads the user back: no effect`
   */
  async step<T>(run: () => Promise<T>, says: (value: T) => string): Promise<T> {
    const exchanges: string[] = [];
    try {
      const value = await this.#log.collect(exchanges, run);
      const last = exchanges.at(-1);
      if (last !== undefined) this.#log.caption(last, says(value));
      return value;
    } finally {
      this.#log.cite(exchanges);
    }
  }

  cite(exchanges: readonly string[]): void {
    this.#log.cite(exchanges);
  }

  /**
   * Repeats a request until an effect shows: until `awaited` holds for the response, or the run has
   * no time left to wait for this effect.
   * @returns the last response, whether `awaited` holds for it or not
   */
  poll<T>(effect: Effect, ask: () => Promise<T>, awaited: (answer: T) => boolean): Promise<T> {
    return this.waits.until(effect, ask, awaited);
  }

  /** As {@link poll}, for an effect of a request: a rejected one has none, so it asks once. */
  pollAfter<T>(
    { status }: Pick<Outcome<unknown>, "status">,
    effect: Effect,
    ask: () => Promise<T>,
    awaited: (answer: T) => boolean,
  ): Promise<T> {
    return isRejection(status) ? ask() : this.poll(effect, ask, awaited);
  }

  /** The first user that the run creates, and the response, whatever it is. */
  firstUser(): Promise<{ sent: NeutralUser; created: Outcome<NeutralUser> }> {
    return this.once("the first user", async () => {
      if (!this.writes) throw new Skip("read-only", "the run may not create anything");
      // With every attribute of a typical user, so that a rejection is seen.
      const create = async () => {
        const sent = this.provider.writes.typicalUser();
        return { sent, created: await this.users.create(sent) };
      };
      return this.#oneUser ? this.#oneUser.first(create) : create();
    });
  }

  /** A typical user that no check changes; in a read-only run an existing one. */
  sharedUser(): Promise<Pick<Created<NeutralUser>, "id"> & Partial<Created<NeutralUser>>> {
    return this.once("a user", async () => {
      if (this.writes) {
        const { sent, created } = await this.firstUser();
        const id = createdId(created);
        if (id === undefined && this.fixtures.refused) return this.fixtures.newUser();
        if (id === undefined) throw blocked(`creating a user returned ${describeAnswer(created)}`);
        return { id, sent, created };
      }
      const listed = await this.users.list({ count: 1 });
      const id = listed.resource?.resources[0]?.id;
      if (id === undefined) throw blocked("the list of users is empty");
      return { id };
    });
  }

  /** A typical user that this run created and no check changes. @throws Skip in a read-only run */
  createdUser(): Promise<Created<NeutralUser>> {
    return this.once("a created user", async () => {
      const user = await this.sharedUser();
      if (user.sent === undefined || user.created === undefined) return this.fixtures.newUser();
      return { id: user.id, sent: user.sent, created: user.created };
    });
  }

  /** A group that no check changes, with {@link createdUser} as its member; in a read-only run an existing one. */
  sharedGroup(): Promise<Pick<Created<NeutralGroup>, "id"> & Partial<Created<NeutralGroup>>> {
    return this.once("a group", async () => {
      if (this.writes) {
        const member = await this.createdUser();
        return this.fixtures.newGroup({ members: [{ value: member.id }] });
      }
      const listed = await this.groups.list({ count: 1 });
      const id = listed.resource?.resources[0]?.id;
      if (id === undefined) throw blocked("the list of groups is empty");
      return { id };
    });
  }

  /** A group that this run created and no check changes. @throws Skip in a read-only run */
  createdGroup(): Promise<Created<NeutralGroup>> {
    return this.once("a created group", async () => {
      const group = await this.sharedGroup();
      if (group.sent === undefined || group.created === undefined) return this.fixtures.newGroup();
      return { id: group.id, sent: group.sent, created: group.created };
    });
  }
}
