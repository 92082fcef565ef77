import type { Outcome } from "../../client/index.ts";
import { asJson, at, items } from "../json.ts";
import type { Probe } from "../probe.ts";
import type { CheckContext } from "../run/check-context.ts";

const config = (t: CheckContext) =>
  t.once("provider configuration", () => t.client.serviceProviderConfig());
const otherSpelling = (t: CheckContext) =>
  t.once("provider configuration, other spelling", () =>
    t.client.serviceProviderConfigOtherSpelling(),
  );
/** The configuration at the plural, which is 1.1's path and answers in both versions (facts §2). */
const plural = (t: CheckContext) => (t.version === "1.1" ? config(t) : otherSpelling(t));

const isServed = ({ status }: Outcome<unknown>): boolean => status < 300;

/** Which members a configuration has that only one of the standards knows. */
function shape(json: unknown) {
  const has = (name: string) => at(json, name) !== undefined;
  const scheme = at(json, "authenticationSchemes", 0);
  return {
    schemas: has("schemas"),
    xmlDataFormat: has("xmlDataFormat"),
    documentationUri: has("documentationUri"),
    specUrl: at(scheme, "specUrl") !== undefined,
    specUri: at(scheme, "specUri") !== undefined,
  };
}

/** `1.1`, `2.0` or `other`: whose characteristics the attributes of a schema document have. */
function characteristics(json: unknown): string {
  const attribute = at(json, "attributes", 0);
  if (at(attribute, "mutability") !== undefined) return "2.0";
  return at(attribute, "readOnly") !== undefined ? "1.1" : "other";
}

const userSchema = (t: CheckContext) => t.once("schema of users", () => t.client.schema("User"));

const supports = (json: unknown, feature: string) => asJson(at(json, feature, "supported"));

/** Discovery: parts (b), (c) and (d) of the catalogue, and the control. */
export const discoveryProbes: readonly Probe[] = [
  {
    id: "DIFF-URL-02",
    safety: "read",
    observe: async (t) => {
      const [own, other] = [isServed(await config(t)), isServed(await otherSpelling(t))];
      return t.version === "1.1"
        ? { plural: own, singular: other }
        : { plural: other, singular: own };
    },
  },
  {
    id: "DIFF-SCH-01",
    safety: "read",
    observe: async (t) => {
      const list = await t.client.schemas();
      return { listed: isServed(list) && items(at(list.json, "Resources")).length > 0 };
    },
  },
  {
    id: "DIFF-SCH-02",
    safety: "read",
    observe: async (t) => ({ characteristics: characteristics((await userSchema(t)).json) }),
  },
  {
    id: "DIFF-SCH-03",
    safety: "read",
    observe: async (t) => ({ id: asJson(at((await userSchema(t)).json, "id")) }),
  },
  {
    id: "DIFF-SPC-01",
    safety: "read",
    observe: async (t) => {
      const { xmlDataFormat, specUrl, specUri } = shape((await config(t)).json);
      return { xmlDataFormat, specUrl, specUri };
    },
  },
  {
    id: "DIFF-SPC-02",
    safety: "read",
    observe: async (t) => shape((await plural(t)).json),
  },
  {
    id: "DIFF-SPC-03",
    safety: "read",
    observe: async (t) => {
      const { id } = await t.givenUser();
      const { resource } = await t.users.read(id);
      const filter = `userName eq "${resource?.userName}"`;
      const answer = await t.users.search({ filter, count: 2 });
      const ids = (answer.resource?.resources ?? []).map((user) => user.id);
      return {
        flag: supports((await config(t)).json, "filter"),
        works: ids.length === 1 && ids[0] === id,
      };
    },
  },
  {
    id: "DIFF-AUTH-03",
    safety: "read",
    observe: async (t) => {
      const options = { token: { value: "not-a-token" } };
      // At the plural, as it was observed.
      const { status } = await (t.version === "1.1"
        ? t.client.serviceProviderConfig(options)
        : t.client.serviceProviderConfigOtherSpelling(options));
      return { status };
    },
  },
  {
    id: "DIFF-RT-02",
    safety: "read",
    observe: async (t) => {
      const answer = await t.client.resourceTypes();
      const counters = ["totalResults", "itemsPerPage", "startIndex"];
      return {
        offered: isServed(answer),
        counters: counters.filter((name) => at(answer.json, name) !== undefined),
      };
    },
  },
  {
    id: "DIFF-SEARCH-01",
    safety: "write",
    observe: async (t) => ({ offered: isServed(await t.users.searchByPost({ count: 1 })) }),
  },
  {
    id: "DIFF-ME-01",
    safety: "read",
    observe: async (t) => ({ offered: isServed(await t.client.optional("me")) }),
  },
  {
    id: "DIFF-VERS-01",
    safety: "read",
    observe: async (t) => ({
      unknownVersion: isServed(await t.client.usersUnderVersion("v3")) ? "served" : "refused",
      noVersion: isServed(await t.client.usersUnderVersion(undefined)) ? "served" : "refused",
    }),
  },
  {
    id: "DIFF-DISC-01",
    safety: "read",
    observe: async (t) => {
      const query = { filter: 'name eq "User"' };
      const { status } = await t.client.schema("User", { query });
      return { filter: status < 300 ? "ignored" : status < 500 ? "refused" : "fails" };
    },
  },
  {
    id: "SAME-12",
    safety: "read",
    observe: async (t) => {
      const { json } = await config(t);
      const features = ["patch", "bulk", "sort", "etag", "changePassword"];
      return Object.fromEntries(features.map((name) => [name, supports(json, name)]));
    },
  },
];
