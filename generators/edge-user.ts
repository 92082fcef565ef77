import fc, { type Arbitrary } from "fast-check";
import type { NeutralUser } from "../schemas/index.ts";
import { contactEdges } from "./edge/contact-edges.ts";
import type { EdgeClass, EdgeOutcome, UserEdge } from "./edge/edge.ts";
import { nameEdges } from "./edge/name-edges.ts";
import { unsetEdges } from "./edge/unset-edges.ts";
import { valueEdges } from "./edge/value-edges.ts";
import type { FactTag } from "./errors.ts";
import { type UserConstraints, userOfClassArbitrary } from "./user-classes.ts";

/** A user with one unusual value. */
export interface EdgeUser extends Omit<UserEdge, "change"> {
  readonly user: NeutralUser;
}

export interface EdgeUserConstraints extends UserConstraints {
  /** Default: `accepted` and `converted`. */
  outcomes?: readonly EdgeOutcome[];
  /** How their outcome is known. Default: all but `INF`. */
  tags?: readonly FactTag[];
  /** The attributes, such as `userName` or `name.givenName`. Default: all. */
  attributes?: readonly string[];
  /** Default: all. */
  edgeClasses?: readonly EdgeClass[];
}

/** The unusual values that fit the constraints; without any, those that Slack is known to accept. */
export function userEdges(constraints: EdgeUserConstraints = {}): UserEdge[] {
  const { namePrefix = "", outcomes = ["accepted", "converted"], attributes } = constraints;
  const { tags = outcomes.includes("open") ? undefined : ["DOC", "OBS", "RFC"] } = constraints;
  const all = [
    ...nameEdges(namePrefix),
    ...contactEdges(constraints),
    ...unsetEdges(),
    ...valueEdges(),
  ];
  return all.filter(
    (edge) =>
      outcomes.includes(edge.outcome) &&
      (tags?.includes(edge.tag) ?? true) &&
      (attributes?.includes(edge.attribute) ?? true) &&
      (constraints.edgeClasses?.includes(edge.edgeClass) ?? true),
  );
}

/**
 * Users with one unusual value each, with its outcome on create and how that is known. One
 * half is spread evenly over the attributes, the other over the classes, regardless of the number of
 * values in each; {@link userEdges} lists them all. An `absent` value is removed from a full
 * user, any other is set in a minimal one; both shrink. Guests are minimal too: Slack does not
 * return all their attributes (OBS: the short form).
 */
export function edgeUserArbitrary(constraints: EdgeUserConstraints = {}): Arbitrary<EdgeUser> {
  const minimal = userOfClassArbitrary("minimal", constraints);
  const full = userOfClassArbitrary("full", constraints);
  const byAttribute = new Map<string, Arbitrary<EdgeUser>[]>();
  const byClass = new Map<string, Arbitrary<EdgeUser>[]>();
  for (const { change, ...edge } of userEdges(constraints)) {
    const base =
      edge.edgeClass === "absent" && !edge.attribute.startsWith("guest") ? full : minimal;
    const drawn = fc
      .tuple(base, change)
      .map(([user, apply]): EdgeUser => ({ ...edge, user: apply(user) }));
    byAttribute.set(edge.attribute, [...(byAttribute.get(edge.attribute) ?? []), drawn]);
    byClass.set(edge.edgeClass, [...(byClass.get(edge.edgeClass) ?? []), drawn]);
  }
  const evenly = (groups: Map<string, Arbitrary<EdgeUser>[]>): Arbitrary<EdgeUser> =>
    fc.oneof(...[...groups.values()].map((group) => fc.oneof(...group)));
  return fc.oneof(evenly(byAttribute), evenly(byClass));
}
