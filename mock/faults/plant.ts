import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import type { Version } from "../../schemas/version.ts";
import type { Answer, Call, FaultHooks, Operation, ResourceKind } from "../call.ts";
import type { Fault, FaultArea } from "./fault.ts";

/** The requirements that a fault breaks in each version; a version without any does not show the fault. */
export interface Breaks {
  readonly v1?: readonly string[];
  readonly v2?: readonly string[];
}

/** Writes a fault of one area as one row: name, what is wrong, what that breaks, where it reaches in. */
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

/** Which calls a fault is after. */
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

/** Changes the answers to the calls aimed at that succeeded. */
export function onSuccess(aim: Aim, change: (answer: Answer, call: Call) => void): FaultHooks {
  return {
    answer(answer, call) {
      if (answer.status < 400 && isAimedAt(call, aim)) change(answer, call);
    },
  };
}

/** Changes the bodies of the answers to the calls aimed at that succeeded. */
export function onBody(aim: Aim, change: (body: JsonObject, call: Call) => void): FaultHooks {
  return onSuccess(aim, ({ body }, call) => {
    if (body) change(body, call);
  });
}

/** Changes error answers, of one status or of all. */
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

/** Changes the calls aimed at before they are handled. */
export function onRequest(aim: Aim, change: (call: Call) => void): FaultHooks {
  return {
    request(call) {
      if (isAimedAt(call, aim)) change(call);
    },
  };
}

/** Changes the bodies of the requests aimed at. */
export function onRequestBody(
  aim: Aim,
  change: (body: JsonObject, call: Call) => void,
): FaultHooks {
  return onRequest(aim, (call) => {
    if (isObject(call.body)) change(call.body, call);
  });
}

/** Changes every user that is written out. */
export function onUser(change: (user: JsonObject, call: Call) => void): FaultHooks {
  return { user: change };
}

/** Changes every group that is written out. */
export function onGroup(change: (group: JsonObject, call: Call) => void): FaultHooks {
  return { group: change };
}

/** The objects in a list; none for anything else. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The first key of a resource that contains a word: finds an extension block in either version. */
export function keyWith(resource: JsonObject, word: string): string | undefined {
  return Object.keys(resource).find((key) => key.includes(word));
}
