import type { Filter, NeutralGroup, NeutralUser, PatchIntent } from "../../schemas/index.ts";

/**
 * One call of a sequence, as data. Users and groups have names of the sequence, `user-1`,
 * `group-1` …; the runner replaces them by ids, in members too ({@link withIds}).
 */
export type Step =
  | {
      readonly kind: "createUser" | "replaceUser";
      readonly user: string;
      readonly body: NeutralUser;
    }
  | { readonly kind: "patchUser"; readonly user: string; readonly intents: readonly PatchIntent[] }
  /** `deactivateUser` is a DELETE, `reactivateUser` a PATCH that sets `active`. */
  | { readonly kind: "deactivateUser" | "reactivateUser" | "readUser"; readonly user: string }
  | { readonly kind: "findUser"; readonly user: string; readonly filter: Filter }
  | {
      readonly kind: "createGroup" | "replaceGroup";
      readonly group: string;
      readonly body: NeutralGroup;
    }
  | {
      readonly kind: "patchGroup";
      readonly group: string;
      readonly intents: readonly PatchIntent[];
    }
  | { readonly kind: "readGroup" | "deleteGroup"; readonly group: string };

export const stepKinds = [
  "createUser",
  "patchUser",
  "replaceUser",
  "deactivateUser",
  "reactivateUser",
  "readUser",
  "findUser",
  "createGroup",
  "patchGroup",
  "replaceGroup",
  "readGroup",
  "deleteGroup",
] as const satisfies readonly Step["kind"][];

function mapStrings<Value>(value: Value, change: (text: string) => string): Value;
function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]),
  );
}

/**
 * The same steps with a tag in every userName and address, so that two runs of one sequence do not
 * collide: Slack never frees a userName or an address.
 *
 * @param tag lower-case letters; the userName stays within 21 characters up to about 12 of them
 * @param namePrefix the prefix with which the sequence was drawn
 */
export function distinguishSteps(steps: readonly Step[], tag: string, namePrefix = ""): Step[] {
  // Drawn texts contain no digits: only the names of a sequence look like this.
  const own = /^n\d+(?=$|\.\d+@)/;
  return steps.map((step) =>
    mapStrings(step, (text) => {
      if (!text.startsWith(namePrefix)) return text;
      return namePrefix + text.slice(namePrefix.length).replace(own, `${tag}$&`);
    }),
  );
}

/**
 * The step with ids instead of the sequence's names of users.
 *
 * @param ids the id of each user of the sequence that was created
 */
export function withIds(step: Step, ids: ReadonlyMap<string, string>): Step {
  const idOf = (text: string): string => ids.get(text) ?? text;
  switch (step.kind) {
    case "createGroup":
    case "replaceGroup":
      return { ...step, body: mapStrings(step.body, idOf) };
    case "patchGroup":
      return { ...step, intents: mapStrings(step.intents, idOf) };
    default:
      return step;
  }
}
