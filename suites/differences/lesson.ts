import { dialectOf } from "../../client/dialects/dialect-of.ts";
import { type Version, versions } from "../../client/index.ts";
import type {
  CatalogueLesson,
  ExampleRequest,
  NeutralGroup,
  NeutralUser,
  PatchForm,
  PatchIntent,
} from "../../schemas/index.ts";

/** One step of a lesson: the request of each version's client for the same intent. */
type Step = Readonly<Record<Version, ExampleRequest>>;

/** The same in both versions, or what each of them has. */
type InBoth<T> = T | Readonly<Record<Version, T>>;

const dialects = { "1.1": dialectOf("1.1", "slack"), "2.0": dialectOf("2.0", "slack") } as const;

/** The ids of invented resources. The organisation that replays the lessons has all of them. */
export const example = {
  /** A member, ada. */
  user: "U123ABC",
  /** A member, grace. */
  otherUser: "U456DEF",
  /** A member in no group, mary. */
  newcomer: "U246JKL",
  /** A guest whose access expires. */
  guest: "U789GHI",
  /** A group whose members are `user` and `otherUser`. */
  group: "S123ABC",
} as const;

/** What a PUT of the user sends: all that is to stay. */
export const ada = {
  userName: "ada",
  nickName: "ada",
  displayName: "Ada Lovelace",
  name: { givenName: "Ada", familyName: "Lovelace", honorificPrefix: "Dr." },
  title: "Mathematician",
  active: true,
  emails: [
    { value: "ada@example.com", primary: true },
    { value: "ada@example.org", primary: false },
  ],
} satisfies NeutralUser;

/**
 * @param unmet what it means to the reader where the run did not see the difference, or could not
 *   probe it: one sentence
 * @param then the steps after the first, in order; one may be needed in one version alone
 */
export function lesson(unmet: string, first: Step, ...then: Partial<Step>[]): CatalogueLesson {
  const requests = (version: Version): [ExampleRequest, ...ExampleRequest[]] => [
    first[version],
    ...then.flatMap((step) => step[version] ?? []),
  ];
  return { today: requests("1.1"), tomorrow: requests("2.0"), unmet };
}

/** @param write writes the request with the URNs, paths and body shapes of a version's dialect */
function step(write: (dialect: (typeof dialects)[Version]) => ExampleRequest): Step {
  return { "1.1": write(dialects["1.1"]), "2.0": write(dialects["2.0"]) };
}

/** A lesson's step whose request differs in kind: of one step as 1.1 writes it, of another as 2.0 does. */
export const replacedBy = (today: Step, tomorrow: Step): Step => ({
  "1.1": today["1.1"],
  "2.0": tomorrow["2.0"],
});

/** A PATCH of a user. @param form which of the documented forms is written, where there is a choice */
export const patchUser = (
  intents: InBoth<readonly PatchIntent[]>,
  { id = example.user, form }: { id?: string; form?: PatchForm } = {},
): Step =>
  step(({ version, paths, encodePatch }) => ({
    method: "PATCH",
    path: `${paths.users}/${id}`,
    body: encodePatch(inVersion(intents, version), form),
  }));

/** A PATCH of the group. @param form which of the documented forms is written, where there is a choice */
export const patchGroup = (intents: InBoth<readonly PatchIntent[]>, form?: PatchForm): Step =>
  step(({ version, paths, encodePatch }) => ({
    method: "PATCH",
    path: `${paths.groups}/${example.group}`,
    body: encodePatch(inVersion(intents, version), form),
  }));

export const createUser = (user: NeutralUser): Step =>
  step(({ paths, encodeUser }) => ({ method: "POST", path: paths.users, body: encodeUser(user) }));

export const createGroup = (group: NeutralGroup): Step =>
  step(({ paths, encodeGroup }) => ({
    method: "POST",
    path: paths.groups,
    body: encodeGroup(group),
  }));

export const putUser = (user: NeutralUser): Step =>
  step(({ paths, encodeUser }) => ({
    method: "PUT",
    path: `${paths.users}/${example.user}`,
    body: encodeUser(user),
  }));

export const putGroup = (group: NeutralGroup): Step =>
  step(({ paths, encodeGroup }) => ({
    method: "PUT",
    path: `${paths.groups}/${example.group}`,
    body: encodeGroup(group),
  }));

/**
 * A GET.
 *
 * @param path below the base URL; a query as it reads before percent-encoding
 * @param headers those that decide
 */
export const read = (path: InBoth<string>, headers?: InBoth<Record<string, string>>): Step =>
  step(({ version }) => ({
    method: "GET",
    path: inVersion(path, version),
    ...(headers && { headers: inVersion(headers, version) }),
  }));

/** A DELETE of the user, or of the resource at another path. */
export const remove = (path = `/Users/${example.user}`): Step =>
  step(() => ({ method: "DELETE", path }));

function inVersion<T>(value: InBoth<T>, version: Version): T {
  return isByVersion(value) ? value[version] : value;
}

function isByVersion<T>(value: InBoth<T>): value is Readonly<Record<Version, T>> {
  return typeof value === "object" && value !== null && versions.every((each) => each in value);
}
