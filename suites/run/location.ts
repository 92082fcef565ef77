import type { Outcome } from "../../client/index.ts";

/** The id that the URL of a resource ends in; undefined where there is no such URL. */
export function idIn(location: unknown): string | undefined {
  if (typeof location !== "string") return undefined;
  const last = location
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "")
    .split("/")
    .at(-1);
  if (last === undefined || last === "") return undefined;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/**
 * The id of what a call created: in the body, which a provider SHOULD send, or in the header
 * Location, which it has to (RFC 7644 §3.3). An empty id addresses the whole list: it is none.
 */
export function createdId({ status, resource, headers }: Outcome<{ id?: string }>) {
  const { id = "" } = resource ?? {};
  if (id !== "") return id;
  return status === 201 ? idIn(headers.location) : undefined;
}
