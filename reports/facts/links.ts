import { addressesOf, factOf, splitAtIds } from "../../facts/cited.ts";
import type { Fact } from "../../facts/fact.ts";
import { factAddress } from "../../schemas/fact-address.ts";
import { escapeHtml } from "../escape-html.ts";
import { visible } from "../visible-text.ts";
import { prose, statementsOf } from "./statement.ts";

/**
 * Any text, also from a server, as HTML in which the id of a known fact is a link to its statement,
 * with links to its public sources beside it. All else is escaped.
 *
 * @param toReport the way from the page to the folder of the report
 */
export function linked(text: string, toReport: "../" | "" = "../"): string {
  return splitAtIds(visible(text))
    .map((part) => {
      const fact = factOf(part);
      return fact === undefined ? escapeHtml(part) : factLink(fact, toReport);
    })
    .join("");
}

/** Facts as items of a list: the link, how it is known, and the statement. */
export function factItems(ids: readonly string[]): string {
  return ids.map((id) => `<li class="s">${linked(id)}${saying(factOf(id))}</li>`).join("\n");
}

function saying(fact: Fact | undefined): string {
  if (fact === undefined) return "";
  const texts = statementsOf(fact).map(({ version, text }) =>
    version === undefined ? prose(text) : `<b>SCIM ${version}:</b> ${prose(text)}`,
  );
  return ` ${escapeHtml(fact.tag)}: ${texts.join(" ")}`;
}

function factLink(fact: Fact, toReport: "../" | ""): string {
  const links = addressesOf(fact).map(
    ({ id, what, url }) =>
      `<a href="${escapeHtml(url)}" title="${escapeHtml(what)}">${escapeHtml(id)}</a>`,
  );
  const beside = links.length === 0 ? "" : ` <small>[${links.join(", ")}]</small>`;
  return `<span class="fact"><a class="id" href="${escapeHtml(factAddress(fact.id, toReport))}">${escapeHtml(fact.id)}</a>${beside}</span>`;
}
