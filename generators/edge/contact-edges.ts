import fc, { type Arbitrary } from "fast-check";
import type { NeutralValue } from "../../schemas/index.ts";
import { phraseArbitrary } from "../text.ts";
import { addressArbitrary } from "../user/addresses.ts";
import {
  type EmailConstraints,
  emailAddressArbitrary,
  emailAddressPairArbitrary,
} from "../user/emails.ts";
import { phoneForms, phoneNumbersArbitrary } from "../user/phone-numbers.ts";
import { photoValueArbitrary } from "../user/photos.ts";
import {
  accepted,
  converted,
  open,
  refused,
  type UserChangeOf,
  type UserEdge,
  withAttribute,
} from "./edge.ts";

type Marks = Omit<NeutralValue, "value" | "display">;

const primaries: readonly Marks[] = [{}, { primary: true }, { primary: false }];
const types: readonly Marks[] = [{}, { type: "work" }, { type: "home" }, { type: "other" }];
const marks: readonly Marks[] = primaries.flatMap((primary) =>
  types.map((type) => ({ ...primary, ...type })),
);

function described({ primary, type }: Marks): string {
  const flag = primary === undefined ? "" : primary ? "primary" : "not primary";
  return [flag, type ?? ""].filter(Boolean).join(" ") || "bare";
}

function changed(
  pair: Arbitrary<[string, string]>,
  entries: (first: string, second: string) => NeutralValue[],
): Arbitrary<UserChangeOf> {
  return pair.map(([first, second]) => withAttribute("emails", entries(first, second)));
}

/** Two addresses in each of the 144 combinations of primary (absent, true, false) and type (absent, work, home, other). */
function emailPairEdges(pair: Arbitrary<[string, string]>): UserEdge[] {
  const STORED = "two addresses are stored: the primary one, else the work one, else the first";
  return marks.flatMap((first) =>
    marks.map((second) => {
      const what = `${described(first)} + ${described(second)}`;
      const place = { attribute: "emails", edgeClass: "combination" as const, what };
      const change = changed(pair, (one, two) => [
        { value: one, ...first },
        { value: two, ...second },
      ]);
      return first.primary && second.primary
        ? open(
            place,
            "two primaries: RFC 7643 §2.4 forbids them, Slack does not document them",
            change,
          )
        : accepted(place, "DOC", STORED, change);
    }),
  );
}

function emailEdges(constraints: EmailConstraints): UserEdge[] {
  const attribute = "emails";
  const pair = emailAddressPairArbitrary(constraints);
  const single = emailAddressArbitrary(constraints);
  const character = (what: string) => ({ attribute, edgeClass: "character" as const, what });
  const combination = (what: string) => ({ attribute, edgeClass: "combination" as const, what });
  const only = (change: (address: string) => string) =>
    single.map((address) => withAttribute("emails", [{ value: change(address), primary: true }]));
  const MALFORMED = "malformed addresses are rejected";
  return [
    ...emailPairEdges(pair),
    ...marks.map((mark) =>
      accepted(
        combination(`alone, ${described(mark)}`),
        "DOC",
        "a lone address becomes the primary one",
        single.map((value) => withAttribute("emails", [{ value, ...mark }])),
      ),
    ),
    converted(
      combination("three addresses"),
      "DOC",
      "exactly two are stored",
      fc.uniqueArray(single, { minLength: 3, maxLength: 3 }).map((values) =>
        withAttribute(
          "emails",
          values.map((value) => ({ value })),
        ),
      ),
    ),
    open(
      combination("the same address twice"),
      "not documented",
      single.map((value) => withAttribute("emails", [{ value, primary: true }, { value }])),
    ),
    open(
      character("upper case"),
      "whether the letter case of an address is kept is not documented",
      only((address) => address.replace(/^[^@]+/, (local) => local.toUpperCase())),
    ),
    accepted(
      character("a plus sign"),
      "RFC",
      "a local part may contain + (RFC 5322 §3.4.1)",
      only((address) => address.replace("@", "+tag@")),
    ),
    ...(["no @", "no domain", "two @", "a space"] as const).map((what) =>
      refused(
        character(what),
        ["bad_email_address", "email_invalid", "emails_invalid"],
        "DOC",
        MALFORMED,
        only((address) => {
          if (what === "no @") return address.replace("@", ".");
          if (what === "no domain") return address.replace(/@.*/, "@");
          return what === "two @" ? address.replace("@", "@@") : address.replace("@", " @");
        }),
      ),
    ),
  ];
}

function phoneEdges(): UserEdge[] {
  return phoneForms.map((form) => {
    const place = {
      attribute: "phoneNumbers",
      edgeClass: "combination" as const,
      what: form.name,
    };
    const change = phoneNumbersArbitrary({ forms: [form] }).map((numbers) =>
      withAttribute("phoneNumbers", numbers),
    );
    return form.tag === "DOC"
      ? accepted(place, "DOC", `stored as ${form.slots.join(" and ")}`, change)
      : open(place, "whether primary or type wins is not documented", change);
  });
}

/** Multi-valued attributes of which Slack stores one value: the primary one, else the first (DOC). */
function oneOfManyEdges(constraints: EmailConstraints): UserEdge[] {
  const KEPT = "one is stored: the primary one, else the first";
  const role = phraseArbitrary(1);
  const photo = photoValueArbitrary(constraints.emailDomain);
  const address = addressArbitrary();
  const place = (attribute: string, what: string) => ({
    attribute,
    edgeClass: "combination" as const,
    what,
  });
  const two = { first: [{}, {}], second: [{}, { primary: true }] } as const;
  return (["first", "second"] as const).flatMap((kept) => {
    const what = kept === "first" ? "two, neither primary" : "two, the second primary";
    const [one, other] = two[kept];
    return [
      converted(
        place("roles", what),
        "DOC",
        KEPT,
        fc.tuple(role, role).map(([first, second]) =>
          withAttribute("roles", [
            { value: first, ...one },
            { value: `${second}b`, ...other },
          ]),
        ),
      ),
      converted(
        place("photos", what),
        "DOC",
        KEPT,
        fc.tuple(photo, photo).map(([first, second]) =>
          withAttribute("photos", [
            { value: first, ...one },
            { value: second, ...other },
          ]),
        ),
      ),
      converted(
        place("addresses", what),
        "DOC",
        KEPT,
        fc.tuple(address, address).map(([first, second]) =>
          withAttribute("addresses", [
            { ...first, ...one },
            { ...second, ...other },
          ]),
        ),
      ),
    ];
  });
}

/** Unusual addresses, telephone numbers, photos and roles. */
export function contactEdges(constraints: EmailConstraints): UserEdge[] {
  return [
    ...emailEdges(constraints),
    ...phoneEdges(),
    ...oneOfManyEdges(constraints),
    accepted(
      { attribute: "addresses", edgeClass: "combination", what: "partly filled" },
      "DOC",
      "each of the five parts may be unset",
      phraseArbitrary(1).map((locality) => withAttribute("addresses", [{ locality }])),
    ),
  ];
}
