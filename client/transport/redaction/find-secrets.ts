import { type Finder, hidden } from "./hide.ts";
import { secretForms } from "./secret-forms.ts";

/** @param accounts names that are found only where they stand alone */
export function findSecrets(secrets: readonly string[], accounts: readonly string[]): Finder {
  const { anywhere, byThemselves } = secretForms(secrets, accounts);
  return (text, hits) => {
    anywhere.lastIndex = 0;
    for (let found = anywhere.exec(text); found; found = anywhere.exec(text)) {
      const { index, 0: form, 1: token } = found;
      hits.push({ start: index, end: index + form.length, by: hidden });
      // Another secret may begin inside this one. A token is as long as the text allows.
      if (token === undefined) anywhere.lastIndex = index + 1;
    }
    for (const { name, pattern } of byThemselves) {
      // The pattern costs much more than a plain search for the name.
      if (!text.includes(name)) continue;
      for (const { index, 0: found } of text.matchAll(pattern)) {
        hits.push({ start: index, end: index + found.length, by: hidden });
      }
    }
  };
}
