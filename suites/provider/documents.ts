import type { JsonObject, Outcome } from "../../client/index.ts";
import { at, items, typeOf } from "../json.ts";
import { blocked } from "../run/stop.ts";
import { type AttributeCharacteristics, characteristicsIn } from "./attribute-characteristics.ts";
import type { Inquiry } from "./inquiry.ts";

type Resource = "User" | "Group";

/** The documents of discovery. Each is asked for once. */
export class Documents {
  readonly #inquiry: Inquiry;
  readonly #absenceIsFinding: boolean;

  /**
   * @param absenceIsFinding whether the absence of a document is a part of what each rule compares, as
   *   in Slack, whose documents are known (FACT-DISCOVERY-01); else it breaks one rule (RFC 7644 §4)
   */
  constructor(inquiry: Inquiry, absenceIsFinding: boolean) {
    this.#inquiry = inquiry;
    this.#absenceIsFinding = absenceIsFinding;
  }

  /** The schema of a type of resource, asked for by its name. */
  schema(resource: Resource): Promise<Outcome<JsonObject>> {
    const { client } = this.#inquiry;
    return this.#inquiry.once(`schema of ${resource}`, () => client.schema(resource));
  }

  /** The list of schemas. */
  schemas(): Promise<Outcome<JsonObject>> {
    return this.#inquiry.once("all schemas", () => this.#inquiry.client.schemas());
  }

  /**
   * The list of schemas, for rules on something else than that there is one (RFC 7644 §4).
   * @throws Skip where there is none and that is a finding of another rule
   */
  async listedSchemas(): Promise<Outcome<JsonObject>> {
    const list = await this.schemas();
    this.needs(list, "no list of schemas is published");
    return list;
  }

  /**
   * Every schema document that the version publishes: the list in 2.0, the two by name in 1.1.
   * @throws Skip where there is none
   */
  async publishedSchemas(): Promise<unknown[]> {
    const found =
      this.#inquiry.client.version === "2.0"
        ? items(at((await this.schemas()).json, "Resources"))
        : [await this.schema("User"), await this.schema("Group")]
            .filter(({ status }) => status === 200)
            .map(({ json }) => json);
    const objects = found.filter((document) => typeOf(document) === "object");
    if (objects.length === 0) throw blocked("no schema document is published");
    return objects;
  }

  /**
   * What the published schema of a type of resource says of its attributes, sub-attributes too; what
   * it leaves out has the default of RFC 7643 §2.2.
   * @throws Skip where no schema is published
   */
  async attributes(resource: Resource): Promise<AttributeCharacteristics[]> {
    const found = characteristicsIn(at((await this.schema(resource)).json, "attributes"));
    if (found.length > 0) return found;
    // That a schema is not served by itself breaks another rule.
    const urn = this.#inquiry.client.dialect.schemaName(resource);
    const listed = items(at((await this.schemas()).json, "Resources"));
    const schema = listed.find((each) => at(each, "id") === urn);
    const inList = characteristicsIn(at(schema, "attributes"));
    if (inList.length === 0) throw blocked(`no schema of ${resource} is published`);
    return inList;
  }

  /**
   * For a rule on what a document shows, which says nothing where there is none.
   * @throws Skip where the document is not served and that is a finding of another rule
   */
  needs(document: Pick<Outcome<unknown>, "status">, why: string): void {
    if (document.status >= 400 && !this.#absenceIsFinding) throw blocked(why);
  }
}
