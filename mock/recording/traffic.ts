import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

type Headers = Readonly<Record<string, unknown>>;

/** A request and the answer that was sent, not redacted. */
export interface Traffic {
  readonly startedAt: Date;
  readonly milliseconds: number;
  readonly request: {
    /** Empty where the request line could not be read. */
    readonly method: string;
    /** Absolute, with the query. */
    readonly url: string;
    readonly httpVersion: string;
    readonly headers: Headers;
    readonly body: string;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Headers;
    readonly body: string;
  };
}

/** Is given each request when its answer is complete, before the answer is sent. */
export type Watcher = (traffic: Traffic) => void;

/** The event of a raw response that a fault cuts off; it has the body that is sent. */
export const cutOffEvent = "scim-cut-off";

/** Tells a watcher of every request that the server parses. */
export function watchTraffic(app: FastifyInstance, watch: Watcher): void {
  const started = new WeakMap<FastifyRequest, { at: Date; clock: number }>();
  const tell = (request: FastifyRequest, reply: FastifyReply, sent: string) => {
    const { at, clock } = started.get(request) ?? { at: new Date(), clock: performance.now() };
    watch({
      startedAt: at,
      milliseconds: performance.now() - clock,
      request: {
        method: request.method,
        url: `${request.protocol}://${request.host}${request.url}`,
        httpVersion: `HTTP/${request.raw.httpVersion}`,
        headers: request.headers,
        body: Buffer.isBuffer(request.body) ? request.body.toString("utf8") : "",
      },
      response: { status: reply.statusCode, headers: reply.getHeaders(), body: sent },
    });
  };
  app.addHook("onRequest", (request, reply, done) => {
    started.set(request, { at: new Date(), clock: performance.now() });
    reply.raw.once(cutOffEvent, (sent: string) => tell(request, reply, sent));
    done();
  });
  app.addHook("onSend", (request, reply, payload, done) => {
    tell(request, reply, typeof payload === "string" ? payload : "");
    done(null, payload);
  });
}
