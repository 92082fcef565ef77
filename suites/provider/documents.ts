import type { JsonObject, Outcome } from "../../client/index.ts";
import { at, items, typeOf } from "../json.ts";
import { blocked } from "../run/stop.ts";
import { type AttributeCharacteristics, characteristicsIn } from "./attribute-characteristics.ts";
import type { Inquiry } from "./inquiry.ts";

type Resource = "User" | "Group";

/** The discovery documents. Each is requested once. */
export class Documents {
  readonly #inquiry: Inquiry;
  readonly #absenceIsFinding: boolean;

  /**
   * @param absenceIsFinding whether a missing document is a finding of each rule on it, as in
   *   Slack, whose documents are known (FACT-DISCOVERY-01); otherwise it breaks a single rule (RFC 7644 §4)
   */
  constructor(inquiry: Inquiry, absenceIsFinding: boolean) {
    this.#inquiry = inquiry;
    this.#absenceIsFinding = absenceIsFinding;
  }

  /** The schema of a resource type, requested by name. */
  schema(resource: Resource): Promise<Outcome<JsonObject>> {
    const { client } = this.#inquiry;
    return this.#inquiry.once(`schema of ${resource}`, () => client.schema(resource));
  }

  /** The list of schemas. */
  schemas(): Promise<Outcome<JsonObject>> {
    return this.#inquiry.once("all schemas", () => this.#inquiry.client.schemas());
  }

  /**
   * The list of schemas, for rules on its content: that the list exists is another rule
   * (RFC 7644 §4).
   * @throws Skip where the list is missing and that is a finding of another rule
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
            .filter(isDocument)
            .map(({ json }) => json);
    const objects = found.filter((document) => typeOf(document) === "object");
    if (objects.length === 0) throw blocked("no schema document is published");
    return objects;
  }

  /**
   * The characteristics of all attributes and sub-attributes in the published schema of a resource
   * type; one that it omits has the default of RFC 7643 §2.2.
   * @throws Skip where no schema is published
   */
  async attributes(resource: Resource): Promise<AttributeCharacteristics[]> {
    const found = characteristicsIn(at(await this.document(resource), "attributes"));
    if (found.length === 0) throw blocked(`no schema of ${resource} is published`);
    return found;
  }

  /**
   * The schema document of a resource type: from its own URL, or from the list. That it is missing
   * at one of them, or that a list is in its place, breaks another rule; undefined where it is at
   * neither.
   */
  async document(resource: Resource): Promise<unknown> {
    const answer = await this.schema(resource);
    const isComplete = Array.isArray(at(answer.json, "attributes"));
    if (this.#absenceIsFinding || isComplete) return answer.json;
    const urn = this.#inquiry.client.dialect.schemaName(resource);
    const listed = items(at((await this.schemas()).json, "Resources"));
    const inList = listed.find((each) => at(each, "id") === urn);
    return inList ?? (isDocument(answer) ? answer.json : undefined);
  }

  /**
   * For a rule on the content of a document, which does not apply where the document is missing.
   * @throws Skip where the document is missing and that is a finding of another rule
   */
  needs(document: Pick<Outcome<unknown>, "status">, why: string): void {
    if (document.status >= 400 && !this.#absenceIsFinding) throw blocked(why);
  }
}

/** Whether a response is a single document, and no list. */
function isDocument({ status, json }: Outcome<unknown>): boolean {
  return status === 200 && typeOf(json) === "object" && at(json, "Resources") === undefined;
}
