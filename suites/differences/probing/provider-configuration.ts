import type { CheckContext } from "../../run/check-context.ts";

/** The configuration at the path of the version. */
export const config = (t: CheckContext) =>
  t.once("provider configuration", () => t.client.serviceProviderConfig());

/** The configuration at the path of the other version. */
export const otherSpelling = (t: CheckContext) =>
  t.once("provider configuration, other spelling", () =>
    t.client.serviceProviderConfigOtherSpelling(),
  );

/** The configuration at the plural, which is 1.1's path and answers in both versions (FACT-DISCOVERY-03). */
export const plural = (t: CheckContext) => (t.version === "1.1" ? config(t) : otherSpelling(t));
