const hour = 3600;

/** Day of the month of the nth Sunday, in UTC arithmetic. */
function nthSunday(year: number, month: number, nth: number): number {
  const firstWeekday = new Date(Date.UTC(year, month, 1)).getUTCDay();
  return 1 + ((7 - firstWeekday) % 7) + (nth - 1) * 7;
}

const boundaries = new Map<number, readonly [number, number]>();

/** Start and end of daylight-saving time in the United States in that year, in seconds since 1970. */
function daylightSaving(year: number): readonly [number, number] {
  const known = boundaries.get(year);
  if (known) return known;
  const start = Date.UTC(year, 2, nthSunday(year, 2, 2), 10) / 1000;
  const end = Date.UTC(year, 10, nthSunday(year, 10, 1), 9) / 1000;
  boundaries.set(year, [start, end]);
  return [start, end];
}

/**
 * FACT-ID-11, FACT-ID-12: `meta.created` has second precision and the offset of US Pacific time:
 * `2020-03-30T18:38:19-07:00`.
 *
 * @param seconds since 1970
 */
export function pacificTime(seconds: number): string {
  const [start, end] = daylightSaving(new Date(seconds * 1000).getUTCFullYear());
  const offset = seconds >= start && seconds < end ? -7 : -8;
  const local = new Date((seconds + offset * hour) * 1000).toISOString().slice(0, 19);
  return `${local}-0${-offset}:00`;
}
