import type { FastifyReply, FastifyRequest } from "fastify";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import type { Version } from "../../schemas/version.ts";
import type { Answer, Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import type { Tenant } from "../tenant.ts";
import { authenticate, bearerToken } from "./authentication.ts";
import { parseBody } from "./body.ts";
import type { Endpoint } from "./endpoints.ts";
import { errorAnswer } from "./error-answer.ts";
import { selectAttributes } from "./select-attributes.ts";
import { send } from "./send.ts";

/** The last value of each query parameter, in any order and encoding (FACT-FORMAT-22, FACT-FORMAT-23). */
function queryOf(request: FastifyRequest): Record<string, string> {
  const query: Record<string, string> = {};
  if (!request.url.includes("?") || !isObject(request.query)) return query;
  for (const [name, value] of Object.entries(request.query)) {
    const last: unknown = Array.isArray(value) ? value.at(-1) : value;
    if (typeof last === "string") query[name] = last;
  }
  return query;
}

function callOf(
  tenant: Tenant,
  baseUrl: string,
  version: Version,
  endpoint: Endpoint,
  request: FastifyRequest,
): Call {
  const params: JsonObject = isObject(request.params) ? request.params : {};
  return {
    version,
    method: request.method,
    path: request.url.split("?", 1)[0] ?? "",
    operation: endpoint.operation,
    resource: endpoint.resource,
    id: typeof params.id === "string" ? params.id : "",
    query: queryOf(request),
    body: undefined,
    token: bearerToken(request.headers.authorization),
    baseUrl,
    organization: tenant.organization,
    rules: tenant.rulesOf(version),
  };
}

const withBody = new Set(["POST", "PUT", "PATCH"]);

/** Reads the body, if the method has one (FACT-FORMAT-04); a malformed one is rejected only after the token is checked. */
function readInto(call: Call, request: FastifyRequest): ScimError | undefined {
  if (!withBody.has(call.method)) return undefined;
  const raw = Buffer.isBuffer(request.body) ? request.body : undefined;
  try {
    call.body = parseBody(raw, request.headers["content-type"], call.rules);
    return undefined;
  } catch (error) {
    if (error instanceof ScimError) return error;
    throw error;
  }
}

/** The response to a rejected call. An internal error of the mock is a 500 in Slack's form, never a crash. */
function refusal(error: unknown, call: Call): Answer {
  if (error instanceof ScimError) return errorAnswer(error, call);
  return errorAnswer(new ScimError("database_query_failure"), call);
}

/** Checks token, limits and locks. @returns a function that releases the write lock */
function admit(
  tenant: Tenant,
  endpoint: Endpoint,
  call: Call,
  bodyError: ScimError | undefined,
): (() => void) | undefined {
  const { settings, defects } = call.rules;
  if (!endpoint.isOpen || defects.openNeedsToken) authenticate(call, tenant.token);
  if (settings.rateLimits === "real") tenant.limits.take(call);
  if (bodyError) throw bodyError;
  return tenant.locks.take(call);
}

function finish(answer: Answer, call: Call, reply: FastifyReply): void {
  if (call.rules.settings.attributesParameter === "honour") selectAttributes(answer, call);
  const isCreated = answer.status === 201 && isObject(answer.body?.meta);
  if (isCreated && call.rules.settings.locationHeader && isObject(answer.body?.meta)) {
    answer.headers.location = String(answer.body.meta.location);
  }
  call.rules.answer?.(answer, call);
  send(reply, answer, call);
}

function attempt(call: Call, run: Endpoint["run"]): Answer {
  try {
    return run(call);
  } catch (error) {
    return refusal(error, call);
  }
}

/** The handler of an endpoint of a version. */
export function handlerOf(
  tenant: Tenant,
  baseUrl: () => string,
  version: Version,
  endpoint: Endpoint,
): (request: FastifyRequest, reply: FastifyReply) => void {
  return (request, reply) => {
    tenant.organization.schedule.settle();
    const call = callOf(tenant, baseUrl(), version, endpoint, request);
    const bodyError = readInto(call, request);
    call.rules.request?.(call);
    let release: (() => void) | undefined;
    try {
      release = admit(tenant, endpoint, call, bodyError);
    } catch (error) {
      finish(refusal(error, call), call, reply);
      return;
    }
    const { writeDurationMs } = call.rules.settings;
    const complete = () => {
      const answer = attempt(call, endpoint.run);
      release?.();
      finish(answer, call, reply);
    };
    if (release && writeDurationMs > 0) setTimeout(complete, writeDurationMs);
    else complete();
  };
}
