import { isGeneratedId } from "../../../client/transport/redaction/strangers.ts";
import type { StandIns } from "../stand-ins/stand-ins.ts";

/** Ids of users and groups: nine characters, eleven since 2018, at least one of them a digit. */
const slackId = /^[UWS](?=[A-Z]*\d)(?:[A-Z0-9]{8}|[A-Z0-9]{10})$/;

export function isSlackId(text: string): boolean {
  return slackId.test(text);
}

/**
 * Whether a text stands for a resource where an id belongs: it stays, since later requests name it. One
 * with the form of a name may be one, and a value that is known to be personal is no id.
 */
export function keepsId(text: string, standIns: StandIns): boolean {
  if (!/\d/.test(text) || !isGeneratedId(text)) return false;
  const isId = isSlackId(text) || standIns.isKnownId(text) || standIns.known(text) === undefined;
  if (isId) standIns.keepId(text);
  return isId;
}
