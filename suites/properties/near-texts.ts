import type { NeutralAddress, NeutralUser } from "../../schemas/index.ts";
import type { Json } from "../expectation.ts";

/**
 * Texts that come back changed where a provider collapses spaces, loses accents, changes case, normalizes
 * letters, escapes characters, or cuts: two spaces between words, letters of several languages and
 * cases, `&` and an apostrophe, and as many characters as directories send. No text begins or ends with a
 * space, has a decomposed letter, an emoji, or a control character: what Slack makes of those is not known.
 */

/** A text of an exact length that ends in letters of both cases. */
const ofLength = (length: number, start: string) => start.padEnd(length, "aB").slice(0, length);

/** A free text, for which no limit is documented. */
const free = (length: number, word: string) =>
  ofLength(length, `Größe's  ${word} & Nº 5, éA Čapek `);

/**
 * A displayName of 80 characters (FACT-USER-21) of letters and spaces (FACT-USER-23), after a name of the
 * run: it is not known of version 2.0 whether two users may have the same.
 */
export const nearDisplayName = (name: string) => ofLength(80, `${name} Zoë  McIntyre Ñandú Größe `);

const address: NeutralAddress = {
  streetAddress: free(64, "12b"),
  locality: free(40, "São Paulo"),
  region: free(40, "Île"),
  postalCode: "01a  2Bc",
  country: free(30, "Côte"),
};

/** What a POST, a PUT and a PATCH can set, apart from the names and addresses of one user. */
export const nearTexts = {
  title: free(100, "R"),
  userType: free(64, "Type"),
  preferredLanguage: "zh-Hant-TW",
  locale: "pt_BR",
  timezone: "America/Argentina/Buenos_Aires",
  name: {
    givenName: ofLength(40, "Zoë  Anne-Marie d'Été Nº "),
    familyName: ofLength(40, "O'Neil  & von Größe-Čapek "),
    honorificPrefix: "Prof.  Dr. aB",
  },
  enterprise: {
    employeeNumber: "00042-aB",
    costCenter: free(64, "Cost"),
    organization: free(64, "Organization"),
    division: free(64, "Division"),
    department: free(64, "Department"),
  },
  addresses: [{ ...address, primary: true }],
  roles: [{ value: free(64, "Role"), primary: true }],
  phoneNumbers: [
    { value: "+1 (415) 555-0123", primary: true },
    { value: "0049 30.555-0124", primary: false },
  ],
} satisfies NeutralUser;

/** A link with capitals and an escape, which only a POST can set. */
export const nearProfileUrl = "https://example.com/People/Zoe_M.?Tab=A%2Fb&x=Y#Top";

/** A userName of 21 characters (FACT-USER-11) with every mark that Slack keeps (FACT-USER-12). */
export const nearUserName = (name: string) => `${name}._-`.padEnd(21, "a1").slice(0, 21);

/** A name of a group, unique by the name of the run that it begins with. */
export const nearGroupName = (name: string) => ofLength(64, `${name}  Größe & R'D Éa Nº 5 `);

/** The local part of an address with marks. */
export const nearLocalPart = (name: string) => `${name}.a_b-c+d`;

const addressParts = ["streetAddress", "locality", "region", "postalCode", "country"] as const;
const singular = [
  "userName",
  "displayName",
  "title",
  "userType",
  "preferredLanguage",
  "locale",
  "timezone",
  "profileUrl",
] as const;

/** The texts of a user by the names of their attributes, long ones and the entries of lists too. */
function textsOf(user: NeutralUser): Map<string, string> {
  const texts = new Map<string, string>();
  const take = (name: string, value: unknown) => {
    if (typeof value === "string" && value !== "") texts.set(name, value);
  };
  for (const name of singular) take(name, user[name]);
  for (const block of ["name", "enterprise"] as const) {
    for (const [part, value] of Object.entries(user[block] ?? {})) take(`${block}.${part}`, value);
  }
  for (const part of addressParts) take(`addresses.${part}`, user.addresses?.[0]?.[part]);
  take("roles", user.roles?.[0]?.value);
  // Where the numbers and the addresses are found has its own rules.
  for (const name of ["phoneNumbers", "emails"] as const) {
    const values = (user[name] ?? []).flatMap(({ value }) => (value ? [value] : []));
    if (values.length > 0) take(name, values.sort().join("; "));
  }
  return texts;
}

/**
 * The texts that came back otherwise than they were sent. A text that did not come back at all, or
 * is still the former one, has its own rules.
 */
export function altered(sent: NeutralUser, came: NeutralUser, former: NeutralUser = {}): Json[] {
  const returned = textsOf(came);
  const before = textsOf(former);
  return [...textsOf(sent)].flatMap(([attribute, text]) => {
    const seen = returned.get(attribute);
    const isAltered = seen !== undefined && seen !== text && seen !== before.get(attribute);
    return isAltered ? [{ attribute, sent: text, returned: seen }] : [];
  });
}
