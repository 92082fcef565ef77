import type { Outcome } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import {
  nearDisplayName,
  nearLocalPart,
  nearProfileUrl,
  nearTexts,
} from "../properties/near-texts.ts";
import { needsAttributes, needsProfileFields } from "../provider/needs.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { Refused } from "../run/fewer-attributes.ts";
import { type Created, describeAnswer } from "../run/fixtures.ts";
import { blocked, Skip } from "../run/stop.ts";

/**
 * Users that several checks read and none changes. On a live tenant a created user can never be
 * removed, so each one serves as many checks as possible.
 */

/** What {@link fullUser} is created with, apart from its name, addresses and manager. */
export const fullValues = {
  name: { givenName: "Grace", familyName: "Hopper", honorificPrefix: "Dr." },
  profileUrl: "https://example.com/people/grace",
  title: "Head of Research",
  userType: "Employee",
  timezone: "Europe/London",
  phones: { work: "+1 555 0101", mobile: "+1 555 0102" },
  address: {
    streetAddress: "1 Main Street",
    locality: "Springfield",
    region: "Oregon",
    postalCode: "97477",
    country: "US",
  },
  role: "Analyst",
  enterprise: {
    employeeNumber: "4711",
    costCenter: "C-12",
    organization: "Compilers",
    division: "Engineering",
    department: "Languages",
  },
  startDate: "2024-04-10T00:00:00Z",
} as const;

/** A user that several checks read, and the attributes that the provider rejected. */
type Sample = Created<NeutralUser> & { refused?: Refused };

/**
 * @throws Skip where the sample was created without one of the attributes, because the provider
 * rejects it
 */
export function needsSent({ refused }: Sample, ...attributes: readonly string[]): void {
  const name = attributes.find((path) => refused?.attributes.includes(path.split(".")[0] ?? path));
  if (!refused || name === undefined) return;
  throw blocked(`creating a user with ${name} returned ${describeAnswer(refused.answer)}`);
}

/**
 * A user with a value for every attribute that Slack and the standards have in common: all but the
 * manager.
 */
export function fullUser(t: CheckContext): Promise<Sample> {
  return t.once("a user with every attribute", async () => {
    const user = t.fixtures.typicalUser();
    delete user.nickName;
    const { name, profileUrl, title, userType, timezone, phones, address, role, startDate } =
      fullValues;
    // SCIM 1.1 §6.1 writes en_US, RFC 7643 §4.1.1 en-US.
    const locale = t.version === "1.1" ? "en_US" : "en-US";
    const withEnterprise = await t.provider.offers.attribute("enterprise");
    const withProfile = await t.provider.offers.attribute("profile");
    return create(t, {
      ...user,
      name,
      profileUrl,
      title,
      userType,
      timezone,
      locale,
      preferredLanguage: locale,
      emails: [
        { value: t.names.email(`${user.userName}.home`), type: "home" },
        { value: t.names.email(user.userName ?? ""), type: "work", primary: true },
      ],
      phoneNumbers: [
        { value: phones.work, type: "work" },
        { value: phones.mobile, type: "mobile" },
      ],
      addresses: [{ ...address, type: "work", primary: true }],
      roles: [{ value: role, primary: true }],
      ...(withEnterprise ? { enterprise: fullValues.enterprise } : {}),
      ...(withProfile ? { profile: { startDate } } : {}),
    });
  });
}

/**
 * {@link fullUser} as read later.
 * @param attributes those that the check looks at
 * @throws Skip where the provider rejects one of them
 */
export async function readFullUser(
  t: CheckContext,
  ...attributes: readonly string[]
): Promise<Outcome<NeutralUser>> {
  const user = await fullUser(t);
  needsSent(user, ...attributes);
  return t.once("the user with every attribute, read", () => t.users.get(user.id));
}

/**
 * {@link fullUser} with optional attributes: Slack returns them only where the organisation has SCIM
 * profile fields (FACT-USER-50).
 * @throws Skip where it has none, or where users of the provider lack the attributes
 */
export async function readLongUser(
  t: CheckContext,
  ...attributes: readonly string[]
): Promise<Outcome<NeutralUser>> {
  await needsAttributes(t, ...attributes);
  const answer = await readFullUser(t, ...attributes);
  needsProfileFields(t, answer.resource);
  return answer;
}

/** POST of a user with the required attributes only: see {@link minimalUser}. */
export function createMinimal(
  t: CheckContext,
): Promise<{ sent: NeutralUser; created: Outcome<NeutralUser> }> {
  return t.once("a user with only what is required", async () => {
    const name = t.names.next();
    const userName = t.provider.writes.bareUserName(name);
    const sent = { userName, emails: [{ value: t.names.email(name) }] };
    return { sent, created: await t.users.create(sent) };
  });
}

/**
 * A user created with the required attributes only; in profile slack and version 1.1 with an e-mail
 * address as userName.
 */
export async function minimalUser(t: CheckContext): Promise<Created<NeutralUser>> {
  if (!t.writes) throw new Skip("read-only", "the run may not create anything");
  return asCreated(await createMinimal(t));
}

/** A user created with an e-mail address as userName. Slack only: in version 1.1 {@link minimalUser}. */
export async function addressNamedUser(t: CheckContext): Promise<Created<NeutralUser>> {
  if (t.version === "1.1") return minimalUser(t);
  if (!t.writes) throw new Skip("read-only", "the run may not create anything");
  const user = await t.once("a user with an address as its name", async () => {
    const address = t.names.email(t.names.next());
    const sent = { userName: address, emails: [{ value: address }] };
    return { sent, created: await t.users.create(sent) };
  });
  return asCreated(user);
}

/**
 * A user whose values are given in the other forms that Slack documents: a userName with capitals
 * and special characters, e-mails without a primary one, several addresses and roles, a role as a
 * plain string.
 */
export function userInOtherForms(t: CheckContext): Promise<Sample> {
  return t.once("a user in other forms", async () => {
    const name = t.names.next();
    const user: NeutralUser = {
      userName: t.provider.writes.unusualUserName(name),
      name: { givenName: "Odd", familyName: "Forms" },
      emails: [
        { value: t.names.email(`${name}.first`), type: "other" },
        { value: t.names.email(`${name}.second`), type: "work" },
      ],
      addresses: [
        { streetAddress: "2 First Street", locality: "Lyon", postalCode: "69001", country: "FR" },
        { streetAddress: "3 Second Street", locality: "Lille", primary: true },
      ],
      phoneNumbers: [
        // Of version 2.0 a number without marks beside a primary one is a guess (FACT-USER-63).
        { value: "+1 555 0111", ...(t.version === "2.0" ? { primary: false } : {}) },
        { value: "+1 555 0112", primary: true },
      ],
    };
    const { bareValues, mayRefuseAttributes } = t.provider.writes;
    if (!bareValues || !t.writes) return create(t, { ...user, roles: [{ value: "Tester" }] });
    const change = (body: object) => ({ ...body, roles: ["Tester"] });
    const created = await t.users.create(user, { change });
    if (created.status !== 400 || !mayRefuseAttributes) return asCreated({ sent: user, created });
    // A provider that rejects a plain string has users in the other forms all the same.
    const without = await create(t, user);
    return { ...without, refused: without.refused ?? { attributes: ["roles"], answer: created } };
  });
}

/** A multi-channel guest with an expiration. Slack only. */
export function guestUser(t: CheckContext): Promise<Created<NeutralUser>> {
  return t.once("a guest", () => {
    const { enterprise: _, ...user } = t.fixtures.typicalUser();
    return create(t, { ...user, guest: { type: "multi", expiration: guestExpiration } });
  });
}

export const guestExpiration = "2035-01-31T23:59:59Z";

/**
 * A user created with values for read-only attributes; of a provider that stores exact texts also with
 * texts that many would alter.
 */
export function userWithReadOnlyAttributes(t: CheckContext): Promise<Created<NeutralUser>> {
  return t.once("a user sent with read-only attributes", async () => {
    const group = (await t.provider.offers.groups()) ? await t.sharedGroup() : undefined;
    const user = t.fixtures.typicalUser();
    return create(t, {
      ...(t.provider.shows.exactTexts ? withNearTexts(t, user) : user),
      id: "U0CHOSENID0",
      externalId: "chosen-by-the-client",
      meta: { created: "2001-01-01T00:00:00Z", location: "https://example.com/nowhere" },
      ...(group ? { groups: [{ value: group.id, display: "mine" }] } : {}),
    });
  });
}

/** A user of whom every text is easily altered. A name needs no marks: they have their own rules. */
function withNearTexts(t: CheckContext, user: NeutralUser): NeutralUser {
  const email = t.names.email(nearLocalPart(user.userName ?? ""));
  return {
    ...user,
    ...nearTexts,
    displayName: nearDisplayName(user.userName ?? ""),
    profileUrl: nearProfileUrl,
    emails: [{ value: email, primary: true }],
  };
}

export const password = "Correct-Horse-7-Battery";

/** POST of a typical user with a password. */
export function createWithPassword(
  t: CheckContext,
): Promise<{ sent: NeutralUser; created: Outcome<NeutralUser> }> {
  return t.once("a user sent with a password", async () => {
    const sent = { ...t.fixtures.typicalUser(), password };
    return { sent, created: await t.users.create(sent) };
  });
}

/** POST of a user with unsupported and unknown attributes, and null. */
export function createWithUnsupported(t: CheckContext): Promise<Outcome<NeutralUser>> {
  return t.once("a user sent with unsupported members", () =>
    t.users.create(
      {
        ...t.fixtures.typicalUser(),
        timezone: null,
        name: {
          givenName: "Ada",
          familyName: "Lovelace",
          honorificPrefix: "Lady",
          middleName: "King",
          honorificSuffix: "III",
          formatted: "Lady Ada King Lovelace III",
        },
      },
      { change: (body) => ({ ...body, favouriteColour: "blue", ims: [{ value: "ada@im" }] }) },
    ),
  );
}

async function create(
  t: CheckContext,
  user: NeutralUser,
  change?: (body: Record<string, unknown>) => unknown,
): Promise<Sample> {
  if (!t.writes) throw new Skip("read-only", "the run may not create anything");
  const options = change && { change };
  if (!t.provider.writes.mayRefuseAttributes) {
    return asCreated({ sent: user, created: await t.users.create(user, options) });
  }
  const { refused, ...made } = await t.fixtures.createWithFewer(user, options);
  return { ...asCreated(made), ...(refused ? { refused } : {}) };
}

/** @throws Skip where the POST was rejected */
function asCreated({
  sent,
  created,
}: Pick<Created<NeutralUser>, "sent" | "created">): Created<NeutralUser> {
  const id = created.resource?.id;
  if (id === undefined) {
    throw blocked(`creating a user returned ${describeAnswer(created)}`);
  }
  return { id, sent, created };
}
