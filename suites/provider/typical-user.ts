import type { NeutralUser } from "../../schemas/index.ts";
import type { Names } from "../run/names.ts";

/** A user with a new name and ordinary values for the attributes that every provider has. */
export function ordinaryUser(names: Names): NeutralUser & { userName: string } {
  const name = names.next();
  return {
    userName: name,
    displayName: `Display ${name}`,
    name: { givenName: "Ada", familyName: "Lovelace" },
    emails: [{ value: names.email(name), type: "work", primary: true }],
    title: "Analyst",
    active: true,
  };
}
