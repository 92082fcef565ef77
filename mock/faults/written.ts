import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import type { Call, FaultHooks } from "../call.ts";
import { type Aim, objectsIn, onRequestBody } from "./plant.ts";

/** Changes a value that a client wrote; undefined removes it. */
export type Mend = (value: unknown, call: Call) => unknown;

/** An unknown attribute: an operation on it is ignored (FACT-PATCH-98). */
export const nowhere = "nowhere";

/**
 * Changes the values of certain attributes in a write before the rules see them: members of
 * the body, or in a PatchOp the values of operations that add or replace.
 */
export function onWritten(aim: Aim, names: RegExp, mend: Mend): FaultHooks {
  return onRequestBody(aim, (body, call) => {
    mendMembers(body, names, mend, call);
    for (const operation of objectsIn(body.Operations)) {
      const { op, path, value } = operation;
      if (op === "remove") continue;
      if (path === undefined && isObject(value)) mendMembers(value, names, mend, call);
      else if (names.test(String(path))) {
        const mended = mend(value, call);
        if (mended === undefined) operation.path = nowhere;
        else operation.value = mended;
      }
    }
  });
}

function mendMembers(holder: JsonObject, names: RegExp, mend: Mend, call: Call): void {
  for (const name of Object.keys(holder)) {
    if (!names.test(name)) continue;
    const mended = mend(holder[name], call);
    if (mended === undefined) delete holder[name];
    else holder[name] = mended;
  }
}
