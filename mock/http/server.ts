import type { IncomingMessage } from "node:http";
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from "fastify";
import type { Version } from "../../schemas/version.ts";
import { type Watcher, watchTraffic } from "../recording/traffic.ts";
import type { Tenant } from "../tenant.ts";
import { readBody } from "./body.ts";
import { endpointsOf } from "./endpoints.ts";
import { handlerOf } from "./handle.ts";
import { overrideMethod } from "./method-override.ts";
import { answerRaw } from "./raw-errors.ts";
import {
  failedEndpoint,
  splitUrl,
  undecodableEndpoint,
  unroutedEndpoint,
  versionOf,
} from "./unrouted.ts";

const prefixes: readonly (readonly [string, Version])[] = [
  ["/scim/v1", "1.1"],
  ["/scim/v2", "2.0"],
];

/**
 * The HTTP server of an organisation, not listening yet. `origin` is called when requests arrive,
 * `watch` with each request and its answer.
 */
export function serverOf(tenant: Tenant, origin: () => string, watch?: Watcher): FastifyInstance {
  const baseUrlOf = (version: Version) => `${origin()}/scim/${version === "1.1" ? "v1" : "v2"}`;
  const app = fastify({
    logger: false,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    return503OnClosing: false,
    rewriteUrl: (request) => {
      overrideMethod(request, tenant.settings);
      return request.url ?? "/";
    },
    routerOptions: {
      // FACT-FORMAT-20, FACT-FORMAT-21
      ignoreTrailingSlash: true,
      ignoreDuplicateSlashes: true,
      maxParamLength: 2000,
    },
    frameworkErrors: (_error, request, reply) => {
      const version = versionOf(splitUrl(request.url).version);
      const endpoint = undecodableEndpoint(request.url);
      handlerOf(
        tenant,
        () => baseUrlOf(version),
        version,
        endpoint,
      )(request as FastifyRequest, reply as FastifyReply);
    },
    clientErrorHandler: (error, socket) =>
      answerRaw(error, socket, tenant.settings, (traffic) => {
        const { request } = traffic;
        watch?.({ ...traffic, request: { ...request, url: origin() + request.url } });
      }),
  });
  if (watch) watchTraffic(app, watch);
  app.removeAllContentTypeParsers();
  // JSON by name is the framework's fast path; all other types have the same handler.
  for (const type of ["application/json", "*"]) {
    app.addContentTypeParser(type, (_request: FastifyRequest, stream: IncomingMessage, done) =>
      readBody(stream, tenant.settings.maxBodyBytes, done),
    );
  }
  for (const [prefix, version] of prefixes) {
    for (const endpoint of endpointsOf[version]) {
      app.route({
        method: endpoint.method,
        url: `${prefix}${endpoint.path}`,
        handler: handlerOf(tenant, () => baseUrlOf(version), version, endpoint),
      });
    }
  }
  app.setNotFoundHandler((request, reply) => {
    const version = versionOf(splitUrl(request.url).version);
    const endpoint = unroutedEndpoint(request.method, request.url);
    handlerOf(tenant, () => baseUrlOf(version), version, endpoint)(request, reply);
  });
  app.setErrorHandler((_error, request, reply) => {
    const version = versionOf(splitUrl(request.url).version);
    const endpoint = failedEndpoint(request.method, request.url);
    handlerOf(tenant, () => baseUrlOf(version), version, endpoint)(request, reply);
  });
  return app;
}
