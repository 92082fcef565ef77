import type { ListPage, Outcome } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { clause, inf } from "../clause.ts";
import { at } from "../json.ts";
import { needsFilter } from "../provider/declined.ts";
import type { Requirement } from "../requirement.ts";
import { Skip } from "../run/stop.ts";
import { minimalUser } from "../users/samples.ts";
import { withValues } from "../with-values.ts";
import { compare, found, people } from "./people.ts";

/** Attributes that every resource has or only the provider sets: they have no default. */
const common = ["schemas", "id", "meta", "externalId", "groups"];

/** How values are prepared before a filter compares them: RFC 7644 §3.4.2.2, §5, §7.8. */
export const preparation: readonly Requirement[] = [
  {
    title: "filters match default values that the provider assigned",
    area: "filters",
    safety: "write",
    needs: ["filter"],
    versions: {
      "2.0": clause(
        "SCIM20-7644-3.4.2.2-22",
        inf("FACT-FILTER-27", { status: 400 }, "filters on few attributes"),
      ),
    },
    expect: { status: 200, found: true },
    check: async (t) => {
      const { id, sent } = await minimalUser(t);
      const { json } = await t.users.get(id);
      const given = Object.entries(Object(json)).find(
        ([name, value]) =>
          !common.includes(name) &&
          !(name in sent) &&
          (typeof value === "boolean" || (typeof value === "string" && value !== "")),
      );
      if (given === undefined)
        throw new Skip("not-applicable", "the provider assigned no default value");
      const [name, value] = given;
      const filter = `userName eq ${JSON.stringify(at(json, "userName"))} and ${name} eq ${JSON.stringify(value)}`;
      const includes = (answer: Outcome<ListPage<NeutralUser>>) =>
        answer.resource?.resources.some((user) => user.id === id) ?? false;
      const answer = await t.poll(
        "a filter finds a new user",
        () => t.users.list({ filter }),
        (list) => list.status >= 400 || includes(list),
      );
      needsFilter(t, filter, answer);
      return {
        status: answer.status,
        found: withValues(includes(answer), { [name]: value }, answer),
        attribute: name,
      };
    },
  },
  {
    title: "a userName in full-width characters is equivalent",
    area: "filters",
    safety: "write",
    needs: ["filter"],
    versions: {
      "2.0": clause(
        "SCIM20-7644-5-01",
        inf(
          "FACT-USER-13",
          {},
          "allows few characters in names, and is not known to normalise them",
        ),
      ),
    },
    expect: { found: ["a"] },
    check: async (t) => {
      const { name } = await people(t);
      const wide = name.a.replace(/[!-~]/g, (letter) =>
        String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
      );
      return { found: await found(t, compare("userName", "eq", wide)) };
    },
  },
  {
    title: "filters match values regardless of Unicode normalization form",
    area: "filters",
    safety: "write",
    needs: ["filter"],
    versions: { "2.0": clause("SCIM20-7644-7-03", inf("FACT-FILTER-33")) },
    expect: { found: true },
    check: async (t) => {
      const familyName = "Zoë Ñandú".normalize("NFC");
      const found = await t.fixtures.leaseFor([], async ({ id, sent }) => {
        await t.users.replace(id, { ...sent, name: { givenName: "Ada", familyName } });
        const isFound = async (value: string) => {
          const filter = `userName eq ${JSON.stringify(sent.userName)} and name.familyName eq ${JSON.stringify(value)}`;
          const { resource } = await t.users.list({ filter });
          return resource?.resources.some((user) => user.id === id) ?? false;
        };
        if (!(await isFound(familyName))) return undefined;
        return isFound(familyName.normalize("NFD"));
      });
      if (found === undefined)
        throw new Skip("not-applicable", "the provider does not filter on family names");
      return { found: withValues(found, { "family name, composed": familyName }) };
    },
  },
];
