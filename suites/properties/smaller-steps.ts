import type { Step } from "../../generators/index.ts";

/** The attributes that every sent user must have. */
const needed = new Set(["userName", "emails"]);

/**
 * Smaller sequences, for where fast-check stops: it keeps the attributes that a class of users has,
 * a creation before a replacement, and the first of two changes. Attributes from which a change in
 * the sequence removes something are kept, so that no change loses its meaning.
 */
export function smallerSteps(steps: readonly Step[]): Step[][] {
  return [...withoutCreation(steps), ...withoutIntent(steps), ...withoutAttribute(steps)];
}

/** A creation whose user the next call replaces: that call then creates the user instead. */
function withoutCreation(steps: readonly Step[]): Step[][] {
  return steps.flatMap((created, index) => {
    if (created.kind !== "createUser") return [];
    const next = steps.findIndex(
      (step, later) => later > index && "user" in step && step.user === created.user,
    );
    const replaced = steps[next];
    if (replaced?.kind !== "replaceUser") return [];
    const rest = steps.filter((_, place) => place !== next);
    return [rest.with(index, { ...replaced, kind: "createUser" })];
  });
}

function withoutIntent(steps: readonly Step[]): Step[][] {
  return steps.flatMap((step, index) => {
    if (step.kind !== "patchUser" && step.kind !== "patchGroup") return [];
    if (step.intents.length === 1) return [];
    return step.intents.map((left) => {
      const intents = step.intents.filter((intent) => intent !== left);
      return steps.with(index, { ...step, intents });
    });
  });
}

function withoutAttribute(steps: readonly Step[]): Step[][] {
  const changed = new Set(
    steps.flatMap((step) =>
      step.kind === "patchUser"
        ? step.intents.flatMap(({ kind, path }) =>
            kind === "set" || kind === "replaceValues" ? [] : (path.split(".")[0] ?? path),
          )
        : [],
    ),
  );
  return steps.flatMap((step, index) => {
    if (step.kind !== "createUser" && step.kind !== "replaceUser") return [];
    const { body } = step;
    return Object.keys(body)
      .filter((name) => !needed.has(name) && !changed.has(name))
      .map((left) => {
        const rest = Object.entries(body).filter(([name]) => name !== left);
        return steps.with(index, { ...step, body: Object.fromEntries(rest) });
      });
  });
}
