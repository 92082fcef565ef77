import fc, { type Arbitrary } from "fast-check";
import type { PatchIntent } from "../../schemas/index.ts";
import { applyGroupPatch } from "../patch/apply-group.ts";
import { groupChanges } from "../patch/group-changes.ts";
import { phraseArbitrary } from "../text.ts";
import { changesArbitrary, type Draft, intentsFor, picked } from "./draft.ts";
import type { Progress, SequenceConstraints } from "./progress.ts";

function membersOf(flags: readonly boolean[], progress: Progress): { value: string }[] {
  return progress.eligible().flatMap((value, index) => (flags[index] ? [{ value }] : []));
}

export function groupDraft(
  kind: "createGroup" | "replaceGroup",
  namePrefix: string,
): Arbitrary<Draft> {
  const flags = fc.array(fc.boolean(), { maxLength: 5 });
  return fc
    .tuple(fc.nat(9), phraseArbitrary(2), flags)
    .map(([pick, name, chosen]) => (progress) => {
      const create = kind === "createGroup";
      const group = create ? progress.newGroup() : picked(progress.groups.keys(), pick);
      if (!group) return undefined;
      const body = { displayName: namePrefix + name, members: membersOf(chosen, progress) };
      progress.groups.set(group, body);
      return { kind, group, body };
    });
}

export function patchGroupDraft(constraints: SequenceConstraints): Arbitrary<Draft> {
  const { namePrefix = "" } = constraints;
  const others = groupChanges({ namePrefix });
  const drafts = fc.tuple(
    fc.nat(9),
    fc.constantFrom("add", "replaceValues", "other"),
    fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
    changesArbitrary(others),
  );
  return drafts.map(([pick, kind, flags, drawn]) => (progress) => {
    const chosen = picked(progress.groups, pick);
    if (!chosen) return undefined;
    const [group, state] = chosen;
    const values = membersOf(flags, progress);
    const intents: PatchIntent[] =
      kind === "other" || values.length === 0
        ? intentsFor(drawn, state)
        : [{ kind, path: "members", values }];
    if (intents.length === 0) return undefined;
    progress.groups.set(group, applyGroupPatch(state, intents));
    return { kind: "patchGroup", group, intents };
  });
}

export function pickGroupDraft(kind: "readGroup" | "deleteGroup"): Arbitrary<Draft> {
  return fc.nat(9).map((pick) => (progress) => {
    const group = picked(progress.groups.keys(), pick);
    if (!group) return undefined;
    if (kind === "deleteGroup") progress.groups.delete(group);
    return { kind, group };
  });
}
