import { dialectOf } from "../../client/dialects/dialect-of.ts";
import type { JsonObject, Outcome, PatchOptions } from "../../client/index.ts";
import type { NeutralGroup, NeutralUser, PatchIntent } from "../../schemas/index.ts";
import { besideBystander } from "../delete/bystander.ts";
import { equal, type Json } from "../expectation.ts";
import { asJson, at, items } from "../json.ts";
import { isDeclined } from "../provider/declined.ts";
import { needsAttributes, needsOptional } from "../provider/needs.ts";
import type { CheckCallOptions } from "../run/check-calls.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { Effect } from "../run/effects.ts";
import { type Created, describeAnswer, type UserLease } from "../run/fixtures.ts";
import { blocked, Skip } from "../run/stop.ts";
import { changedBesides } from "../users/changed-besides.ts";
import { manyAttributes, secondAddress } from "../users/many-attributes.ts";
import { type WithValues, withValues } from "../with-values.ts";
import { stateNeeded, writtenTexts } from "./written-values.ts";

/** A PATCH: its response, and the resource as read before and after. */
export interface Patched<T> {
  outcome: Outcome<T>;
  before: T;
  after: T;
  /** Why the provider declines the filter in a path, if it does. */
  declined: string | undefined;
}

/** What the intents of a case can refer to. */
export interface Scene {
  t: CheckContext;
  user: Created<NeutralUser>;
  /** A userName not in use. */
  fresh: string;
  /** The primary address of the user. */
  address: string;
  /** An address not in use. */
  otherAddress: string;
}

/** One PATCH of a leased user. */
export interface UserPatch {
  /** Attributes of the user before the PATCH, beyond the typical ones. */
  state?: (scene: Scene) => Partial<NeutralUser>;
  intents: (scene: Scene) => PatchIntent[];
  call?: (scene: Scene) => CheckCallOptions & PatchOptions;
  /** The paths that it changes; the others may have any value before. Default: all. */
  touches?: readonly string[];
}

/** @param fresh a userName not in use */
export function sceneOf(t: CheckContext, user: Created<NeutralUser>, fresh: string): Scene {
  const address = user.sent.emails?.[0]?.value ?? "";
  return { t, user, fresh, address, otherAddress: secondAddress(user.sent) };
}

/** Another address not in use. */
export const thirdAddress = ({ address }: Scene): string => `third-${address}`;

/** The scene of a user that does not exist, to learn which paths a change has. */
export function sampleScene(t: CheckContext): Scene {
  const sent = t.fixtures.typicalUser();
  return sceneOf(t, { id: "", sent } as Created<NeutralUser>, "");
}

/** The paths of intents; undefined where there are none, since the body is then written otherwise. */
function pathsOf(intents: readonly PatchIntent[]): string[] | undefined {
  return intents.length === 0 ? undefined : intents.map(({ path }) => path);
}

/** Changes a leased user. @throws Skip where the user cannot be prepared */
export async function patchUser(
  t: CheckContext,
  { touches, ...patch }: UserPatch,
): Promise<Patched<NeutralUser> & { scene: Scene }> {
  const { state, intents, call } = patch;
  const fresh = t.names.next();
  const lease: UserLease = {
    state: state && ((user) => state(sceneOf(t, user, fresh))),
    ...stateBefore(t, patch, touches),
  };
  return t.fixtures.leaseUser(async (user) => {
    const scene = sceneOf(t, user, fresh);
    const wanted = intents(scene);
    const paths = [...Object.keys(state?.(scene) ?? {}), ...wanted.map(({ path }) => path)];
    await needsAttributes(t, ...paths);
    const cleared = wanted.filter(({ kind }) => kind === "clear");
    await needsOptional(t, ...cleared.map(({ path }) => path));
    const before = await lastShown(t, user);
    needsShown(
      t,
      before,
      wanted.map(({ path }) => path),
    );
    const request = watched(call?.(scene));
    const outcome = await t.users.patch(user.id, wanted, request.options);
    const declined = request.declined(t, outcome);
    return { outcome, before, after: await readUser(t, user.id), scene, declined };
  }, lease);
}

/** The body of a change, as it would be sent alone. */
export function bodyOf(
  t: CheckContext,
  patch: Pick<UserPatch, "intents" | "call">,
  scene: Scene,
): JsonObject {
  const { change, encodeAs = t.version, form } = patch.call?.(scene) ?? {};
  const { dialect } = t.client;
  const { encodePatch } = encodeAs === t.version ? dialect : dialectOf(encodeAs, "slack");
  const body = encodePatch(patch.intents(scene), form);
  return change === undefined ? body : Object(change(body));
}

/** What must be known of a user before a PATCH, beyond the state that the PATCH asks for. */
export function stateBefore(
  t: CheckContext,
  { state, ...patch }: Pick<UserPatch, "state" | "intents" | "call">,
  changes: readonly string[] | undefined,
): Pick<UserLease, "touches" | "avoids"> {
  const scene = sampleScene(t);
  const touched = changes ?? pathsOf(patch.intents(scene));
  if (touched === undefined) return {};
  const written = writtenTexts(bodyOf(t, patch, scene));
  return {
    touches: stateNeeded(touched.map(attributeOf), written, state?.(scene)),
    avoids: () => written,
  };
}

/** The attribute at the start of a path. */
export const attributeOf = (path: string): string => path.split(".")[0] ?? path;

/** The options of a PATCH, and whether the provider declines the filter in one of its paths. */
function watched(options: CheckCallOptions = {}) {
  let filters = false;
  const change = (body: JsonObject): unknown => {
    const changed = options.change === undefined ? body : options.change(body);
    filters = items(at(changed, "Operations")).some((operation) =>
      /\[.+\]/.test(String(at(operation, "path"))),
    );
    return changed;
  };
  return {
    options: { ...options, change },
    declined: (t: CheckContext, outcome: Outcome<unknown>) =>
      filters && !t.provider.offers.knownFilters && isDeclined(outcome)
        ? `the provider declines filters in paths: ${describeAnswer(outcome)}`
        : undefined,
  };
}

/** @throws Skip where the provider declines the filter that a PATCH needs */
export function needsFilterInPath({ declined }: Pick<Patched<unknown>, "declined">): void {
  if (declined !== undefined) throw new Skip("not-offered", declined);
}

/**
 * A change of an attribute that is not returned cannot be observed.
 * @throws Skip where one of the attributes is not returned
 */
export function needsShown(t: CheckContext, user: NeutralUser, paths: readonly string[]): void {
  const hidden = t.provider.shows.hiddenOf(user);
  const unseen = paths.find((path) => hidden.includes(path.split(".")[0] ?? path));
  if (unseen !== undefined) {
    throw new Skip(
      "not-offered",
      `the organisation returns users in the short form, without ${unseen} (FACT-USER-49)`,
    );
  }
}

/** A leased user before it is changed, from the last read if nothing was written since. */
export async function lastShown(t: CheckContext, user: Created<NeutralUser>): Promise<NeutralUser> {
  const shown = t.fixtures.shown(user);
  if (shown === undefined) return readUser(t, user.id);
  t.cite([shown.exchangeId]);
  return shown.user;
}

export async function readUser(t: CheckContext, id: string): Promise<NeutralUser> {
  const { resource, ...answer } = await t.users.get(id);
  if (!resource) throw blocked(`reading the user returned HTTP ${answer.status}`);
  return resource;
}

/**
 * A PATCH of one attribute of a user with many, for several rules, and what it changed of another
 * user.
 */
export const plainPatch = (t: CheckContext) =>
  t.once("PATCH of a display name", async () => {
    const { value, bystander } = await besideBystander(t, () =>
      patchUser(t, {
        ...(t.provider.offers.everyAttribute
          ? { state: ({ user }: Scene) => manyAttributes(user.sent) }
          : {}),
        intents: () => [{ kind: "set", path: "displayName", value: "Countess" }],
      }),
    );
    return { ...value, bystander };
  });

/**
 * What a PATCH changed besides the named attributes. What every PATCH of this server changes is
 * ignored: that breaks only its own rule (SCIM11-API-3.3.2-23, SCIM20-7644-3.5.2.3-02).
 */
export async function alsoChanged(
  t: CheckContext,
  { before, after }: Pick<Patched<NeutralUser>, "before" | "after">,
  named: readonly string[],
): Promise<WithValues> {
  const plain = await plainPatch(t);
  const always = changedBesides(plain.before, plain.after, ["displayName"]);
  // A provider may compose name.formatted from the other parts (RFC 7643 §4.1.1).
  const formed = named.some((path) => path.startsWith("name.")) ? ["name.formatted"] : [];
  return changesBesides(before, after, [...named, ...always, ...formed]);
}

/** {@link changedBesides}, with the values before and after for the message. */
export function changesBesides(
  before: NeutralUser | NeutralGroup,
  after: NeutralUser | NeutralGroup,
  named: readonly string[],
): WithValues {
  const paths = changedBesides(before, after, named);
  const values = paths.flatMap((path) => [
    [`${path} before`, at(before, ...path.split("."))],
    [`${path} after`, at(after, ...path.split("."))],
  ]);
  return withValues(paths, Object.fromEntries(values));
}

/** The status and code of a rejection; false where there is none. */
export function refusal(outcome: Outcome<unknown>): string | false {
  return outcome.status >= 400 && describeAnswer(outcome);
}

/** Replaces the operations of the intents, for forms that no intent has. SCIM 2.0 only. */
export function withOperations(...operations: readonly JsonObject[]): CheckCallOptions {
  return { change: (body) => ({ ...body, Operations: operations }) };
}

/** One PATCH of a leased group. */
export interface GroupPatch {
  /** The members before the PATCH. Default: none. */
  members?: readonly string[];
  intents: readonly PatchIntent[];
  call?: CheckCallOptions;
  /** Waits for this: a change of a group may become visible with a delay (FACT-GROUP-29). */
  until?: (group: NeutralGroup) => boolean;
}

/** Changes a leased group. @throws Skip where the group cannot be prepared */
export function patchGroup(t: CheckContext, patch: GroupPatch): Promise<Patched<NeutralGroup>> {
  const { members = [], until } = patch;
  return t.fixtures.leaseGroup(async ({ id, sent }) => {
    const wanted =
      members.length > 0 ? { ...sent, members: members.map((value) => ({ value })) } : sent;
    if (wanted !== sent) {
      const put = await t.groups.replace(id, wanted);
      if (put.status >= 400)
        throw blocked(`preparing the group by PUT returned ${describeAnswer(put)}`);
    }
    const isPrepared = (group: NeutralGroup) => equal(memberIds(group), memberIds(wanted));
    const before = await readGroup(
      t,
      id,
      "a group shows the members that prepare a check",
      isPrepared,
    );
    const request = watched(patch.call);
    const outcome = await t.groups.patch(id, patch.intents, request.options);
    // A rejected PATCH changes nothing, so there is nothing to wait for.
    const awaited = (outcome.status < 400 ? until : undefined) ?? (() => true);
    const declined = request.declined(t, outcome);
    const after = await readGroup(t, id, "a group shows what a PATCH changed", awaited);
    return { outcome, before, after, declined };
  });
}

/** Reads a group until `awaited` holds for it, or the run has no time left to wait. */
async function readGroup(
  t: CheckContext,
  id: string,
  effect: Effect,
  awaited: (group: NeutralGroup) => boolean,
): Promise<NeutralGroup> {
  const answer = await t.poll(
    effect,
    () => t.groups.get(id),
    ({ resource }) => resource === undefined || awaited(resource),
  );
  if (!answer.resource) throw blocked(`reading the group returned ${describeAnswer(answer)}`);
  return answer.resource;
}

export function memberIds(group: NeutralGroup): string[] {
  return (group.members ?? []).map((member) => member.value ?? "").sort();
}

/** The values of a list that are set, in their order. */
export function valuesOf(entries: NeutralUser["emails"]): Json[] {
  return (entries ?? []).flatMap((entry) => (entry.value ? [entry.value] : []));
}

/** The value of the entry that is marked primary. */
export function primaryOf(entries: NeutralUser["emails"]): Json | undefined {
  return asJson((entries ?? []).find((entry) => entry.primary === true)?.value);
}
