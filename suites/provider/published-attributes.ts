import { at, items } from "../json.ts";
import { Skip } from "../run/stop.ts";
import { lacks } from "../run/user-template.ts";
import type { AttributeCharacteristics } from "./attribute-characteristics.ts";
import type { Documents } from "./documents.ts";
import type { Inquiry } from "./inquiry.ts";
import { isShownOfProbe } from "./probe-user.ts";
import { describedAttributes } from "./schema-attributes.ts";

/**
 * The attributes of users according to the published schemas; where none are published, according
 * to a probe user.
 */
export class PublishedAttributes {
  readonly #inquiry: Inquiry;
  readonly #documents: Documents;

  constructor(inquiry: Inquiry, documents: Documents) {
    this.#inquiry = inquiry;
    this.#documents = documents;
  }

  /** Whether users can have an attribute, or the `enterprise` extension. */
  async isOffered(path: string): Promise<boolean> {
    const { user, enterprise } = this.#inquiry.client.dialect.urns;
    if (path.startsWith(`${user}:`)) return this.isOffered(path.slice(user.length + 1));
    if (path.startsWith(`${enterprise}:`)) return this.isOffered("enterprise");
    if (lacks(this.#inquiry.template, path)) return false;
    const [first = path] = path.split(".");
    // Slack's extensions.
    if (first === "guest" || first === "profile") return false;
    if (first === "enterprise") return this.#offersEnterprise();
    if (["externalId", "id", "meta", "schemas"].includes(first)) return true;
    const declared = await this.all();
    if (declared.length === 0) return isShownOfProbe(this.#inquiry, path);
    return declared.some((each) => sameName(each.path, path));
  }

  async isRequired(path: string): Promise<boolean> {
    return (await this.all()).some((each) => each.required && sameName(each.path, path));
  }

  /** Whether it is returned by default: a password never is (RFC 7643 §7). */
  async isReturned(path: string): Promise<boolean> {
    const hidden = ["never", "request"];
    const declared = (await this.all()).find((each) => sameName(each.path, path));
    return path !== "password" && !hidden.includes(declared?.returned ?? "default");
  }

  /** Empty where no schema is published. */
  async all(): Promise<readonly AttributeCharacteristics[]> {
    try {
      return await this.#documents.attributes("User");
    } catch (error) {
      if (error instanceof Skip) return [];
      throw error;
    }
  }

  /**
   * Whether the enterprise extension is published: as a separate schema, in SCIM 1.1 as attributes
   * of the user schema that name its URN (core schema §10), or as one attribute of the user schema
   * (FACT-DISCOVERY-52).
   */
  async #offersEnterprise(): Promise<boolean> {
    const listed = items(at((await this.#documents.schemas()).json, "Resources"));
    const { enterprise } = this.#inquiry.client.dialect.urns;
    const names = (document: unknown) =>
      ["id", "schema", "name"].some((member) => sameName(at(document, member), enterprise));
    const isNamedIn = (schema: unknown) =>
      names(schema) || describedAttributes(at(schema, "attributes")).some(names);
    if (listed.length > 0) return listed.some(isNamedIn);
    // SCIM 1.1 need not list its schemas (protocol §3).
    if (isNamedIn(await this.#documents.document("User"))) return true;
    return isShownOfProbe(this.#inquiry, "enterprise");
  }
}

/** Attribute names and URNs are case-insensitive: RFC 7643 §2.1, RFC 8141 §3.1. */
function sameName(one: unknown, other: string): boolean {
  return String(one).toLowerCase() === other.toLowerCase();
}
