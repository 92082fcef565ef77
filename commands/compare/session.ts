import { existsSync, rmSync } from "node:fs";
import {
  type Redaction,
  type ResourceCalls,
  type ScimClient,
  ScimRequestError,
  TransportError,
  type Version,
} from "../../client/index.ts";
import {
  type AttributeTable,
  groupAttributes,
  userAttributes,
} from "../../reports/compare/attributes.ts";
import {
  Comparison,
  countDisagreements,
  countListed,
  type ResourceKind,
} from "../../reports/compare/comparison.ts";
import { groupRules, type MigrationRule, userRules } from "../../reports/compare/rules.ts";
import { UntestableError } from "../../reports/exit.ts";
import { TextFile } from "../../reports/write-text.ts";
import type { RedactedText } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import { Pace } from "./pace.ts";
import { type CompareFiles, type CompareState, listedIn, writeState } from "./state.ts";
import { type Positions, walkBoth } from "./walk.ts";

/** Progress of a comparison. */
interface CompareProgress {
  phase(name: string): void;
  /** @param state `leftMs`: milliseconds that the rest is expected to take */
  update(state: {
    area: string;
    done: number;
    total: number;
    findings: number;
    leftMs: number;
  }): void;
}

export interface CompareSessionOptions {
  clients: Readonly<Record<Version, ScimClient>>;
  /** Kept up to date; written to disk every two seconds and on interruption. */
  state: CompareState;
  files: CompareFiles;
  /** The key of the fingerprints. */
  key: Buffer;
  progress: CompareProgress;
  /** The gate that findings and the state pass. */
  gate: Redaction;
  /** Milliseconds on a clock that never goes back; tests replace it. */
  now?: () => number;
}

interface Kind<T> {
  kind: ResourceKind;
  table: AttributeTable<T>;
  rules: readonly MigrationRule<T>[];
  calls: (client: ScimClient) => ResourceCalls<T>;
}

/**
 * How often the state is saved, in milliseconds. After a kill, everything since the last state is
 * read again. While no resource waits for its counterpart, a state is small and quick to write.
 */
const saveEvery = { nothingWaiting: 2000, anyway: 20_000 };

/** One run of the comparison, from the start or from where an earlier one stopped. */
export class CompareSession {
  readonly #options: CompareSessionOptions;
  readonly #now: () => number;
  readonly #earlierMs: number;
  readonly #start: number;
  #pending: RedactedText[] = [];
  /** The first page is saved at once: a comparison that is killed early can be resumed too. */
  #savedAt = Number.NEGATIVE_INFINITY;
  #findings: TextFile | undefined;

  constructor(options: CompareSessionOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#earlierMs = options.state.elapsedMs;
    this.#start = this.#now();
  }

  /** @throws UntestableError when it was interrupted; it can be resumed */
  async run(): Promise<void> {
    const { files, progress, state } = this.#options;
    this.#openFindings();
    progress.phase("comparing SCIM 1.1 and 2.0");
    try {
      const groupsAhead = state.walks.user?.finished ? 0 : await this.#countGroups();
      const pace = new Pace(this.#now, listedIn(state));
      await this.#compare(
        {
          kind: "user",
          table: userAttributes,
          rules: userRules,
          calls: (client) => client.users,
        },
        pace,
        groupsAhead,
      );
      await this.#compare(
        {
          kind: "group",
          table: groupAttributes,
          rules: groupRules,
          calls: (client) => client.groups,
        },
        pace,
        0,
      );
      this.#flush();
      state.elapsedMs = this.#elapsedMs();
      rmSync(files.state, { force: true });
    } finally {
      this.#findings?.close();
    }
  }

  /** @param ahead how many resources are read after this kind; they count for the time left */
  async #compare<T>(
    { kind, table, rules, calls }: Kind<T>,
    pace: Pace,
    ahead: number,
  ): Promise<void> {
    const { clients, gate, key, progress, state } = this.#options;
    const earlier = state.walks[kind];
    if (earlier?.finished) return;
    const comparison = new Comparison<T>(
      {
        kind,
        table,
        rules,
        key,
        aliases: this.#aliases(),
        showValues: state.showValues,
        onFinding: (finding) => this.#pending.push(gate.writtenJson(finding)),
      },
      earlier?.comparison,
    );
    const earlierKinds = Object.entries(state.walks).flatMap(([name, walk]) =>
      name === kind ? [] : [walk.comparison.counts],
    );
    const others = earlierKinds.reduce((sum, counts) => sum + countDisagreements(counts), 0);
    const before = earlierKinds.reduce((sum, counts) => sum + countListed(counts), 0);
    let next: Positions = earlier?.next ?? { "1.1": 1, "2.0": 1 };
    const save = (finished: boolean) => {
      state.walks[kind] = { next, finished, comparison: comparison.state() };
      this.#save();
    };
    try {
      await walkBoth<T>({
        clients,
        calls,
        comparison,
        next,
        onPage: (reached, done, total) => {
          next = { ...reached };
          const leftMs = pace.left(before + done, before + total + ahead);
          const findings = others + countDisagreements(comparison.counts);
          progress.update({ area: `${kind}s`, done, total, findings, leftMs });
          this.#flush();
          const age = this.#now() - this.#savedAt;
          const due = comparison.waiting === 0 ? saveEvery.nothingWaiting : saveEvery.anyway;
          if (age >= due) save(false);
        },
      });
    } catch (error) {
      if (comparison.isHalfway) this.#pending = [];
      else save(false);
      throw this.#interrupted(error);
    }
    comparison.finish();
    save(true);
  }

  /**
   * How many groups both versions have, for the time left; 0 where a version does not say. A failure
   * is reported where the groups are read.
   */
  async #countGroups(): Promise<number> {
    const counts = Object.values(this.#options.clients).map(async ({ groups }) => {
      const { json } = await groups.list({ count: 1 });
      return isObject(json) && typeof json.totalResults === "number" ? json.totalResults : 0;
    });
    const settled = await Promise.allSettled(counts);
    return settled.reduce(
      (sum, count) => sum + (count.status === "fulfilled" ? count.value : 0),
      0,
    );
  }

  /** The members that 2.0 renamed: extensions, by their URN. */
  #aliases(): ReadonlyMap<string, string> {
    const { clients } = this.#options;
    const v1 = clients["1.1"].dialect.urns;
    const v2 = clients["2.0"].dialect.urns;
    return new Map((["enterprise", "guest", "profile"] as const).map((n) => [v1[n], v2[n]]));
  }

  #interrupted(error: unknown): unknown {
    const isExpected = error instanceof TransportError || error instanceof ScimRequestError;
    const isAbort = error instanceof Error && error.name === "AbortError";
    if (!isExpected && !isAbort) return error;
    const why =
      isAbort || (error instanceof TransportError && error.kind === "aborted")
        ? "interrupted"
        : error.message;
    return new UntestableError(
      existsSync(this.#options.files.state)
        ? `${why}; run the same command with --resume to continue`
        : why,
    );
  }

  /** Drops findings that a killed process wrote after its last state: they will be found again. */
  #openFindings(): void {
    const { files, state } = this.#options;
    this.#findings = new TextFile(files.findings, state.findingsBytes);
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const { state } = this.#options;
    state.findingsBytes += this.#findings?.write(this.#pending) ?? 0;
    this.#pending = [];
  }

  #save(): void {
    const { files, state } = this.#options;
    this.#flush();
    state.elapsedMs = this.#elapsedMs();
    writeState(files.state, state, this.#options.gate);
    this.#savedAt = this.#now();
  }

  #elapsedMs(): number {
    return Math.round(this.#earlierMs + this.#now() - this.#start);
  }
}
