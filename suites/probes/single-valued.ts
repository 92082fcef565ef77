import type { NeutralAddress, NeutralUser, PatchEntry, PatchIntent } from "../../schemas/index.ts";
import { valuesOf } from "../patch/patching.ts";
import type { Probe } from "../probe.ts";
import { picture } from "../users/picture.ts";
import { afterPatch, shown, userAt, userChangeInForms } from "./forms.ts";
import { createdAs, oddlyNamed } from "./odd-names.ts";

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

/** Addresses, roles, photos and names: parts (b) and (d) of the catalogue. */
export const singleValuedProbes: readonly Probe[] = [
  {
    id: "DIFF-ADDR-01",
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
    id: "DIFF-PATCH-09",
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
    id: "DIFF-ROLE-01",
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
    safety: "write",
    observe: (t) =>
      t.fixtures.leaseUser(async ({ id }) => {
        const photo = async () => (await t.users.read(id)).resource?.photos?.[0]?.value;
        const before = await photo();
        await t.users.patch(id, [
          // Not the photo that other checks give to users that are lent out.
          { kind: "add", path: "photos", values: [{ value: picture(0xa0), primary: true }] },
        ]);
        const after = await t.poll(photo, (value) => value !== before);
        return { photo: after === before ? "stays" : "changes" };
      }),
  },
  {
    id: "DIFF-NAME-01",
    safety: "write",
    observe: async (t) => {
      const name = { givenName: "Ada", familyName: "Lovelace", honorificPrefix: "Dr." };
      const cleared = async (path: string) =>
        (await afterPatch(t, () => [{ kind: "clear", path }], { name })).name;
      const part = await cleared("name.honorificPrefix");
      const whole = await cleared("name");
      const left = Object.keys(name).filter((key) => whole?.[key as keyof typeof name]);
      const kept = part?.givenName === name.givenName && part.familyName === name.familyName;
      return {
        honorificPrefix: !part?.honorificPrefix && kept ? "cleared" : "otherwise",
        wholeName: ["cleared", "partly cleared", "partly cleared", "no effect"][left.length],
      };
    },
  },
  {
    id: "DIFF-NAME-02",
    safety: "write",
    observe: (t) =>
      userChangeInForms(t, {
        intents: () => [{ kind: "set", path: "name.givenName", value: "Augusta" }],
        done: ({ name }) => name?.givenName === "Augusta" && name.familyName === "Lovelace",
      }),
  },
  {
    id: "DIFF-USER-01",
    safety: "write",
    observe: async (t) => {
      const long = await createdAs(t, t.names.next().padEnd(22, "x"));
      const odd = await oddlyNamed(t);
      return {
        tooLong: outcomeOf(long),
        specials: odd.stored === odd.sent.replace(/[ !]/g, "_") ? "become _" : outcomeOf(odd),
      };
    },
  },
  {
    id: "DIFF-USER-02",
    safety: "write",
    observe: async (t) => {
      const { title } = await afterPatch(t, () => [{ kind: "set", path: "title", value: " " }]);
      return { oneSpace: !title ? "clears" : title === " " ? "is stored" : "no effect" };
    },
  },
  {
    id: "DIFF-USER-03",
    safety: "write",
    observe: (t) =>
      t.fixtures.leaseUser(async ({ id }) => {
        const before = await userAt(t, id);
        const set = (path: string, value: string) =>
          t.users.patch(id, [{ kind: "set", path, value }]);
        const password = await set("password", `Pw-${t.names.next()}-9!`);
        await set("externalId", "an-id-of-our-own");
        await set("profileUrl", "https://example.com/ada");
        const after = await userAt(t, id);
        const stays = (name: "externalId" | "profileUrl") =>
          (after[name] ?? "") === (before[name] ?? "") ? "stays" : "changes";
        return {
          password: password.status >= 400 ? "refused" : "accepted",
          externalId: stays("externalId"),
          profileUrl: stays("profileUrl"),
        };
      }),
  },
  {
    id: "DIFF-USER-04",
    safety: "write",
    observe: async (t) => {
      const after = (intent: PatchIntent) =>
        t.fixtures.leaseUser(async (user) => {
          await t.users.patch(user.id, [intent]);
          const { userName } = await userAt(t, user.id);
          return userName === user.sent.userName ? "stays" : "changes";
        });
      return {
        emptyUserName: await after({ kind: "set", path: "userName", value: "" }),
        emptyNickName: await after({ kind: "set", path: "nickName", value: "" }),
        removed: await after({ kind: "clear", path: "userName" }),
      };
    },
  },
];

/** What became of a userName: `refused`, `kept` or `changed`. */
function outcomeOf({ sent, stored }: { sent: string; stored: string | undefined }): string {
  if (stored === undefined) return "refused";
  return stored === sent ? "kept" : "changed";
}
