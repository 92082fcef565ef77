import fc, { type Arbitrary } from "fast-check";
import type { NeutralValue } from "../../schemas/index.ts";

/** A number of the range that the North American plan reserves for fiction (555-0100 to 555-0199). */
export function phoneNumberArbitrary(): Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom("202", "212", "303", "415", "617"), fc.nat(99))
    .map(([area, line]) => `+1 ${area} 555 01${String(line).padStart(2, "0")}`);
}

/** Which of Slack's two stored numbers an entry is. */
type PhoneSlot = "primary" | "mobile";

/** A way to write one or two numbers, and the stored number of each entry. */
export interface PhoneForm {
  readonly name: string;
  readonly entries: readonly Omit<NeutralValue, "value">[];
  readonly slots: readonly PhoneSlot[];
  readonly tag: "DOC" | "INF";
}

/**
 * Every way to write phone numbers in Slack's tables (DOC: telephone section; `work` means the
 * mobile number and `mobile` the primary one), and the form in which they are returned (INF:
 * `primary` is assumed to win over `type`).
 */
export const phoneForms: readonly PhoneForm[] = [
  { name: "one bare", entries: [{}], slots: ["primary"], tag: "DOC" },
  { name: "one primary", entries: [{ primary: true }], slots: ["primary"], tag: "DOC" },
  { name: "one not primary", entries: [{ primary: false }], slots: ["primary"], tag: "DOC" },
  { name: "one mobile", entries: [{ type: "mobile" }], slots: ["primary"], tag: "DOC" },
  { name: "one work", entries: [{ type: "work" }], slots: ["mobile"], tag: "DOC" },
  {
    name: "primary and not primary",
    entries: [{ primary: true }, { primary: false }],
    slots: ["primary", "mobile"],
    tag: "DOC",
  },
  {
    name: "mobile and work",
    entries: [{ type: "mobile" }, { type: "work" }],
    slots: ["primary", "mobile"],
    tag: "DOC",
  },
  {
    name: "primary and bare",
    entries: [{ primary: true }, {}],
    slots: ["primary", "mobile"],
    tag: "DOC",
  },
  {
    name: "as read back",
    entries: [{ type: "mobile" }, { primary: true }],
    slots: ["mobile", "primary"],
    tag: "INF",
  },
];

export interface PhoneNumbersConstraints {
  /** The ways to write them. Default: the documented ones. */
  forms?: readonly PhoneForm[];
}

/** One or two different numbers in one of the given forms. Shrinks to one entry without marks. */
export function phoneNumbersArbitrary(
  constraints: PhoneNumbersConstraints = {},
): Arbitrary<NeutralValue[]> {
  const forms = constraints.forms ?? phoneForms.filter((form) => form.tag === "DOC");
  const number = phoneNumberArbitrary();
  const numbers = fc.tuple(number, number).filter(([first, second]) => first !== second);
  return fc
    .tuple(fc.constantFrom(...forms), numbers)
    .map(([form, values]) =>
      form.entries.map((entry, index) => ({ value: values[index] ?? "", ...entry })),
    );
}
