/** What a value looks like, which its stand-in has to look like too. */
export type Kind = "address" | "url" | "date" | "telephone" | "digits" | "name";

/** Also one that holds its file. */
const webAddress = /^(?:[a-z][a-z0-9+.-]*:\/\/\S|data:[^,\s]*,)/i;
const date = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/;
const digits = /^\d+$/;
/** A number with the marks of a telephone number, which other numbers do not have. */
const telephone = /^(?:tel:)?(?=\+|\(|.*\d[\s.-]\d)[+(]?\d[\d\s().-]*$/;
const telephoneAttributes = new Set(["phonenumbers", "faxes"]);

/** @param attribute that holds the value: it decides what digits alone are, and letters beside them */
export function kindOf(value: string, attribute: string): Kind {
  if (webAddress.test(value)) return "url";
  if (value.includes("@")) return "address";
  if (date.test(value)) return "date";
  const count = value.replace(/\D/g, "").length;
  const isOfTelephone = telephoneAttributes.has(attribute.toLowerCase());
  if (isOfTelephone && count >= 3) return "telephone";
  if (digits.test(value)) return "digits";
  return count >= 7 && telephone.test(value) ? "telephone" : "name";
}
