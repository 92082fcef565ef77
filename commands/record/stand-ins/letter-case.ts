/**
 * A stand-in in lower case with the letter case that a value has: none, all or the first letter in
 * capitals. Another case is one of chance, and servers ignore it: the stand-in stays in lower case.
 */
export function inCaseOf(value: string, standIn: string): string {
  const letters = value.replace(/[^\p{L}]/gu, "");
  // Some capitals have no small letter; no server changes these.
  if (letters.charAt(0) === letters.charAt(0).toLowerCase()) return standIn;
  if (letters.length > 1 && letters === letters.toUpperCase()) return standIn.toUpperCase();
  return standIn.charAt(0).toUpperCase() + standIn.slice(1);
}
