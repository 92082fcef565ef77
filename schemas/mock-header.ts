/**
 * The header by which each response of the mock says that it is not Slack's: what a run observes of
 * the mock are assumptions, and proves nothing about Slack.
 */
export const mockHeader = "x-scim-mock";
/** Its value, but for {@link mockValue}. */
export const mockName = "slack-scim-conformance";

/** A run against the mock has time for effects that are delayed by this much, in milliseconds. */
const usualDelayMs = 100;

/**
 * The value of the header of a mock whose settings delay some effect by this much, in milliseconds.
 * An unusual delay is a parameter, so that a run waits long enough.
 */
export function mockValue(delayMs: number): string {
  return delayMs > usualDelayMs ? `${mockName}; delay=${delayMs}` : mockName;
}

/** The delay that a value of the header tells, in milliseconds. */
export function mockDelayMs(value: string): number {
  return Number(/; delay=(\d{1,9})$/.exec(value)?.[1] ?? usualDelayMs);
}
