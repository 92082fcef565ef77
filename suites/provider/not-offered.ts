/**
 * Not found and not implemented (RFC 7644 §3.12; SCIM 1.1 protocol §3.9); method not allowed
 * (RFC 9110 §15.5.6).
 */
const statuses: readonly number[] = [404, 405, 501];

/** Whether a status of an endpoint or a method says that the provider does not offer it. */
export function isNotOffered(status: number): boolean {
  return statuses.includes(status);
}
