import { escapeHtml } from "../../../reports/escape-html.ts";

/** Ids of rules, differences and facts, which begin with their kind in capitals. */
const ids = /\b(?:FACT|SCIM\d\d|SLACK|DIFF|SAME)-[\w.-]*\w/g;

/** A text as HTML, in which no id is broken across lines. */
export function marked(text: string): string {
  return escapeHtml(text).replace(ids, '<span class="whole">$&</span>');
}
