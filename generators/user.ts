import fc, { type Arbitrary } from "fast-check";
import type { NeutralUser } from "../schemas/index.ts";
import { edgeUserArbitrary } from "./edge-user.ts";
import { plainUserClasses, type UserConstraints, userOfClassArbitrary } from "./user-classes.ts";

export const userClasses = [...plainUserClasses, "edge"] as const;

/** A plain class, or `edge`: one unusual value that Slack is known to accept unchanged. */
export type UserClass = (typeof userClasses)[number];

export interface UserClassConstraints extends UserConstraints {
  /** The classes to draw from. Default: all. */
  classes?: readonly UserClass[];
}

/**
 * Users that Slack stores unchanged, in neutral form. Shrinks to
 * `{userName: "a", emails: [{value: "a@…", primary: true}]}` when `minimal` is among the classes.
 *
 * Two drawn users may share a userName or an address: use {@link usersArbitrary} for a population.
 */
export function userArbitrary(constraints: UserClassConstraints = {}): Arbitrary<NeutralUser> {
  const { classes = userClasses } = constraints;
  const drawn = userClasses
    .filter((userClass) => classes.includes(userClass))
    .map((userClass) =>
      userClass === "edge"
        ? edgeUserArbitrary({ ...constraints, outcomes: ["accepted"] }).map(({ user }) => user)
        : userOfClassArbitrary(userClass, constraints),
    );
  return fc.oneof({ withCrossShrink: true }, ...drawn);
}

export interface UsersConstraints extends UserClassConstraints {
  /** Fewest users. Default: 0. */
  minUsers?: number;
  /** Most users. Default: 10. */
  maxUsers?: number;
}

/** Users of whom no two share a userName or an address, regardless of case. */
export function usersArbitrary(constraints: UsersConstraints = {}): Arbitrary<NeutralUser[]> {
  const { minUsers = 0, maxUsers = 10 } = constraints;
  const numbers = fc.uniqueArray(fc.nat(9999), { minLength: minUsers, maxLength: maxUsers });
  return numbers.chain((distinct) =>
    fc
      .tuple(...distinct.map(() => userArbitrary(constraints)))
      .map((users) =>
        users.map((user, index) =>
          distinguish(user, String(distinct[index]), constraints.namePrefix),
        ),
      ),
  );
}

/**
 * The same user under another userName and other addresses: a tag that is unique to a case keeps it
 * from colliding with a user of an earlier case, since Slack never frees a userName or an address.
 * The userName keeps its length if the tag fits into it.
 *
 * @param tag lower-case letters and digits
 * @param namePrefix the prefix that stays in front
 */
export function distinguish(user: NeutralUser, tag: string, namePrefix = ""): NeutralUser {
  const rename = (name: string): string => {
    const own = name.startsWith(namePrefix) ? name.slice(namePrefix.length) : name;
    const rest = own.slice(0, Math.max(0, own.length - tag.length - 1));
    return `${namePrefix}${rest}x${tag}`;
  };
  const renamed: NeutralUser = { ...user };
  if (user.userName) renamed.userName = rename(user.userName);
  if (user.nickName) renamed.nickName = rename(user.nickName);
  if (user.emails) {
    renamed.emails = user.emails.map((entry, index) => {
      const at = entry.value?.lastIndexOf("@") ?? -1;
      if (!entry.value || at < 0) return entry;
      return { ...entry, value: `${namePrefix}x${tag}.${index}${entry.value.slice(at)}` };
    });
  }
  return renamed;
}
