import type { NeutralUser } from "../../schemas/index.ts";
import { withOwnValues } from "../run/user-template.ts";
import type { AttributeCharacteristics } from "./attribute-characteristics.ts";
import type { Inquiry } from "./inquiry.ts";
import type { PublishedAttributes } from "./published-attributes.ts";
import { ordinaryUser } from "./typical-user.ts";

/** Users that match the published schema; where none is published, ordinary ones. */
export class PublishedUsers {
  readonly #inquiry: Inquiry;
  #attributes: readonly AttributeCharacteristics[] = [];

  constructor(inquiry: Inquiry) {
    this.#inquiry = inquiry;
  }

  /** From now on, users have only published attributes, and all required ones. */
  async learn(published: PublishedAttributes): Promise<void> {
    // These exchanges are not evidence of a single check.
    await this.#inquiry.apart(() =>
      this.#inquiry.once("attributes of users", async () => {
        const found = await published.all();
        const isOfUsers = found.some(({ path }) => path.toLowerCase() === "username");
        this.#attributes = isOfUsers ? found : [];
      }),
    );
  }

  typicalUser(): NeutralUser {
    const { names, template } = this.#inquiry;
    const user = ordinaryUser(names);
    return withOwnValues(this.#asPublished(user), template, names.marks(user.userName));
  }

  requiredOf(user: NeutralUser): NeutralUser {
    const names = this.#attributes.flatMap(({ path, required }) =>
      required ? path.split(".")[0]?.toLowerCase() : [],
    );
    return Object.fromEntries(
      Object.entries(user).filter(([name]) => names.includes(name.toLowerCase())),
    );
  }

  /** A user without attributes that the provider does not know, and with those that it also requires. */
  #asPublished(user: NeutralUser): NeutralUser {
    if (this.#attributes.length === 0) return user;
    const known = new Set(this.#attributes.map(({ path }) => path.toLowerCase()));
    const required = this.#attributes.filter(
      (each) => each.required && each.mutability !== "readOnly",
    );
    const more = required.flatMap(({ path }) => (path in furtherValues ? [path] : []));
    return Object.fromEntries([
      ...more.map((path) => [path, furtherValues[path]]),
      ...Object.entries(user).filter(([name]) => known.has(name.toLowerCase())),
    ]);
  }
}

/** Values for attributes that a provider may require and that need not be unique. */
const furtherValues: Readonly<Record<string, unknown>> = {
  nickName: "Ada",
  profileUrl: "https://example.com/people/ada",
  userType: "Employee",
  preferredLanguage: "en-US",
  locale: "en-US",
  timezone: "Europe/London",
  password: "Correct-Horse-7-Battery",
  phoneNumbers: [{ value: "tel:+1-201-555-0123", type: "work", primary: true }],
  addresses: [{ streetAddress: "1 Main Street", locality: "Springfield", type: "work" }],
  roles: [{ value: "Analyst", primary: true }],
};
