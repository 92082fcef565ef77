import type {
  NeutralAddress,
  NeutralUser,
  PatchEntry,
  PatchIntent,
} from "../../../schemas/index.ts";
import { oneOf } from "../../expectation.ts";
import { valuesOf } from "../../patch/patching.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { newPhoto } from "../../users/new-photo.ts";
import { type Difference, sameInBoth } from "../difference.ts";
import { lesson, patchUser } from "../lesson.ts";
import { inForms } from "../probing/changes-in-forms.ts";
import { inOwnForm } from "../probing/forms.ts";
import type { Trial } from "../probing/trial.ts";
import { tried } from "../probing/trials.ts";
import { shown } from "../probing/user-changes.ts";

const springfield = {
  streetAddress: "1 Main St",
  locality: "Springfield",
  region: "OR",
  postalCode: "97477",
  country: "US",
} satisfies NeutralAddress & PatchEntry;

const inSpringfield = (): Partial<NeutralUser> => ({
  addresses: [{ ...springfield, primary: true }],
});

const engineer = (): Partial<NeutralUser> => ({ roles: [{ value: "Engineer", primary: true }] });

const inShelbyville: PatchIntent = {
  kind: "add",
  path: "addresses",
  values: [{ ...springfield, locality: "Shelbyville" }],
};

const removal = (match: PatchEntry): PatchIntent[] => [
  { kind: "remove", path: "addresses", match },
];

const addressMoved = inForms({
  key: "DIFF-PATCH-09",
  state: inSpringfield,
  touches: ["addresses"],
  intents: (_scene, form) =>
    form === "1.1"
      ? [{ kind: "remove", path: "addresses", match: springfield }, inShelbyville]
      : [inShelbyville],
  done: (after) => town(after) === "Shelbyville",
});

const addressRemoved = inForms({
  key: "DIFF-ADDR-01",
  state: inSpringfield,
  touches: ["addresses"],
  intents: () => removal(springfield),
  done: (after) => town(after) === "",
});

const addressWithWrongField = (t: CheckContext): Trial<string> => ({
  key: "DIFF-ADDR-01, with a wrong field",
  state: inSpringfield,
  touches: ["addresses"],
  intents: () => removal({ ...springfield, postalCode: "00000" }),
  see: (after) => (town(after) === "" ? "goes" : "stays"),
  usual: t.version === "1.1" ? "stays" : "goes",
});

const roleRemoved = inForms({
  key: "DIFF-ROLE-01",
  state: engineer,
  touches: ["roles"],
  intents: (_scene, form) =>
    form === "1.1" ? [roleByValue("Engineer")] : [{ kind: "clear", path: "roles" }],
  done: (after) => roles(after).length === 0,
});

const otherRole: Trial<string> = {
  key: "DIFF-ROLE-01, of another value",
  state: engineer,
  touches: ["roles"],
  intents: () => [roleByValue("Analyst")],
  see: (after) => (roles(after).length === 0 ? "goes" : "stays"),
  usual: "stays",
};

function roleByValue(value: string): PatchIntent {
  return { kind: "remove", path: "roles", match: { value } };
}

const town = ({ addresses }: NeutralUser): string =>
  shown(addresses, "addresses").find(({ locality }) => locality)?.locality ?? "";

const roles = (user: NeutralUser) => valuesOf(shown(user.roles, "roles"));

/** Addresses, roles and photos: one value each. */
export const addressesRolesPhotos: readonly Difference[] = [
  {
    id: "DIFF-PATCH-09",
    facts: ["FACT-PATCH-75", "FACT-PATCH-76"],
    area: "patch",
    topic: "patch",
    title: "changing part of a value",
    kind: "documented",
    impact: "breaking",
    v1: "The value is deleted and added again in one PATCH",
    v2: "A replace operation with a path in the RFC; in Slack an added address replaces the stored one",
    source: "SCIM 1.1 §3.3.2; RFC 7644 §3.5.2; Slack reference",
    clientMustChange:
      'Send the whole new address once, {"op": "add", "path": "addresses", "value": [{"streetAddress": "1 Main St", "locality": "Shelbyville", …}]}. Leave out the old address with "operation": "delete" that 1.1 puts before it: an added address replaces the stored one.',
    lesson: lesson(
      "If 2.0 changed the address by the 1.1 body as well, both forms work and you can change the client later; if this was not probed, read one test user after the change.",
      patchUser({
        "1.1": [{ kind: "remove", path: "addresses", match: springfield }, inShelbyville],
        "2.0": [inShelbyville],
      }),
    ),
    expect: inOwnForm,
    safety: "write",
    ...addressMoved,
  },
  {
    id: "DIFF-ADDR-01",
    facts: ["FACT-PATCH-76", "FACT-PATCH-77"],
    area: "patch",
    topic: "addresses",
    title: "removing the address",
    kind: "documented",
    impact: "breaking",
    v1: "All five fields must match the stored ones: with one wrong field the address stays",
    v2: "A remove operation at addresses, which needs no field",
    source: "Slack reference",
    clientMustChange:
      'Send {"op": "remove", "path": "addresses"} in place of the entry with all five fields and "operation": "delete". No field has to match any more: a wrong postalCode keeps the address in 1.1, not in 2.0.',
    lesson: lesson(
      "If 2.0 removed the address by the 1.1 body as well, both forms work and you can change the client later; if this was not probed, expect the address to stay.",
      patchUser([{ kind: "remove", path: "addresses", match: springfield }]),
    ),
    expect: {
      "1.1": { ...inOwnForm["1.1"], withWrongField: "stays" },
      "2.0": { ...inOwnForm["2.0"], withWrongField: "goes" },
    },
    safety: "write",
    trials: (t) => [...addressRemoved.trials(t), addressWithWrongField(t)],
    observe: async (t) => ({
      ...(await addressRemoved.observe(t)),
      withWrongField: await tried(t, addressWithWrongField(t)),
    }),
  },
  {
    id: "DIFF-ROLE-01",
    facts: ["FACT-PATCH-79"],
    area: "patch",
    topic: "roles",
    title: "removing the role",
    kind: "documented",
    impact: "breaking",
    v1: 'An entry {"value": …, "operation": "delete"}: with another value the role stays',
    v2: "A remove operation at roles, whatever the value",
    source: "Slack reference",
    clientMustChange:
      'Send {"op": "remove", "path": "roles"} in place of the entry {"value": "Engineer", "operation": "delete"}. Read the role first if only a certain one is to go: the operation removes whatever role is stored.',
    lesson: lesson(
      "If 2.0 removed the role by the 1.1 body as well, both forms work and you can change the client later; if this was not probed, expect the role to stay.",
      patchUser({
        "1.1": [{ kind: "remove", path: "roles", match: { value: "Engineer" } }],
        "2.0": [{ kind: "clear", path: "roles" }],
      }),
    ),
    expect: {
      "1.1": { ...inOwnForm["1.1"], ofAnotherValue: "stays" },
      "2.0": { ...inOwnForm["2.0"], ofAnotherValue: oneOf("stays", "goes") },
    },
    safety: "write",
    trials: (t) => [...roleRemoved.trials(t), otherRole],
    observe: async (t) => ({
      ...(await roleRemoved.observe(t)),
      ofAnotherValue: await tried(t, otherRole),
    }),
  },
  {
    id: "DIFF-PHOTO-01",
    facts: ["FACT-PATCH-73", "FACT-USER-69"],
    area: "patch",
    topic: "photos",
    title: "changing the photo",
    kind: "documented",
    impact: "silent",
    v1: "An entry of the array; the reference documents the delay",
    v2: "An add operation at photos; the delay is the same, and not documented",
    source: "Slack reference",
    clientMustChange:
      'Send {"op": "add", "path": "photos", "value": [{"value": "https://example.com/ada.png", "primary": true}]} in place of photos in the partial resource. Poll GET /Users/{id} until the photo changes: in both versions the response to the PATCH still shows the old one.',
    lesson: lesson(
      "If the photo did not change within the run, or this was not probed, wait longer before you call the change lost: Slack processes a photo after its response.",
      patchUser([
        {
          kind: "add",
          path: "photos",
          values: [{ value: "https://example.com/ada.png", primary: true }],
        },
      ]),
    ),
    ...sameInBoth({ photo: "changes" }),
    safety: "write",
    observe: async (t) => {
      const { before, afterwards } = await newPhoto(t);
      return { photo: afterwards === before ? "stays" : "changes" };
    },
  },
];
