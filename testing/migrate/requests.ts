import fc from "fast-check";
import type { NeutralUser } from "../../schemas/index.ts";

/** Users beside the seeded ones, whom generated requests change. */
export const people: readonly NeutralUser[] = [
  {
    id: "W1",
    userName: "ada",
    displayName: "Ada",
    title: "Lead",
    userType: "staff",
    preferredLanguage: "en",
    locale: "en-US",
    timezone: "Europe/Berlin",
    name: { givenName: "Ada", familyName: "King", honorificPrefix: "Dr" },
    emails: [
      { value: "ada@people.example", primary: true },
      { value: "ada@home.example", primary: false },
    ],
    phoneNumbers: [
      { value: "555-0101", primary: true },
      { value: "555-0102", type: "work" },
    ],
    addresses: [
      {
        streetAddress: "1 Main St",
        locality: "Town",
        region: "CA",
        postalCode: "1",
        country: "USA",
      },
    ],
    roles: [{ value: "Analyst" }],
    enterprise: { department: "Sales", costCenter: "77", managerId: "W2" },
    profile: { startDate: "2024-04-10T00:00:00Z" },
  },
  {
    id: "W2",
    userName: "bee",
    emails: [{ value: "bee@people.example" }],
    name: { givenName: "Bee" },
  },
  {
    id: "W3",
    userName: "cee",
    emails: [{ value: "cee@people.example" }],
    guest: { type: "multi", expiration: "2027-01-01T00:00:00Z" },
  },
  { id: "W4", userName: "dee", emails: [{ value: "dee@people.example" }], active: false },
];

const core = "urn:scim:schemas:core:1.0";
const enterprise = "urn:scim:schemas:extension:enterprise:1.0";
const guest = "urn:scim:schemas:extension:slack:guest:1.0";
const profile = "urn:scim:schemas:extension:slack:profile:1.0";

const one = fc.constantFrom;
const text = fc.oneof(
  { weight: 4, arbitrary: one("Lead", "x", "Zoë [1]", 'a "b" \\ c') },
  one(" ", "", "  x  ", "ümlaut", "a]b", "(x)"),
);
/** Nearly always texts; seldom what a client sends by mistake. */
const sloppy = fc.oneof({ weight: 12, arbitrary: text }, one(null, 5, true, {}, []));
const flag = one<unknown>(true, false, "true", "False", undefined);

/** An object of some of the given members. */
const some = (members: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(members, { requiredKeys: [] }).map(defined);

const defined = (value: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));

const operation = one(undefined, undefined, "delete", "Delete");
const entry = (values: readonly unknown[], more: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.oneof(
    {
      weight: 10,
      arbitrary: fc.record({ value: one(...values), operation, ...more }).map(defined),
    },
    one(...values),
    fc.record({ value: one(...values, null), type: one("work", "mobile", null) }),
  );
const list = (item: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.array(item, { maxLength: 3 }) },
    item,
    one<unknown>(null, 7),
  );

const types = one(undefined, "work", "home", "mobile");
const emails = list(
  entry(["ada@people.example", "ADA@home.example", "new@people.example", "other@people.example"], {
    primary: flag,
    type: types,
  }),
);
const phones = list(
  entry(["555-0101", "555-0102", "555-0103", "555 [x]"], { primary: flag, type: types }),
);
const roles = list(entry(["Analyst", "Chief"], { primary: flag }));
const address = some({
  streetAddress: one("1 Main St", "2 Side St", null),
  locality: one("Town", "City"),
  region: one("CA"),
  postalCode: one("1"),
  country: one("USA"),
  operation,
  primary: flag,
});
const name = fc.oneof(
  {
    weight: 8,
    arbitrary: some({
      givenName: sloppy,
      familyName: sloppy,
      honorificPrefix: sloppy,
      middleName: text,
    }),
  },
  one<unknown>(null, "Ada King"),
);
const manager = one<unknown>(
  { managerId: "W2" },
  { managerId: "bee" },
  { managerId: null },
  {},
  { value: "W2" },
  "W2",
);
const blocks = {
  [enterprise]: fc.oneof(
    {
      weight: 8,
      arbitrary: some({ department: sloppy, costCenter: text, division: text, manager }),
    },
    one<unknown>(null, "x"),
  ),
  [guest]: some({
    type: one("multi"),
    expiration: one("2027-06-01T00:00:00Z", null),
    channels: one([{ value: "C1" }]),
  }),
  [profile]: some({ startDate: one("2025-01-01T00:00:00Z", "2025-01-01T00:00:00+0100", null) }),
};
const schemas = fc.oneof(
  {
    weight: 10,
    arbitrary: one<unknown>([core], [core, enterprise, guest, profile], [core, enterprise]),
  },
  one<unknown>([[core, enterprise], [core]], core, [], undefined, ["urn:scim:schemas:core:2.0"]),
);
const attributes = {
  userName: one("ada", "ada.two", "bee", " "),
  nickName: one("ada", "ada.two"),
  displayName: sloppy,
  title: sloppy,
  userType: sloppy,
  preferredLanguage: text,
  locale: sloppy,
  timezone: one("Europe/Paris", " ", ""),
  active: one<unknown>(true, false, "False", "true", 1, null),
  name,
  emails,
  phoneNumbers: phones,
  roles,
  addresses: list(address),
  photos: list(entry(["https://people.example/a.png"])),
  groups: one<unknown>([], [{ value: "S1" }], null),
  externalId: one("", "7"),
  id: one("W1"),
  shoeSize: one(44),
  TITLE: text,
  ...blocks,
};
const removable = one(
  ...["title", "displayName", "locale", "timezone", "emails", "phoneNumbers", "roles", "addresses"],
  ...["name", "name.givenName", "name.honorificPrefix", "addresses.locality", "photos", "active"],
  ...["userName", "shoeSize", "externalId", "Title", `${core}.title`, `${core}:userType`],
  ...[enterprise, `${enterprise}.department`, `${enterprise}:costCenter`, `${enterprise}.manager`],
  ...[
    `${enterprise}.manager.managerId`,
    guest,
    `${guest}.expiration`,
    profile,
    `${profile}.startDate`,
  ],
);
const meta = fc
  .array(removable, { minLength: 1, maxLength: 3 })
  .map((names) => ({ attributes: names }));

/** A few members of a body: most generated bodies are small, so that one oddity does not hide another. */
const few = (members: Record<string, fc.Arbitrary<unknown>>, max: number) =>
  fc
    .uniqueArray(one(...Object.keys(members)), { minLength: 1, maxLength: max })
    .chain((names) =>
      fc.record(Object.fromEntries(names.map((each) => [each, members[each] ?? text]))),
    )
    .map(defined);

const withSchemas = (body: fc.Arbitrary<Record<string, unknown>>) =>
  fc
    .tuple(schemas, body)
    .map(([urns, rest]) => (urns === undefined ? rest : { schemas: urns, ...rest }));

const userPath = one("W1", "W2", "W3", "W4").map((id) => `/scim/v1/Users/${id}`);
const request = (
  method: string,
  path: fc.Arbitrary<string>,
  body: fc.Arbitrary<Record<string, unknown>>,
) => fc.record({ method: fc.constant(method), path, body });

const required = {
  userName: one("ada", "new.user"),
  emails: one<unknown>([{ value: "new@people.example", primary: true }]),
};
const member = entry(["W1", "W2", "W4"], { display: one(undefined, "ada") });
const members = list(member);
const { displayName: _, ...others } = attributes;

/** A request of 1.1 that writes, with the oddities that clients send. */
export const requestArbitrary = fc.oneof(
  {
    weight: 8,
    arbitrary: request("PATCH", userPath, withSchemas(few({ ...attributes, meta }, 4))),
  },
  {
    weight: 3,
    arbitrary: request(
      "PUT",
      userPath,
      withSchemas(
        fc
          .tuple(fc.record(required), few(attributes, 5))
          .map(([least, rest]) => ({ ...least, ...rest })),
      ),
    ),
  },
  {
    weight: 2,
    arbitrary: request(
      "POST",
      fc.constant("/scim/v1/Users"),
      withSchemas(
        fc
          .tuple(few(others, 4), fc.record(required))
          .map(([rest, least]) => ({ ...rest, ...least })),
      ),
    ),
  },
  {
    weight: 4,
    arbitrary: request(
      "PATCH",
      fc.constant("/scim/v1/Groups/{group}"),
      withSchemas(
        few(
          {
            displayName: one("Crew", " ", "Zoë"),
            members,
            meta: one({ attributes: ["members"] }, { attributes: ["displayName"] }),
            externalId: one("7"),
          },
          3,
        ),
      ),
    ),
  },
  {
    weight: 2,
    arbitrary: request(
      "PUT",
      fc.constant("/scim/v1/Groups/{group}"),
      withSchemas(
        few({ displayName: one("Crew"), members, id: one("S1") }, 3).map((rest) => ({
          displayName: "Crew",
          ...rest,
        })),
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: request(
      "POST",
      fc.constant("/scim/v1/Groups"),
      withSchemas(few({ displayName: one("Crew"), members }, 2)),
    ),
  },
  fc.record({ method: fc.constant("DELETE"), path: userPath }),
);
