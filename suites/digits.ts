/** The digits of a phone number, which a server may return without its spaces; "" where it has none. */
export function digits(number: unknown): string {
  return String(number).replace(/\D/g, "");
}
