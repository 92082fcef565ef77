const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/**
 * A date as a reader of any country understands it: `2026-11-20` is 20 November 2026, `read 2026-11`
 * is read in November 2026. Any other text stays as it is.
 */
export function dateInWords(date: string): string {
  const [, read = "", year = "", month, day] =
    /^(read )?(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === "") return date;
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (month !== undefined && name === undefined) return date;
  const words = [...(day === undefined ? [] : [Number(day)]), ...(name ? [name] : []), year];
  if (read === "") return words.join(" ");
  return `read ${day === undefined ? "in" : "on"} ${words.join(" ")}`;
}
