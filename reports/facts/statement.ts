import { factOf, splitAtIds } from "../../facts/cited.ts";
import type { Fact } from "../../facts/fact.ts";
import { factAddress } from "../../schemas/fact-address.ts";
import { type Version, versions } from "../../schemas/version.ts";
import { escapeHtml } from "../escape-html.ts";

/** What a fact states: one text for both versions, or one for each that it is about. */
export function statementsOf({ statement }: Fact): { version?: Version; text: string }[] {
  if (typeof statement === "string") return [{ text: statement }];
  return versions.flatMap((version) => {
    const text = statement[version];
    return text === undefined ? [] : [{ version, text }];
  });
}

/** A text of a fact as HTML: code stands in backticks, which escaping leaves; ids of facts are links. */
export function prose(text: string): string {
  return splitAtIds(escapeHtml(text))
    .map((part) =>
      factOf(part)
        ? `<a class="id" href="${escapeHtml(factAddress(part))}">${part}</a>`
        : part.replace(/`([^`]+)`/g, "<code>$1</code>"),
    )
    .join("");
}
