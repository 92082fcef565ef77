import type { Certification } from "../../schemas/index.ts";

/** How long each part of the name may be, in characters. */
const longest = 40;

/**
 * The file name of a package: `Organization-Product-Version-class-DATE.zip`. What does not fit into a
 * file name everywhere becomes a hyphen.
 */
export function packageName({
  product: { organization, product, version },
  class: name,
  date,
}: Pick<Certification, "product" | "class" | "date">): string {
  return `${[organization, product, version].map(namePart).join("-")}-${name}-${date}.zip`;
}

function namePart(text: string): string {
  const safe = text
    .normalize("NFC")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .slice(0, longest)
    // A leading dot hides a file; a leading hyphen looks like a flag.
    .replace(/^[.-]+|[.-]+$/g, "");
  return safe === "" ? "x" : safe;
}
