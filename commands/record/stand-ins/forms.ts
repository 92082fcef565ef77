/** Where all addresses and web addresses lead: RFC 2606 reserves the domain. */
export const domain = "people.example";

/** Characters that no valid mail address has outside of quotes. */
const forbiddenInAddress = /[\s<>()",;:\\[\]]/gu;

/**
 * The domain of a stand-in for an address: valid where the domain of the address was, and broken in
 * the same way where it was not, since a server rejects such an address.
 */
export function domainLike(given: string): string {
  const before = /^[._-]/.exec(given)?.[0] ?? "";
  const middle = given.includes("..") ? domain.replace(".", "..") : domain;
  const after = given.endsWith(".") ? "." : "";
  if (given === "") return "";
  return `${before}${middle}${[...new Set(given.match(forbiddenInAddress) ?? [])].join("")}${after}`;
}

/** What makes the local part of an address invalid, or nothing. */
export function brokenBy(local: string): string {
  return [...new Set(local.match(forbiddenInAddress) ?? [])].join("") + local.replace(/[^@]/g, "");
}

/** The kinds of files that a photo has. */
const fileType = /\.(?:jpe?g|png|gif|webp|svg|bmp)(?=$|[?#])/i;

/** The kinds of files that a URL of the scheme `data` holds; others may be any text. */
const heldType = /^data:image\/(?:jpe?g|png|gif|webp|svg\+xml|bmp)(?=[;,])/i;

export function urlLike(given: string, number: string): string {
  if (/^data:/i.test(given)) {
    const type = heldType.exec(given)?.[0].toLowerCase() ?? "data:application/octet-stream";
    return `${type};base64,${Buffer.from(`file ${number}`).toString("base64")}`;
  }
  const scheme = /^http:/i.test(given) ? "http" : "https";
  return `${scheme}://${domain}/${number}${fileType.exec(given)?.[0].toLowerCase() ?? ""}`;
}

const firstDay = Date.UTC(2001, 0, 1);
const day = 24 * 60 * 60 * 1000;

/** A date of the same form: a server may reject another. @param number from 1 */
export function dateLike(given: string, number: number): string {
  const shown = new Date(firstDay + ((number - 1) % 900_000) * day).toISOString().slice(0, 10);
  return given
    .replace(/^\d{4}-\d\d-\d\d/, shown)
    .replace(/T\d\d:\d\d(:\d\d)?/i, (time) => time.replace(/\d/g, "0"));
}

/** Area codes of the North American plan have three digits from here on. */
const firstArea = 201;
const areas = 799;

/**
 * A telephone number that no one has: 555-0100 to 555-0199 of an area code are reserved for fiction.
 * @param number from 1 @param separator between its parts
 */
export function telephoneLike(given: string, number: number, separator: string): string {
  const index = number - 1;
  const area = firstArea + (Math.floor(index / 100) % areas);
  const line = `01${String(index % 100).padStart(2, "0")}`;
  const extension = Math.floor(index / (100 * areas));
  const parts = [...(/^(?:tel:)?\+/.test(given) ? ["+1"] : []), String(area), "555", line];
  const scheme = given.startsWith("tel:") ? "tel:" : "";
  return `${scheme}${parts.join(separator)}${extension === 0 ? "" : ` x${extension}`}`;
}

/** Numbers of stand-ins have seven digits: none is short enough for a count or a status. */
export const firstDigits = 9_000_000;
