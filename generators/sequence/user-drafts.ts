import fc, { type Arbitrary } from "fast-check";
import type { NeutralUser, PatchIntent } from "../../schemas/index.ts";
import { applyUserPatch } from "../patch/apply.ts";
import { isDocumented } from "../patch/documented.ts";
import { storedUser } from "../patch/storage.ts";
import { userChanges } from "../patch/user-changes.ts";
import { userArbitrary } from "../user.ts";
import { changesArbitrary, type Draft, intentsFor, picked } from "./draft.ts";
import type { Progress, SequenceConstraints } from "./progress.ts";
import type { Step } from "./step.ts";

/** A user, chosen from those in the given state. */
function userDraft(
  isFit: (user: NeutralUser) => boolean,
  step: (name: string, user: NeutralUser, progress: Progress) => Step | undefined,
): Arbitrary<Draft> {
  return fc.nat(9).map((pick) => (progress) => {
    const fit = [...progress.users].filter(([, user]) => isFit(user));
    const chosen = picked(fit, pick);
    return chosen && step(chosen[0], chosen[1], progress);
  });
}

const isActive = (user: NeutralUser): boolean => user.active !== false;

function withNewAddresses(user: NeutralUser, progress: Progress): NeutralUser {
  const emails = (user.emails ?? []).map((entry) => ({ ...entry, value: progress.address() }));
  return { ...user, emails };
}

export function createUserDraft(): Arbitrary<Draft> {
  const bodies = userArbitrary({ classes: ["minimal", "typical", "full"] });
  return bodies.map((drawn) => (progress) => {
    const user = progress.newUser();
    if (!user) return undefined;
    const userName = progress.userName();
    const named = { ...drawn, userName, ...(drawn.nickName ? { nickName: userName } : {}) };
    const body = withNewAddresses(named, progress);
    progress.users.set(user, { ...storedUser(body), active: true });
    return { kind: "createUser", user, body };
  });
}

/** Sends the known attributes of the user, and `active`, whose omission is dangerous (INF). */
export function replaceUserDraft(): Arbitrary<Draft> {
  const bodies = userArbitrary({ classes: ["typical", "full"] });
  return fc.tuple(fc.nat(9), bodies).map(([pick, drawn]) => (progress) => {
    const chosen = picked(
      [...progress.users].filter(([, user]) => isActive(user)),
      pick,
    );
    if (!chosen) return undefined;
    const [user, { userName, emails, guest }] = chosen;
    const body: NeutralUser = { ...drawn, active: true };
    if (userName) Object.assign(body, { userName, nickName: userName });
    if (emails) body.emails = emails;
    if (guest) body.guest = guest;
    progress.users.set(user, storedUser(body));
    return { kind: "replaceUser", user, body };
  });
}

/** Gives new names and addresses to intents, so that no two users of a sequence share one. */
function withNewIdentity(intent: PatchIntent, progress: Progress): PatchIntent {
  const entry = (values: { [key: string]: string | boolean | null }) =>
    "value" in values ? { ...values, value: progress.address() } : values;
  if (intent.kind === "set" && /^(userName|nickName)$/.test(intent.path)) {
    return { ...intent, value: progress.userName() };
  }
  if (intent.path !== "emails") return intent;
  if (intent.kind === "changeValue") return { ...intent, to: entry(intent.to) };
  return "values" in intent ? { ...intent, values: intent.values.map(entry) } : intent;
}

export function patchUserDraft(constraints: SequenceConstraints): Arbitrary<Draft> {
  const changes = changesArbitrary(userChanges({ ...constraints, activation: false }));
  return fc.tuple(fc.nat(9), changes).map(([pick, drawn]) => (progress) => {
    const chosen = picked(
      [...progress.users].filter(([, user]) => isActive(user)),
      pick,
    );
    if (!chosen) return undefined;
    const [user, state] = chosen;
    const { documentedIn } = constraints;
    const intents = intentsFor(drawn, state)
      .map((intent) => withNewIdentity(intent, progress))
      .filter((intent) => !documentedIn || isDocumented(state, [intent], documentedIn));
    if (intents.length === 0) return undefined;
    progress.users.set(user, applyUserPatch(state, intents).user);
    return { kind: "patchUser", user, intents };
  });
}

export function activationDraft(kind: "deactivateUser" | "reactivateUser"): Arbitrary<Draft> {
  const active = kind === "reactivateUser";
  return userDraft(
    (user) => isActive(user) !== active,
    (name, user, progress) => {
      progress.users.set(name, { ...user, active });
      return { kind, user: name };
    },
  );
}

export function findUserDraft(): Arbitrary<Draft> {
  return userDraft(
    ({ userName }) => Boolean(userName),
    (user, { userName = "" }) => ({
      kind: "findUser",
      user,
      filter: { op: "eq", attribute: "userName", value: userName },
    }),
  );
}

export function readUserDraft(): Arbitrary<Draft> {
  return userDraft(
    () => true,
    (user) => ({ kind: "readUser", user }),
  );
}
