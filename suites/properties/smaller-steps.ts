import type { Step } from "../../generators/index.ts";

/** What a user cannot be sent without. */
const needed = new Set(["userName", "emails"]);

/**
 * Sequences with less in them, for where fast-check stops: it keeps the attributes that a class of
 * users has, and a creation before a replacement. Attributes that a change in the sequence is about
 * stay, so that every change still means something.
 */
export function smallerSteps(steps: readonly Step[]): Step[][] {
  return [...withoutCreation(steps), ...withoutAttribute(steps)];
}

/** A creation that the next call of the same user replaces: the replacement creates in its place. */
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

function withoutAttribute(steps: readonly Step[]): Step[][] {
  const changed = new Set(
    steps.flatMap((step) =>
      step.kind === "patchUser" ? step.intents.map(({ path }) => path.split(".")[0] ?? path) : [],
    ),
  );
  return steps.flatMap((step, index) => {
    if (step.kind !== "createUser" && step.kind !== "replaceUser") return [];
    const { body } = step;
    return Object.keys(body)
      .filter((name) => !needed.has(name) && !changed.has(name))
      .map((left) => {
        const rest = Object.entries(body).filter(([name]) => name !== left);
        return [...steps].with(index, { ...step, body: Object.fromEntries(rest) });
      });
  });
}
