import type { JsonObject } from "../../../schemas/json-value.ts";
import type { Fault } from "../fault.ts";
import { objectsIn, onUser, planter } from "../plant.ts";

const plant = planter("representation");

function onPhoto(change: (photo: JsonObject) => void) {
  return onUser((user) => objectsIn(user.photos).forEach(change));
}

const late = { v1: ["SLACK-USER-33"], v2: ["SLACK-USER-33"] };

/** Faults in photos. */
export const photoFaults: readonly Fault[] = [
  plant(
    "photo-type-unknown",
    "The type of a photo is not one of the specification",
    { v1: ["SCIM11-CS-3.1-05"], v2: ["SCIM20-7643-4.1.2-06"] },
    onPhoto((photo) => {
      photo.type = "avatar";
    }),
  ),
  plant(
    "photo-without-host",
    "The URL of a photo has no host",
    { v1: ["SCIM11-CS-6.2-05"], v2: ["SCIM20-7643-2.3-09"] },
    onPhoto((photo) => {
      photo.value = String(photo.value).replace(/^https?:\/\/[^/]+/, "");
    }),
  ),
  plant(
    "photo-is-a-page",
    "The URL of a photo is that of an HTML page",
    { v1: ["SCIM11-CS-6.2-04"], v2: ["SCIM20-7643-4.1.2-05"] },
    onPhoto((photo) => {
      photo.value = "https://example.com/avatars/show.php?size=192";
    }),
  ),
  plant("photo-at-once", "The response to the change already shows a new photo", late, {
    settings: { photoDelayMs: 0 },
  }),
  plant("photo-never-arrives", "A new photo is accepted and never shown", late, {
    // A day: longer than any run waits.
    settings: { photoDelayMs: 86_400_000 },
  }),
];
