/**
 * Statements that oblige the client, and for which the text demands no rejection of the provider.
 * Where it does ("the service provider MUST return 400", or a scimType for the very case), the statement is
 * not listed.
 */
const duties: ReadonlySet<string> = new Set([
  // "A query by POST MUST have the schema URI": RFC 7644 §3.4.3.
  "SCIM20-7644-3.4.3-02",
  // "The body of each request MUST contain": RFC 7644 §3.5.2.
  "SCIM20-7644-3.5.2-02",
  "SCIM20-7644-3.5.2-03",
  "SCIM20-7644-3.5.2-04",
  // "The operation MUST contain a value member": RFC 7644 §3.5.2.1.
  "SCIM20-7644-3.5.2.1-01",
]);

/** Whether a statement obliges the client. */
export function isOnClient(id: string): boolean {
  return duties.has(id);
}
