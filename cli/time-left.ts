const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** The time left, rounded, for a reader. */
export function timeLeft(ms: number): string {
  if (ms < 5 * second) return "a few seconds left";
  return `about ${roundly(ms)} left`;
}

/** A duration, rounded, for a reader. @param ms 0 or more */
export function roundly(ms: number): string {
  if (ms < 10 * second) return `${Math.round(ms / second)} s`;
  if (ms < 90 * second) return `${Math.round(ms / (5 * second)) * 5} s`;
  if (ms < 90 * minute) return `${Math.round(ms / minute)} min`;
  return `${(ms / hour).toFixed(1).replace(/\.0$/, "")} h`;
}
