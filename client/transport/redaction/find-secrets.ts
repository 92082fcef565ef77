import { type Finder, hidden } from "./hide.ts";
import { secretForms } from "./secret-forms.ts";

/** @param accounts names that are looked for only where they stand by themselves */
export function findSecrets(secrets: readonly string[], accounts: readonly string[]): Finder {
  const { anywhere, byThemselves } = secretForms(secrets, accounts);
  return (text, hits) => {
    for (const { index, 0: found } of text.matchAll(anywhere)) {
      hits.push({ start: index, end: index + found.length, by: hidden });
    }
    for (const { name, pattern } of byThemselves) {
      // The pattern costs much more than a look whether the name is there at all.
      if (!text.includes(name)) continue;
      for (const { index, 0: found } of text.matchAll(pattern)) {
        hits.push({ start: index, end: index + found.length, by: hidden });
      }
    }
  };
}
