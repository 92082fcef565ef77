import type { Outcome } from "../../client/index.ts";
import { distinguishSteps, print, type Step, withIds } from "../../generators/index.ts";
import type { CheckContext } from "../run/check-context.ts";

/** The ids that stand for the names of a sequence: `user-1`, `group-1` … */
export type Ids = ReadonlyMap<string, string>;

/**
 * Sends a step to one version. The number of users is limited, so where a sequence creates a user
 * or a group, a PUT sets an existing one to the wanted state. A PUT that renames needs nickName
 * (FACT-PUT-20), and always sends `active`, whose omission may deactivate the user.
 */
export function play(
  t: Pick<CheckContext, "users" | "groups" | "version">,
  step: Step,
  ids: Ids,
): Promise<Outcome<unknown>> {
  const due = withIds(step, ids);
  const id = ids.get("user" in due ? due.user : due.group) ?? "";
  switch (due.kind) {
    case "createUser":
    case "replaceUser": {
      const { userName = null } = due.body;
      return t.users.replace(id, { ...due.body, nickName: userName, active: true });
    }
    case "patchUser":
      return t.users.patch(id, due.intents);
    case "deactivateUser":
      return t.users.delete(id);
    case "reactivateUser":
      return t.users.patch(id, [{ kind: "set", path: "active", value: true }]);
    case "readUser":
      return t.users.get(id);
    case "findUser":
      return t.users.list({ filter: print(due.filter, t.version) });
    case "createGroup":
    case "replaceGroup":
      return t.groups.replace(id, due.body);
    case "patchGroup":
      return t.groups.patch(id, due.intents);
    case "readGroup":
      return t.groups.get(id);
    case "deleteGroup":
      return t.groups.delete(id);
  }
}

/** Gives each case of a property its own tag: `a`, `b` … `z`, `ba` … */
export class Tags {
  #count = 0;

  next(): string {
    let tag = "";
    for (let rest = this.#count; tag === "" || rest > 0; rest = Math.floor(rest / 26)) {
      tag = String.fromCharCode(97 + (rest % 26)) + tag;
    }
    this.#count += 1;
    return tag;
  }
}

/**
 * The steps with names that no other case uses: Slack never frees a userName or an address, and it
 * is not known whether two groups may share a name. So no case conflicts with what another left in
 * the shared objects.
 */
export function tagged(steps: readonly Step[], tag: string, namePrefix: string): Step[] {
  return distinguishSteps(steps, tag, namePrefix).map((step) => {
    const named = (name: unknown) =>
      `${name} ${tag}${step.kind.endsWith("Group") ? groupNumber(step) : ""}`;
    switch (step.kind) {
      case "createGroup":
      case "replaceGroup":
        return { ...step, body: { ...step.body, displayName: named(step.body.displayName) } };
      case "patchGroup":
        return {
          ...step,
          intents: step.intents.map((intent) =>
            intent.kind === "set" && intent.path === "displayName"
              ? { ...intent, value: named(intent.value) }
              : intent,
          ),
        };
      default:
        return step;
    }
  });
}

function groupNumber(step: Step): string {
  return "group" in step ? step.group.replace("group-", "") : "";
}
