/**
 * What becomes visible in the same way, and so after about the same time; and how much longer than
 * usual a run waits for the first effect of the kind.
 */
const kinds = {
  /** Changes of groups lag in Slack, by three seconds and more (FACT-GROUP-29). */
  groups: 1.3,
  /** What filters and lists find. */
  lists: 1,
  /** What filters and lists do not find any more. */
  unlisted: 1,
  /** Deletion takes effect with a delay (FACT-DELETE-13). */
  deletions: 1,
  /** Photos are processed after the response (FACT-USER-69). */
  photos: 1,
  users: 1,
  /** With times in whole seconds, only a change in a later second is visible. */
  times: 1.2,
  /** That lists do not change between two requests, because of other checks. */
  stillness: 1 / 3,
} as const;

type Kind = keyof typeof kinds;

/** Something that a check awaits after a request, because a provider may show it with a delay. */
interface EffectKind {
  kind: Kind;
  /** It may have been visible before the request, so that it says nothing about delays. */
  mayHoldBefore?: true;
}

/** Every effect that checks await. */
const effects = {
  "a new group shows its members": { kind: "groups" },
  "a group shows what a PUT changed": { kind: "groups" },
  "a group shows the members that prepare a check": { kind: "groups", mayHoldBefore: true },
  "a group shows what a PATCH changed": { kind: "groups", mayHoldBefore: true },
  "a group is the same in both versions": { kind: "groups", mayHoldBefore: true },
  "a new member lists the group": { kind: "groups" },
  "a former member does not list the group": { kind: "groups" },
  "a group and its member agree": { kind: "groups", mayHoldBefore: true },
  "a group shows the changes of a sequence": { kind: "groups", mayHoldBefore: true },
  "a user shows the groups of a sequence": { kind: "groups", mayHoldBefore: true },
  "the groups of a user are the same in both versions": { kind: "groups", mayHoldBefore: true },
  "the same changes show in both versions": { kind: "groups", mayHoldBefore: true },
  "a filter finds a new user": { kind: "lists" },
  "a filter finds a new group": { kind: "lists" },
  "a list contains the new users": { kind: "lists" },
  "a list contains any user": { kind: "lists", mayHoldBefore: true },
  "a filter does not find a deleted user": { kind: "unlisted" },
  "a filter does not find a deleted group": { kind: "unlisted" },
  "a DELETE deactivates or removes a user": { kind: "deletions" },
  "a DELETE removes a group": { kind: "deletions" },
  "a user has a new photo": { kind: "photos" },
  "an update deactivates a user": { kind: "users" },
  "an update reactivates a user": { kind: "users" },
  "a text changes active": { kind: "users", mayHoldBefore: true },
  "a change moves lastModified": { kind: "times" },
  "pages of a list follow each other": { kind: "stillness", mayHoldBefore: true },
} as const satisfies Readonly<Record<string, EffectKind>>;

export type Effect = keyof typeof effects;

/** An effect, with how much longer than usual a run waits for the first of its kind. */
export function kindOf(effect: Effect): EffectKind & { patience: number } {
  const { kind } = effects[effect];
  return { ...effects[effect], patience: kinds[kind] };
}
