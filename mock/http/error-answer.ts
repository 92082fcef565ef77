import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import type { Version } from "../../schemas/version.ts";
import type { Answer, Call } from "../call.ts";
import { type ScimError, statusOf } from "../errors.ts";
import type { MockSettings } from "../settings.ts";
import { errorUrn } from "../urns.ts";
import { AuthenticationError } from "./authentication.ts";

/** FACT-ERROR-01, FACT-ERROR-03: the error body of a version. */
export function errorBody(
  version: Version,
  status: number,
  description: string,
  settings: Readonly<MockSettings>,
): JsonObject {
  const errors = { Errors: { description, code: status } };
  if (version === "1.1") return errors;
  const body = { schemas: [errorUrn], detail: description, status };
  return settings.v2ErrorAlsoCarriesErrors ? { ...body, ...errors } : body;
}

/** Codes that complain of the body as a whole, before its values are read. */
const ofBody = new Set<string>(["invalid_request_payload", "missing_schema_element"]);

/** FACT-ERROR-08: a create names the user by the userName that was sent: it has no id. */
function contextOfCreate({ code }: ScimError, { body, rules }: Call): string | undefined {
  const suffix = rules.settings.v1CreateErrorSuffix;
  const userName = isObject(body) ? body.userName : undefined;
  if (suffix === "none" || typeof userName !== "string" || ofBody.has(code)) return undefined;
  const reported = code === "username_taken" ? "username" : "user";
  return `${suffix === "as-reported" ? reported : suffix}=${userName}`;
}

/** FACT-ERROR-08: v1.1 names the user in errors on a user. */
function contextOf(error: ScimError, call: Call): string | undefined {
  if (error.context !== undefined) return error.context;
  const isOfAccess = error instanceof AuthenticationError || error.retryAfter !== undefined;
  if (call.version !== "1.1" || call.resource !== "Users" || isOfAccess) return undefined;
  if (call.operation === "create") return contextOfCreate(error, call);
  return call.id !== "" && call.organization.user(call.id) ? `user=${call.id}` : undefined;
}

/**
 * The response to a rejected call, in the form of its version; errors of the authentication layer
 * in v1.1's (FACT-AUTH-16).
 */
export function errorAnswer(error: ScimError, call: Call): Answer {
  const { settings } = call.rules;
  const status = statusOf(error.code, settings);
  const context = settings.errorSuffixes ? contextOf(error, call) : undefined;
  const description = context === undefined ? error.code : `${error.code} (${context})`;
  const isAuthentication = error instanceof AuthenticationError;
  const shape = isAuthentication ? "1.1" : call.version;
  const headers: Record<string, string> = {};
  // FACT-LIMIT-10: whole seconds.
  if (error.retryAfter !== undefined) headers["retry-after"] = String(error.retryAfter);
  if (status === 401 && settings.wwwAuthenticate) headers["www-authenticate"] = "Bearer";
  return { status, headers, body: errorBody(shape, status, description, settings) };
}
