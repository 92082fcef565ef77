import type { CheckContext } from "../../run/check-context.ts";

/** The configuration at the path of the version. */
export const config = (t: CheckContext) =>
  t.once("provider configuration", () => t.client.serviceProviderConfig());

/** The configuration at the path of the other version. */
export const otherSpelling = (t: CheckContext) =>
  t.once("provider configuration, other spelling", () =>
    t.client.serviceProviderConfigOtherSpelling(),
  );

/** The configuration at the plural path, which is that of 1.1 and works in both versions (FACT-DISCOVERY-03). */
export const plural = (t: CheckContext) => (t.version === "1.1" ? config(t) : otherSpelling(t));
