import { type IdSource, idSource } from "./ids.ts";
import { pacificTime } from "./pacific-time.ts";
import { Schedule } from "./schedule.ts";
import type { Group, User } from "./types.ts";

/** The key of an e-mail address or name in the indexes, which ignore letter case (FACT-FILTER-18 for user names). */
function indexed(value: string): string {
  return value.toLowerCase();
}

/** The one store behind both versions. Users are never removed: Slack's DELETE only deactivates (FACT-DELETE-10). */
export class Organization {
  readonly name: string;
  readonly users: User[] = [];
  readonly groups: Group[] = [];
  readonly schedule: Schedule;
  /** The state of a group before a change that is not visible yet (FACT-GROUP-29). */
  readonly staleGroups = new Map<string, Group>();
  readonly #usersById = new Map<string, User>();
  readonly #usersByName = new Map<string, User>();
  readonly #usersByEmail = new Map<string, User>();
  readonly #groupsById = new Map<string, Group>();
  readonly #groupsByName = new Map<string, Group[]>();
  readonly #userIds: IdSource;
  readonly #groupIds: IdSource;
  #lastSecond = 0;
  #lastTimestamp = "";

  constructor(name: string, seed: number, now: () => number = () => performance.now()) {
    this.name = name;
    this.#userIds = idSource(["U", "U", "W"], seed);
    this.#groupIds = idSource(["S"], seed + 1);
    this.schedule = new Schedule(now);
  }

  user(id: string): User | undefined {
    return this.#usersById.get(id);
  }

  userByName(userName: string): User | undefined {
    return this.#usersByName.get(indexed(userName));
  }

  /** Finds by primary and by secondary address. */
  userByEmail(email: string): User | undefined {
    return this.#usersByEmail.get(indexed(email));
  }

  group(id: string): Group | undefined {
    return this.#groupsById.get(id);
  }

  /** The visible state of a group (FACT-GROUP-29: changes show after a delay). */
  visibleGroup(id: string): Group | undefined {
    return this.staleGroups.get(id) ?? this.#groupsById.get(id);
  }

  groupsByName(displayName: string): readonly Group[] {
    return this.#groupsByName.get(indexed(displayName)) ?? [];
  }

  /** An id that no user has: those of a file may be ones that the mock made. */
  nextUserId(): string {
    let id = this.#userIds.next();
    while (this.#usersById.has(id)) id = this.#userIds.next();
    return id;
  }

  nextGroupId(): string {
    return this.#groupIds.next();
  }

  /** `meta.created` of a resource that is created now. */
  timestamp(): string {
    const second = Math.floor(Date.now() / 1000);
    if (second !== this.#lastSecond) {
      this.#lastSecond = second;
      this.#lastTimestamp = pacificTime(second);
    }
    return this.#lastTimestamp;
  }

  addUser(user: User): void {
    this.users.push(user);
    this.#usersById.set(user.id, user);
    this.#indexUser(user);
  }

  /** Replaces a stored user by a changed copy. */
  changeUser(user: User, changed: User): void {
    this.#usersByName.delete(indexed(user.userName));
    for (const email of [user.primaryEmail, user.secondaryEmail]) {
      if (email) this.#usersByEmail.delete(indexed(email));
    }
    Object.assign(user, changed);
    this.#indexUser(user);
  }

  #indexUser(user: User): void {
    this.#usersByName.set(indexed(user.userName), user);
    if (user.primaryEmail) this.#usersByEmail.set(indexed(user.primaryEmail), user);
    if (user.secondaryEmail) this.#usersByEmail.set(indexed(user.secondaryEmail), user);
  }

  addGroup(group: Group): void {
    this.groups.push(group);
    this.#groupsById.set(group.id, group);
    this.#indexGroup(group);
    for (const id of group.members) this.#join(id, group.id);
  }

  changeGroup(group: Group, displayName: string, members: ReadonlySet<string>): void {
    if (displayName !== group.displayName) {
      this.#unindexGroup(group);
      group.displayName = displayName;
      this.#indexGroup(group);
    }
    for (const id of group.members) if (!members.has(id)) this.#leave(id, group.id);
    for (const id of members) if (!group.members.has(id)) this.#join(id, group.id);
    group.members = new Set(members);
  }

  removeGroup(group: Group): void {
    const position = this.groups.indexOf(group);
    if (position >= 0) this.groups.splice(position, 1);
    this.#groupsById.delete(group.id);
    this.#unindexGroup(group);
    this.staleGroups.delete(group.id);
    for (const id of group.members) this.#leave(id, group.id);
  }

  /** Ends all memberships of a user. */
  leaveGroups(user: User): void {
    for (const id of user.groups) this.#groupsById.get(id)?.members.delete(user.id);
    user.groups = [];
  }

  #join(userId: string, groupId: string): void {
    const user = this.#usersById.get(userId);
    if (user) user.groups = [...user.groups, groupId];
  }

  #leave(userId: string, groupId: string): void {
    const user = this.#usersById.get(userId);
    if (user) user.groups = user.groups.filter((id) => id !== groupId);
  }

  #indexGroup(group: Group): void {
    const key = indexed(group.displayName);
    this.#groupsByName.set(key, [...(this.#groupsByName.get(key) ?? []), group]);
  }

  #unindexGroup(group: Group): void {
    const key = indexed(group.displayName);
    const others = (this.#groupsByName.get(key) ?? []).filter((other) => other !== group);
    if (others.length > 0) this.#groupsByName.set(key, others);
    else this.#groupsByName.delete(key);
  }
}
