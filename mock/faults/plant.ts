import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import type { Version } from "../../schemas/version.ts";
import type { Answer, Call, FaultHooks, Operation, ResourceKind } from "../call.ts";
import type { Fault, FaultArea } from "./fault.ts";

/** The requirements that a fault breaks in each version; a version without any does not have the fault. */
export interface Breaks {
  readonly v1?: readonly string[];
  readonly v2?: readonly string[];
}

/** One fault in one row: name, summary, what it breaks, its hooks. */
export function planter(area: FaultArea) {
  return (name: string, summary: string, breaks: Breaks, hooks: FaultHooks): Fault => {
    const versions: Version[] = [];
    if (breaks.v1) versions.push("1.1");
    if (breaks.v2) versions.push("2.0");
    return {
      name,
      area,
      versions,
      breaks: { "1.1": breaks.v1 ?? [], "2.0": breaks.v2 ?? [] },
      summary,
      hooks,
    };
  };
}

/** The calls that a fault affects. */
export interface Aim {
  readonly operation?: Operation | readonly Operation[];
  readonly resource?: ResourceKind;
}

function isAimedAt(call: Call, aim: Aim): boolean {
  const { operation, resource } = aim;
  const operations = typeof operation === "string" ? [operation] : operation;
  if (operations && !operations.includes(call.operation)) return false;
  return resource === undefined || call.resource === resource;
}

/** Changes successful responses to matching calls. */
export function onSuccess(aim: Aim, change: (answer: Answer, call: Call) => void): FaultHooks {
  return {
    answer(answer, call) {
      if (answer.status < 400 && isAimedAt(call, aim)) change(answer, call);
    },
  };
}

/** Changes the bodies of successful responses to matching calls. */
export function onBody(aim: Aim, change: (body: JsonObject, call: Call) => void): FaultHooks {
  return onSuccess(aim, ({ body }, call) => {
    if (body) change(body, call);
  });
}

/** Changes error responses, of one status or of all. */
export function onError(
  change: (answer: Answer, call: Call) => void,
  status?: number,
  aim: Aim = {},
): FaultHooks {
  return {
    answer(answer, call) {
      const isMeant = status === undefined ? answer.status >= 400 : answer.status === status;
      if (isMeant && isAimedAt(call, aim)) change(answer, call);
    },
  };
}

/** Changes matching calls before they are handled. */
export function onRequest(aim: Aim, change: (call: Call) => void): FaultHooks {
  return {
    request(call) {
      if (isAimedAt(call, aim)) change(call);
    },
  };
}

/** Changes the bodies of matching requests. */
export function onRequestBody(
  aim: Aim,
  change: (body: JsonObject, call: Call) => void,
): FaultHooks {
  return onRequest(aim, (call) => {
    if (isObject(call.body)) change(call.body, call);
  });
}

/** Changes every user in responses. */
export function onUser(change: (user: JsonObject, call: Call) => void): FaultHooks {
  return { user: change };
}

/** Changes every group in responses. */
export function onGroup(change: (group: JsonObject, call: Call) => void): FaultHooks {
  return { group: change };
}

/** The objects in a list; none for anything else. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The first key of a resource that contains a word: the key of an extension block in either version. */
export function keyWith(resource: JsonObject, word: string): string | undefined {
  return Object.keys(resource).find((key) => key.includes(word));
}
