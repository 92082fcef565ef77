import type { NeutralUser } from "../../schemas/index.ts";
import type { CheckContext } from "../run/check-context.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { blocked } from "../run/stop.ts";
import { picture } from "./picture.ts";

const photoOf = (user: NeutralUser | undefined) => user?.photos?.[0]?.value;

const patched = (t: CheckContext) =>
  t.once("PATCH of photos", () =>
    t.fixtures.leaseFor([], async ({ id }) => {
      const photo = async () => photoOf((await t.users.get(id)).resource);
      const first = await t.users.get(id);
      if (!first.resource) throw blocked(`reading the user returned ${describeAnswer(first)}`);
      const before = photoOf(first.resource);
      // The user may have a photo of a try before that failed: the same one would change nothing.
      const values = [{ value: picture(t.names.next()), type: "photo", primary: true }];
      const patch = await t.users.patch(id, [{ kind: "add", path: "photos", values }]);
      const afterwards = patch.status >= 400 ? before : await awaited(t, photo, before);
      return { before, patch, atOnce: photoOf(patch.resource), afterwards };
    }),
  );

type Photo = ReturnType<typeof photoOf>;

const awaited = (t: CheckContext, photo: () => Promise<Photo>, before: Photo) =>
  t.poll("a user has a new photo", photo, (seen) => seen !== before);

/** A PATCH that gives a user a new photo, for several rules and a probe; Slack shows it later (FACT-USER-69). */
export async function newPhoto(t: CheckContext) {
  const seen = await patched(t);
  const { before, patch, afterwards } = seen;
  // Whoever shares the PATCH misses the photo as the first one did, and rests on that one.
  if (patch.status < 400 && afterwards === before) await awaited(t, async () => before, before);
  return seen;
}
