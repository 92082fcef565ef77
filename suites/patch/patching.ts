import type { JsonObject, Outcome } from "../../client/index.ts";
import type { NeutralGroup, NeutralUser, PatchIntent } from "../../schemas/index.ts";
import { type Expectation, equal, type Json, type Observation } from "../expectation.ts";
import { asJson, at, items } from "../json.ts";
import type { Finding } from "../not-observed.ts";
import { isDeclined } from "../provider/declined.ts";
import { needsAttributes, needsOptional } from "../provider/needs.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckCallOptions } from "../run/check-calls.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { Effect } from "../run/effects.ts";
import { type Created, describeAnswer } from "../run/fixtures.ts";
import { blocked, Skip } from "../run/stop.ts";
import { type WithValues, withValues } from "../with-values.ts";

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
  call?: (scene: Scene) => CheckCallOptions;
}

/** Changes a leased user. @throws Skip where the user cannot be prepared */
export function patchUser(
  t: CheckContext,
  { state, intents, call }: UserPatch,
): Promise<Patched<NeutralUser> & { scene: Scene }> {
  return t.fixtures.leaseUser(async (user) => {
    const fresh = t.names.next();
    const address = user.sent.emails?.[0]?.value ?? "";
    const scene: Scene = { t, user, fresh, address, otherAddress: t.names.email(fresh) };
    const change = state?.(scene);
    const paths = [...Object.keys(change ?? {}), ...intents(scene).map(({ path }) => path)];
    await needsAttributes(t, ...paths);
    const cleared = intents(scene).filter(({ kind }) => kind === "clear");
    await needsOptional(t, ...cleared.map(({ path }) => path));
    if (change) {
      const put = await t.users.replace(user.id, { ...user.sent, ...change });
      if (put.status >= 400)
        throw blocked(`preparing the user by PUT returned ${describeAnswer(put)}`);
    }
    const before = await readUser(t, user.id);
    const wanted = intents(scene);
    needsShown(
      t,
      before,
      wanted.map(({ path }) => path),
    );
    const request = watched(call?.(scene));
    const outcome = await t.users.patch(user.id, wanted, request.options);
    const declined = request.declined(t, outcome);
    return { outcome, before, after: await readUser(t, user.id), scene, declined };
  });
}

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

export async function readUser(t: CheckContext, id: string): Promise<NeutralUser> {
  const { resource, ...answer } = await t.users.get(id);
  if (!resource) throw blocked(`reading the user returned HTTP ${answer.status}`);
  return resource;
}

/** A requirement on what one PATCH of a user changes, and on what it leaves unchanged. */
export interface UserPatchCase extends UserPatch {
  title: string;
  versions: Requirement["versions"];
  /** The attributes that the intents change, directly or not: `userName`, `enterprise.department`. */
  changes: readonly string[];
  /** The attributes that the PATCH removes. */
  removes?: readonly string[];
  /** Whether this rule tells that filters in paths are declined; others are then skipped. */
  tellsDeclined?: boolean;
  /** Whether a rejection is allowed: then only the state counts. */
  mayRefuse?: boolean;
  expect: Expectation;
  observe: (after: NeutralUser, scene: Scene) => Observation;
}

/**
 * These have values before the PATCH, which are to be kept.
 * @throws Skip where the provider rejects a create with one of them
 */
function needsFirstValues(t: CheckContext, { changes, expect }: UserPatchCase): void {
  const needed = ["addresses" in expect ? "emails" : "", ...changes];
  const refused = t.fixtures.refused?.attributes ?? [];
  const missing = ["name", "emails"].find(
    (name) => refused.includes(name) && needed.some((path) => path.split(".")[0] === name),
  );
  if (missing !== undefined) throw blocked(`the provider rejects users with ${missing}`);
}

export function userPatchRequirement(patch: UserPatchCase): Requirement {
  return {
    title: patch.title,
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: patch.versions,
    ...(patch.removes ? { optional: patch.removes } : {}),
    expect: {
      ...(patch.mayRefuse ? {} : { refused: false }),
      ...patch.expect,
      alsoChanged: [],
    },
    check: async (t) => {
      await needsAttributes(t, ...patch.changes);
      needsFirstValues(t, patch);
      const { scene, ...patched } = await patchUser(t, patch);
      const { outcome, before, after, declined } = patched;
      needsShown(t, before, patch.changes);
      if (!patch.tellsDeclined) needsFilterInPath(patched);
      return {
        ...(declined === undefined ? {} : { declined }),
        refused: refusal(outcome),
        ...withAttributes(patch.observe(after, scene), after, patch.changes),
        alsoChanged: await alsoChanged(t, { before, after }, patch.changes),
      };
    },
  };
}

/** Facts that are not an attribute itself, with the attributes that they were taken from. */
function withAttributes(
  facts: Observation,
  after: NeutralUser,
  paths: readonly string[],
): Record<string, Finding> {
  const values = Object.fromEntries(
    paths.map((path) => [`${path} afterwards`, at(after, ...path.split("."))]),
  );
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      equal(fact, asJson(at(after, name))) ? fact : withValues(fact, values),
    ]),
  );
}

/** A PATCH of one attribute of a user with many, for several rules. */
export const plainPatch = (t: CheckContext) =>
  t.once("PATCH of a display name", () =>
    patchUser(t, {
      ...(t.provider.offers.everyAttribute ? { state: manyAttributes } : {}),
      intents: () => [{ kind: "set", path: "displayName", value: "Countess" }],
    }),
  );

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

/** Values for the attributes that Slack stores, to observe a PATCH that clears other ones. */
function manyAttributes({ user, otherAddress }: Scene): Partial<NeutralUser> {
  return {
    emails: [...(user.sent.emails ?? []), { value: otherAddress, primary: false }],
    phoneNumbers: [
      { value: "+1 555 0100", primary: true },
      { value: "+1 555 0101", primary: false },
    ],
    addresses: [{ streetAddress: "1 Main St", locality: "Springfield", country: "US" }],
    roles: [{ value: "Engineer", primary: true }],
    userType: "Employee",
    preferredLanguage: "en_US",
    locale: "en_US",
  };
}

/** The status and code of a rejection; false where there is none. */
export function refusal(outcome: Outcome<unknown>): string | false {
  return outcome.status >= 400 && describeAnswer(outcome);
}

/**
 * The attributes that differ between two states of a resource, except the named ones and their
 * sub-attributes. Unset, null, "" and an entry without a value are equivalent (RFC 7643 §2.5).
 * `meta`, photos (which Slack changes with a delay, FACT-USER-69) and the groups of a user are
 * ignored.
 */
export function changedBesides(
  before: NeutralUser | NeutralGroup,
  after: NeutralUser | NeutralGroup,
  named: readonly string[],
): string[] {
  const [old, now] = [leaves(before), leaves(after)];
  const ignored = ["meta", "photos", "groups", ...named];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => !ignored.some((name) => path === name || path.startsWith(`${name}.`)))
    .filter((path) => old.get(path) !== now.get(path))
    .sort();
}

/** Every set attribute of a resource as text, by its path; a list is one leaf. */
function leaves(value: object, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, member] of Object.entries(value)) {
    const path = `${prefix}${name}`;
    if (Array.isArray(member)) {
      const entries = member.filter(holdsValue).map((entry) => JSON.stringify(sorted(entry)));
      if (entries.length > 0) found.set(path, entries.sort().join());
    } else if (typeof member === "object" && member !== null) {
      for (const [below, leaf] of leaves(member, `${path}.`)) found.set(below, leaf);
    } else if (member !== undefined && member !== null && member !== "") {
      found.set(path, JSON.stringify(member));
    }
  }
  return found;
}

function holdsValue(entry: object): boolean {
  return Object.values(entry).some((part) => typeof part === "string" && part !== "");
}

function sorted(entry: object): unknown {
  return Object.entries(entry)
    .filter(([, part]) => part !== null && part !== "")
    .sort(([a], [b]) => a.localeCompare(b));
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
