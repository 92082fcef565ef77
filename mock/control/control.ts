import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isObject } from "../../schemas/json-value.ts";
import { faultsNamed, listFaults } from "../faults/index.ts";
import { bearerToken } from "../http/authentication.ts";
import { listSettings } from "../list-settings.ts";
import type { Tenant } from "../tenant.ts";

function state(tenant: Tenant) {
  return {
    faults: tenant.faults.map((fault) => fault.name),
    settings: tenant.settings,
    users: tenant.organization.users.length,
    groups: tenant.organization.groups.length,
  };
}

function parsed(request: FastifyRequest): unknown {
  if (!Buffer.isBuffer(request.body) || request.body.length === 0) return undefined;
  return JSON.parse(request.body.toString("utf8"));
}

/**
 * Changes faults and settings by a body `{faults?, settings?}`: both or, with an error, neither.
 * @throws Error with a message of one line
 */
function change(tenant: Tenant, body: unknown): void {
  if (!isObject(body)) throw new Error("the body must be an object with faults and settings");
  const { faults, settings, ...others } = body;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new Error(`${unknown}: the body has only faults and settings`);
  if (faults !== undefined) {
    const isList = Array.isArray(faults) && faults.every((name) => typeof name === "string");
    if (!isList) throw new Error("faults must be an array of names");
    faultsNamed(faults);
  }
  if (settings !== undefined) {
    if (!isObject(settings)) throw new Error("settings must be an object");
    tenant.changeSettings(settings);
  }
  if (Array.isArray(faults)) tenant.setFaults(faults);
}

/** The addresses of a machine itself, as IPv4 and IPv6 write them. */
function isLoopback(address: string): boolean {
  return /^(?:::ffff:)?127\.|^::1$/.test(address);
}

/**
 * Changes the organisation while it runs, outside SCIM, from the same machine and with the same token:
 * `GET /control` shows faults and settings, `PATCH /control` with `{faults?, settings?}` changes them,
 * `GET /control/faults` and `GET /control/settings` list all of them, `POST /control/reset` restores
 * the organisation of the start.
 */
export function addControl(app: FastifyInstance, tenant: Tenant): void {
  const guarded = (run: (request: FastifyRequest) => unknown) => {
    return (request: FastifyRequest, reply: FastifyReply) => {
      reply.header("content-type", "application/json; charset=utf-8");
      if (!isLoopback(request.ip)) {
        reply.code(403).send(JSON.stringify({ error: "/control is for the mock's own machine" }));
        return;
      }
      if (bearerToken(request.headers.authorization) !== tenant.token) {
        reply.code(401).send(JSON.stringify({ error: "the mock's token is required" }));
        return;
      }
      try {
        reply.send(JSON.stringify(run(request)));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        reply.code(400).send(JSON.stringify({ error: reason }));
      }
    };
  };
  app.get(
    "/control",
    guarded(() => state(tenant)),
  );
  app.get(
    "/control/faults",
    guarded(() => listFaults()),
  );
  app.get(
    "/control/settings",
    guarded(() => listSettings()),
  );
  app.patch(
    "/control",
    guarded((request) => {
      change(tenant, parsed(request));
      return state(tenant);
    }),
  );
  app.post(
    "/control/reset",
    guarded(() => {
      tenant.reset();
      return state(tenant);
    }),
  );
}
