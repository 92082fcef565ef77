import type {
  NeutralAddress,
  NeutralUser,
  PatchEntry,
  PatchIntent,
} from "../../../schemas/index.ts";
import { oneOf } from "../../expectation.ts";
import { valuesOf } from "../../patch/patching.ts";
import { picture } from "../../users/picture.ts";
import { type Difference, sameInBoth } from "../difference.ts";
import { inOwnForm } from "../probing/forms.ts";
import { afterPatch, shown, userChangeInForms } from "../probing/user-changes.ts";

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

const town = ({ addresses }: NeutralUser): string =>
  shown(addresses, "addresses").find(({ locality }) => locality)?.locality ?? "";

const engineer = (): Partial<NeutralUser> => ({ roles: [{ value: "Engineer", primary: true }] });

const roles = (user: NeutralUser) => valuesOf(shown(user.roles, "roles"));

const inShelbyville: PatchIntent = {
  kind: "add",
  path: "addresses",
  values: [{ ...springfield, locality: "Shelbyville" }],
};

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
    clientMustChange: "Translate the change into an operation.",
    expect: inOwnForm,
    safety: "write",
    observe: (t) =>
      userChangeInForms(t, {
        state: inSpringfield,
        intents: (_user, form) =>
          form === "1.1"
            ? [{ kind: "remove", path: "addresses", match: springfield }, inShelbyville]
            : [inShelbyville],
        done: (after) => town(after) === "Shelbyville",
      }),
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
    clientMustChange: "Send the remove operation; no field has to match.",
    expect: {
      "1.1": { ...inOwnForm["1.1"], withWrongField: "stays" },
      "2.0": { ...inOwnForm["2.0"], withWrongField: "goes" },
    },
    safety: "write",
    observe: async (t) => {
      const removal = (match: PatchEntry): PatchIntent[] => [
        { kind: "remove", path: "addresses", match },
      ];
      const forms = await userChangeInForms(t, {
        state: inSpringfield,
        intents: () => removal(springfield),
        done: (after) => town(after) === "",
      });
      const wrong = { ...springfield, postalCode: "00000" };
      const after = await afterPatch(t, () => removal(wrong), inSpringfield());
      return { ...forms, withWrongField: town(after) === "" ? "goes" : "stays" };
    },
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
    clientMustChange: "Send the remove operation.",
    expect: {
      "1.1": { ...inOwnForm["1.1"], ofAnotherValue: "stays" },
      "2.0": { ...inOwnForm["2.0"], ofAnotherValue: oneOf("stays", "goes") },
    },
    safety: "write",
    observe: async (t) => {
      const byValue = (value: string): PatchIntent => ({
        kind: "remove",
        path: "roles",
        match: { value },
      });
      const forms = await userChangeInForms(t, {
        state: engineer,
        intents: (_user, form) =>
          form === "1.1" ? [byValue("Engineer")] : [{ kind: "clear", path: "roles" }],
        done: (after) => roles(after).length === 0,
      });
      const after = await afterPatch(t, () => [byValue("Analyst")], engineer());
      return { ...forms, ofAnotherValue: roles(after).length === 0 ? "goes" : "stays" };
    },
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
    clientMustChange: "Poll in both versions: the response still shows the old photo.",
    ...sameInBoth({ photo: "changes" }),
    safety: "write",
    observe: (t) =>
      t.fixtures.leaseUser(async ({ id }) => {
        const photo = async () => (await t.users.read(id)).resource?.photos?.[0]?.value;
        const before = await photo();
        await t.users.patch(id, [
          // Another photo than those that other checks set.
          { kind: "add", path: "photos", values: [{ value: picture(0xa0), primary: true }] },
        ]);
        const after = await t.poll(photo, (value) => value !== before);
        return { photo: after === before ? "stays" : "changes" };
      }),
  },
];
