import type { Probe } from "../probe.ts";
import type { CheckContext } from "../run/check-context.ts";
import { afterPatch, userAt } from "./forms.ts";

const scimJson = "application/scim+json";

const readGiven = (t: CheckContext) =>
  t.once("read of the given user", async () => t.users.read((await t.givenUser()).id));
const typeIn = (headers: Readonly<Record<string, string>>): string =>
  headers["content-type"]?.split(";", 1)[0]?.trim() ?? "none";

/** Media types and methods: part (b) of the catalogue. */
export const mediaProbes: readonly Probe[] = [
  {
    id: "DIFF-MEDIA-01",
    safety: "write",
    observe: async (t) => {
      const options = { headers: { "content-type": scimJson } };
      const user = await afterPatch(
        t,
        () => [{ kind: "set", path: "title", value: "Changed" }],
        {},
        options,
      );
      return {
        answered: typeIn((await readGiven(t)).headers),
        sentAsScimJson: user.title === "Changed" ? "accepted" : "refused",
      };
    },
  },
  {
    id: "DIFF-MEDIA-02",
    safety: "read",
    observe: async (t) => {
      const { id } = await t.givenUser();
      const { headers } = await t.users.read(id, { headers: { accept: "application/xml" } });
      return { xml: typeIn(headers).includes("xml") };
    },
  },
  {
    id: "DIFF-MEDIA-03",
    safety: "read",
    observe: async (t) => {
      const { id } = await t.givenUser();
      const suffix = t.version === "1.1" ? "json" : "scim";
      const { status } = await t.users.read(`${id}.${suffix}`);
      return { suffix: status < 300 ? "served" : status < 500 ? "refused" : "fails" };
    },
  },
  {
    id: "DIFF-OVERRIDE-01",
    safety: "write",
    observe: (t) =>
      t.fixtures.leaseUser(async ({ id }) => {
        await t.users.patch(id, [{ kind: "set", path: "title", value: "Changed" }], {
          method: "POST",
          headers: { "x-http-method-override": "PATCH" },
        });
        return { override: (await userAt(t, id)).title === "Changed" ? "works" : "no effect" };
      }),
  },
];
