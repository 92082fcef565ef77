/** The longest that 429s may delay one request, in milliseconds: a single wait, and all together. */
export const longestWait = 120_000;

const imfDate = /^[A-Z][a-z]{2,8}, \d{2}[ -][A-Z][a-z]{2}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT$/;
const asctime = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;

/**
 * The wait that `Retry-After` asks for: seconds, or a date (RFC 9110 §5.6.7, §10.2.3), which counts
 * from now; a date that has passed asks for none.
 * @param date now, in milliseconds since 1970
 * @returns milliseconds, at most {@link longestWait}; undefined when the header is absent or invalid
 */
export function retryAfter(header: string | undefined, date: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Number(text) * 1000, longestWait);
  // asctime-date has no zone and means UTC.
  const at = imfDate.test(text) ? text : asctime.test(text) ? `${text} GMT` : undefined;
  if (at === undefined) return undefined;
  const ms = Date.parse(at) - date;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), longestWait);
}
