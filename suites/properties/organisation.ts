import {
  canonicalGroup,
  canonicalUser,
  print,
  type Step,
  sequenceArbitrary,
} from "../../generators/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { slackClause } from "../clause.ts";
import { absent, equal } from "../expectation.ts";
import { asJson } from "../json.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { isRejection } from "../run/endpoint.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { blocked } from "../run/stop.ts";
import { atOnce } from "./at-once.ts";
import { play, Tags, tagged } from "./cast.ts";
import { type Case, holdsForAll } from "./holds-for-all.ts";
import { Model } from "./model.ts";
import { Patience } from "./patience.ts";
import { smallerSteps } from "./smaller-steps.ts";
import { Stage } from "./stage.ts";

/** What is expected of a user or group, and what it shows. */
type Seen = Record<"due" | "came", Readonly<Record<string, unknown>>>;

/** One run of a sequence beside its model, and what was expected and returned at each comparison. */
class Performance {
  readonly due: Record<string, unknown> = {};
  readonly came: Record<string, unknown> = {};
  readonly #t: CheckContext;
  readonly #stage: Stage;
  readonly #patience: Patience;
  readonly #model: Model;
  /** The ids of the groups of this case, including deleted ones. */
  readonly #groups = new Map<string, string>();

  constructor(t: CheckContext, stage: Stage, patience: Patience) {
    this.#t = t;
    this.#stage = stage;
    this.#patience = patience;
    this.#model = new Model(t.version);
  }

  /** @returns whether the organisation still matches the model */
  async step(step: Step, when: string): Promise<boolean> {
    if (step.kind === "readUser") {
      return this.#noteAll(`${when} ${step.user}`, await this.#userSeen(step.user));
    }
    if (step.kind === "readGroup") {
      return this.#noteAll(`${when} ${step.group}`, await this.#groupSeen(step.group));
    }
    await this.#stage.prepare(step);
    if ("group" in step) {
      this.#groups.set(step.group, this.#stage.ids.get(step.group) ?? "");
    }
    if (step.kind === "findUser") return this.#find(step, when);
    const answer = await play(this.#t, step, this.#stage.ids);
    const refused = answer.status >= 400;
    // Where members may edit their names, changes of them are rejected (FACT-USER-26).
    if (answer.error?.code === "invalid_display_name") throw blocked(describeAnswer(answer));
    const due = this.#model.take(step, refused);
    if (due !== undefined && due !== refused) {
      return this.#note(
        `${when} ${step.kind}`,
        due ? "refused" : "accepted",
        describeAnswer(answer),
      );
    }
    if (step.kind === "deleteGroup") this.#stage.deleted(step.group);
    // Slack deactivates after its response (FACT-DELETE-13); the next step must wait for that.
    if (step.kind === "deactivateUser" && !isRejection(answer.status)) {
      const id = this.#stage.ids.get(step.user) ?? "";
      await this.#patience.until(
        "a DELETE deactivates or removes a user",
        () => this.#t.users.get(id),
        ({ resource }) => resource?.active === false,
      );
    }
    return true;
  }

  /** Compares everything that the sequence touched. */
  async end(): Promise<void> {
    const { users, groups } = this.#model;
    const all = await atOnce([
      ...users.map((user) => async () => ({ name: user, seen: await this.#userSeen(user) })),
      ...groups.map((group) => async () => ({ name: group, seen: await this.#groupSeen(group) })),
    ]);
    for (const { name, seen } of all) this.#noteAll(`at the end ${name}`, seen);
  }

  async #find(step: Step & { kind: "findUser" }, when: string): Promise<boolean> {
    // Documented for 1.1 only; whether deactivated users are listed is not (FACT-FILTER-01, FACT-LIST-14).
    if (this.#t.version !== "1.1" || !this.#model.isActive(step.user)) return true;
    const answer = await this.#t.users.list({
      filter: print(step.filter, this.#t.version),
    });
    const found =
      answer.resource?.resources.map(({ id }) => this.#nameOf(id)) ?? describeAnswer(answer);
    return this.#note(`${when} ${step.kind}`, [step.user], found);
  }

  #userSeen(user: string): Promise<Seen> {
    const id = this.#stage.ids.get(user) ?? "";
    return this.#patience.until<Seen>(
      "a user shows the groups of a sequence",
      async () => {
        const answer = await this.#t.users.get(id);
        if (!answer.resource) return unreadable(describeAnswer(answer));
        const groups = this.#groupNames(answer.resource);
        const hidden = this.#t.provider.shows.hiddenOf(answer.resource);
        return this.#model.ofUser(user, { ...canonicalUser(answer.resource), groups }, hidden);
      },
      // Only this is known to become visible with a delay (FACT-GROUP-29).
      (seen) => same(seen.due.groups, seen.came.groups),
    );
  }

  #groupSeen(group: string): Promise<Seen> {
    const id = this.#groups.get(group) ?? "";
    return this.#patience.until<Seen>(
      "a group shows the changes of a sequence",
      async () => {
        const answer = await this.#t.groups.get(id);
        const read = canonicalGroup(answer.resource ?? {});
        const members = read.members?.map(({ value }) => ({ value: this.#nameOf(value) }));
        const seen = this.#model.ofGroup(group, { ...read, ...(members ? { members } : {}) });
        if (!seen) return { due: { status: 404 }, came: { status: answer.status } };
        return answer.resource ? seen : unreadable(describeAnswer(answer));
      },
      (seen) => same(seen.due, seen.came),
    );
  }

  #groupNames({ groups }: NeutralUser): string[] {
    const ids = new Map([...this.#groups].map(([name, id]) => [id, name]));
    return (groups ?? []).flatMap(({ value }) => ids.get(value ?? "") ?? []).sort();
  }

  /** The name in the sequence of the object with this id; the id of any other. */
  #nameOf(id: string | null | undefined): string {
    return [...this.#stage.ids].find(([, known]) => known === id)?.[0] ?? String(id);
  }

  /** @returns whether all is as expected */
  #noteAll(what: string, { due, came }: Seen): boolean {
    const names = [...new Set([...Object.keys(due), ...Object.keys(came)])];
    return names
      .map((name) => this.#note(`${what}.${name}`, due[name], came[name]))
      .every((isSame) => isSame);
  }

  #note(what: string, due: unknown, came: unknown): boolean {
    this.due[what] = due;
    this.came[what] = came;
    return same(due, came);
  }
}

function unreadable(answer: string): Seen {
  return { due: { readable: true }, came: { readable: answer } };
}

function same(due: unknown, came: unknown): boolean {
  return equal(asJson(due), asJson(came));
}

async function perform(
  t: CheckContext,
  stage: Stage,
  patience: Patience,
  steps: readonly Step[],
): Promise<Case> {
  const performance = new Performance(t, stage, patience);
  for (const [index, step] of stage.possible(steps).entries()) {
    // After a failure the rest of the sequence is meaningless.
    if (!(await performance.step(step, `step ${index + 1}`))) return performance;
  }
  await performance.end();
  return performance;
}

/** The organisation as a whole, tested with generated sequences of calls beside a model of it. */
export const organisationProperties: readonly Requirement[] = [
  {
    title:
      "any sequence of operations on users and groups has the documented effects and no others",
    // In the last area, because it takes objects that other checks use before.
    area: "errors",
    safety: "destructive",
    needs: ["patch"],
    versions: {
      "1.1": slackClause("SLACK-PROPERTY-06", "DOC", "FACT-PATCH-10"),
      "2.0": slackClause("SLACK-PROPERTY-06", "DOC", "FACT-PATCH-10"),
    },
    expect: { counterexample: absent },
    check: (t) =>
      Stage.use(t, { users: 2, groups: 2 }, (stage) => {
        const namePrefix = t.names.next();
        const tags = new Tags();
        const patience = new Patience(t);
        const sequences = sequenceArbitrary({
          maxSteps: 8,
          maxUsers: 2,
          maxGroups: 2,
          namePrefix,
          emailDomain: t.names.emailDomain,
          documentedIn: t.version,
        });
        return holdsForAll(
          t,
          sequences,
          (steps) => perform(t, stage, patience, tagged(steps, tags.next(), namePrefix)),
          smallerSteps,
        );
      }),
  },
];
