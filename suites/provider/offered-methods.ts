import type { Outcome } from "../../client/index.ts";
import type { PatchIntent } from "../../schemas/index.ts";
import { at } from "../json.ts";
import { notObserved } from "../not-observed.ts";
import type { CheckCallOptions, CheckCalls } from "../run/check-calls.ts";
import { createdId } from "../run/location.ts";
import { Skip } from "../run/stop.ts";

type Method = "POST" | "PUT" | "PATCH" | "DELETE";

/** Ends a check that needs a method which the provider does not offer. */
class MethodNotOffered extends Skip {
  readonly method: Method;
  /** With which the provider answers the method. */
  readonly status: number;

  constructor(method: Method, what: string, status: number) {
    super("not-offered", `${method} of ${what} is not offered: HTTP ${status}`);
    this.method = method;
    this.status = status;
  }
}

/** Which resources are meant, and how ordinary ones are made to find out what is offered. */
interface Resources<T> {
  /** For the report: `users`. */
  what: string;
  /** An ordinary resource that can be created. */
  typical(): T;
  /** An ordinary change. */
  change(): PatchIntent[];
  once<V>(key: string, make: () => Promise<V>): Promise<V>;
  /** Does something whose exchanges are not evidence of a check. */
  apart<V>(run: () => Promise<V>): Promise<{ value: V }>;
}

/**
 * Whether a status may mean that a method is missing: 405 does; 403, 404 and 501 do where an ordinary request, to
 * a resource that exists, gets them too.
 */
const saysMissing = (status: number) => [403, 404, 405, 501].includes(status);

function notSkipped(error: unknown): undefined {
  if (!(error instanceof Skip)) throw error;
}

/**
 * The calls on a type of resource, which end a check where the provider does not offer the method: a rule
 * that needs it cannot be judged, and that it is missing breaks one rule (RFC 7644 §3.2). Calls with
 * credentials other than those of the run, or with another method, are returned as they are.
 */
export function whereMethodsOffered<T extends { id?: string }>(
  calls: CheckCalls<T>,
  resources: Resources<T>,
): CheckCalls<T> {
  const isMissing = (method: Method): Promise<boolean> =>
    resources.once(`whether ${method} of ${resources.what} is offered`, async () => {
      const { value } = await resources.apart(() =>
        ordinary(method, calls, resources).catch(notSkipped),
      );
      return value !== undefined && saysMissing(value);
    });
  async function needing<R>(
    method: Method,
    options: CheckCallOptions | undefined,
    outcome: Outcome<R>,
  ): Promise<Outcome<R>> {
    const { status } = outcome;
    const isOrdinary = options?.token === undefined && options?.method === undefined;
    if (!isOrdinary || !saysMissing(status)) return outcome;
    // A DELETE that is carried out all the same is not declined.
    const isCertain = status === 405 && method !== "DELETE";
    if (!isCertain && !(await isMissing(method))) return outcome;
    throw new MethodNotOffered(method, resources.what, status);
  }
  return {
    ...calls,
    create: async (resource, options) =>
      needing("POST", options, await calls.create(resource, options)),
    replace: async (id, resource, options) =>
      needing("PUT", options, await calls.replace(id, resource, options)),
    patch: async (id, intents, options) =>
      needing("PATCH", options, await calls.patch(id, intents, options)),
    delete: async (id, options) => needing("DELETE", options, await calls.delete(id, options)),
  };
}

/** Whether a resource is deleted or deactivated. */
async function isGone<T>(calls: CheckCalls<T>, id: string): Promise<boolean> {
  const { status, json } = await calls.get(id);
  return status === 404 || at(json, "active") === false;
}

/** The status of an ordinary request; undefined where there is no resource to send it to. */
async function ordinary<T extends { id?: string }>(
  method: Method,
  calls: CheckCalls<T>,
  { typical, change }: Resources<T>,
): Promise<number | undefined> {
  const resource = typical();
  const created = await calls.create(resource);
  // Without POST there is no resource to try it on; the type is then taken to be read-only.
  if (method === "POST" || saysMissing(created.status)) return created.status;
  const id = createdId(created);
  if (id === undefined) return undefined;
  switch (method) {
    case "PUT":
      return (await calls.replace(id, resource)).status;
    case "PATCH":
      return (await calls.patch(id, change())).status;
    case "DELETE": {
      const { status } = await calls.delete(id);
      return (await isGone(calls, id)) ? 204 : status;
    }
  }
}

/**
 * The status of a response, for rules on the method itself: also where that method is not offered. One
 * that the preparation needs says nothing about it.
 */
export async function statusOf(
  method: Method,
  call: Promise<Pick<Outcome<unknown>, "status">>,
): Promise<number> {
  try {
    return (await call).status;
  } catch (error) {
    if (error instanceof MethodNotOffered && error.method === method) return error.status;
    throw error;
  }
}

/** The status of a response; left out where the method is not offered, so that others are judged. */
export async function statusWhereOffered(call: Promise<Pick<Outcome<unknown>, "status">>) {
  try {
    return (await call).status;
  } catch (error) {
    if (error instanceof MethodNotOffered) return notObserved("not-offered", error.message);
    throw error;
  }
}
