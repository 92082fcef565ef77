import { type SchemaName, type SchemaViolation, violations } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import type { RecordedRequest } from "./request.ts";

/** The schemas of what 2.0 accepts, by method and endpoint. */
const schemas: Readonly<Record<string, SchemaName>> = {
  "POST Users": "slack/v2.0/user-create",
  "PUT Users": "slack/v2.0/user-replace",
  "PATCH Users": "slack/v2.0/user-patch",
  "POST Groups": "slack/v2.0/group-create",
  "PUT Groups": "slack/v2.0/group-replace",
  "PATCH Groups": "slack/v2.0/group-patch",
};

/** Names of 1.1 in a filter: 2.0 does not document them. */
const oldFilter = /\b(?:email|restricted|ultra_restricted)\s+(?:eq|ne|co|sw|ew)\b/i;

/**
 * What is wrong with a request to 2.0, as far as the schemas tell; undefined for nothing. Names
 * members, never values.
 */
export function faultOfV2({ method, path, body, unreadable }: RecordedRequest): string | undefined {
  if (unreadable !== undefined) return unreadable;
  const query = decoded(path.slice(path.indexOf("?") + 1 || path.length));
  if (oldFilter.test(query)) return "the filter has a name of 1.1";
  const [, endpoint = ""] = /\/(Users|Groups)(?:\/|\?|$)/i.exec(path) ?? [];
  const name = schemas[`${method.toUpperCase()} ${capital(endpoint)}`];
  if (name === undefined) return undefined;
  if (JSON.stringify(body ?? "").includes("urn:scim:schemas:")) return "the body has a URN of 1.1";
  if (!isObject(body)) return "the body is missing or is not a JSON object";
  const [fault] = violations(name, body).filter(({ level }) => level === "MUST");
  if (!fault) return undefined;
  return `the request breaks a rule of 2.0: ${withoutValues(fault)}`;
}

/** The message of a violation, without what the request has: its values and unknown names can be personal. */
function withoutValues({ path, rule, message, source }: SchemaViolation): string {
  const isKnown = /^(?:\/(?:[A-Za-z_$][\w$-]{0,40}|\d{1,4}))*$/.test(path);
  const where = path === "" ? "the body" : isKnown ? path : "/…";
  const because = source === undefined ? "" : ` (${source})`;
  if (rule === "additionalProperties") return `${where} has an undefined member${because}`;
  const whole = message.slice((path || "the document").length, message.length - because.length);
  return `${where}${whole.replace(/, but .*$/s, "")}${because}`;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
