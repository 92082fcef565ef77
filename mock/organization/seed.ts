import { Organization } from "./organization.ts";
import { pacificTime } from "./pacific-time.ts";
import { randomFrom } from "./random.ts";
import type { Enterprise, User, UserKind } from "./types.ts";

const givenNames = [
  "Ada",
  "Bela",
  "Chidi",
  "Dara",
  "Emil",
  "Farah",
  "Goran",
  "Hana",
  "Imre",
  "Jun",
];
const familyNames = ["Abara", "Berg", "Costa", "Dahl", "Evren", "Frost", "Gallo", "Horn", "Ito"];
const departments = ["Research", "Sales", "Support", "Finance", "Legal"];
const groupNames = ["Engine room", "Night shift", "Harbour office"];

/** The first accounts are the special ones, so that the smallest organisation already has them. */
const kinds: readonly UserKind[] = [
  "primary-owner",
  "bot",
  "admin",
  "member",
  "member",
  "owner",
  "workspace-primary-owner",
  "forgotten",
];
const guestPosition = 3;
const deactivatedPosition = 4;

/** How large an organisation to make, and from which seed. */
export interface SeedOptions {
  users: number;
  groups: number;
  seed: number;
}

const noEnterprise: Enterprise = {
  employeeNumber: null,
  costCenter: null,
  organization: null,
  division: null,
  department: null,
  managerId: null,
};

/** A user with every attribute unset or at its default (FACT-USER-30, FACT-USER-51). */
export function blankUser(): User {
  return {
    id: "",
    kind: "member",
    created: "",
    userName: "",
    displayName: "",
    givenName: "",
    familyName: "",
    honorificPrefix: null,
    primaryEmail: "",
    secondaryEmail: null,
    profileUrl: "",
    photo: null,
    title: "",
    timezone: "America/Los_Angeles",
    active: true,
    mobilePhone: null,
    primaryPhone: null,
    address: null,
    role: null,
    userType: null,
    preferredLanguage: null,
    locale: null,
    enterprise: { ...noEnterprise },
    startDate: null,
    guest: null,
    groups: [],
  };
}

/** FACT-USER-30: the default profile link. */
export function profileUrlOf(organization: string, userName: string): string {
  return `https://${organization}.enterprise.slack.com/team/${encodeURIComponent(userName)}`;
}

function pick<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
}

const firstCreated = Date.UTC(2021, 0, 4, 16) / 1000;

function seedMember(user: User, position: number, random: () => number): void {
  user.givenName = pick(givenNames, random);
  user.familyName = pick(familyNames, random);
  const initial = user.familyName.slice(0, 1).toLowerCase();
  user.userName = `${user.givenName.toLowerCase()}.${initial}${position + 1}`;
  user.displayName = `${user.givenName} ${user.familyName}`;
  user.primaryEmail = `${user.userName}@acme.example`;
  if (random() < 0.3) user.secondaryEmail = `${user.userName}@home.example`;
  if (random() < 0.5) user.title = pick(["Analyst", "Engineer", "Clerk"], random);
  if (random() < 0.3) user.timezone = "Europe/London";
  if (random() < 0.5) user.primaryPhone = `+1 555 ${String(position % 10_000).padStart(4, "0")}`;
  if (random() < 0.3) user.mobilePhone = `+1 556 ${String(position % 10_000).padStart(4, "0")}`;
  if (random() < 0.3) user.locale = "en-US";
  user.enterprise.employeeNumber = String(position + 1);
  user.enterprise.department = pick(departments, random);
}

/** FACT-LIST-13: lists contain bots. */
function seedBot(user: User, position: number): void {
  user.userName = `workflow-bot${position + 1}`;
  user.givenName = "Workflow Bot";
  user.displayName = "Workflow Bot";
  user.primaryEmail = `botuser-T01ACME-A${position + 1}@slack-bots.example`;
}

function seedForgotten(user: User, position: number): void {
  user.userName = `forgotten${position + 1}`;
  user.givenName = "Deactivated User";
  user.displayName = "Deactivated User";
  user.primaryEmail = `${user.userName}@forgotten.example`;
  user.active = false;
}

function seedUser(organization: Organization, position: number, random: () => number): void {
  const user = blankUser();
  user.id = organization.nextUserId();
  user.kind = kinds[position] ?? "member";
  user.created = pacificTime(firstCreated + position * 3_607);
  if (user.kind === "bot") seedBot(user, position);
  else if (user.kind === "forgotten") seedForgotten(user, position);
  else seedMember(user, position, random);
  if (position === deactivatedPosition) user.active = false;
  if (position === guestPosition) {
    const channels = [{ value: "C01CHAN0001", display: "project-x" }];
    user.guest = { type: "multi", expiration: "2031-01-31T23:59:59Z", channels };
  }
  user.profileUrl = profileUrlOf(organization.name, user.userName);
  organization.addUser(user);
}

function seedGroup(organization: Organization, position: number, random: () => number): void {
  const members = new Set<string>();
  const size = Math.min(organization.users.length, 3 + Math.floor(random() * 5));
  for (let index = 0; index < size; index += 1) {
    const user = pick(organization.users, random);
    if (user.active && user.kind !== "bot" && !user.guest) members.add(user.id);
  }
  organization.addGroup({
    id: organization.nextGroupId(),
    created: pacificTime(firstCreated + position * 7_211),
    displayName: groupNames[position] ?? `Team ${position + 1}`,
    members,
    linkedToChannels: position === groupNames.length - 1,
  });
}

/** An organisation of invented members. The same options give the same organisation, ids included. */
export function seededOrganization(options: SeedOptions): Organization {
  const organization = new Organization("acme", options.seed);
  const random = randomFrom(options.seed);
  for (let position = 0; position < options.users; position += 1) {
    seedUser(organization, position, random);
  }
  for (let position = 0; position < options.groups; position += 1) {
    seedGroup(organization, position, random);
  }
  return organization;
}
