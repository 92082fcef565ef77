import { authentik } from "./authentik.ts";
import { entraCustom, entraCustomFlag } from "./entra-custom.ts";
import { entraGallery } from "./entra-gallery.ts";
import type { Flow, Version } from "./flow.ts";
import { javaSdk } from "./java-sdk.ts";
import { jumpCloud } from "./jumpcloud.ts";
import { mixedScript } from "./mixed-script.ts";
import { oktaV1 } from "./okta-v1.1.ts";
import { oktaV2 } from "./okta-v2.0.ts";
import { oneLogin } from "./onelogin.ts";
import { pythonSdk } from "./python-sdk.ts";
import { pythonSlackScim } from "./python-slack-scim.ts";

/** What real clients send to Slack, each with its source: for tests and for docs/identity-providers.md. */
export const flows: readonly Flow[] = [
  oktaV1,
  oktaV2,
  entraGallery,
  entraCustom,
  entraCustomFlag,
  authentik,
  oneLogin,
  jumpCloud,
  mixedScript,
  pythonSdk,
  javaSdk,
  pythonSlackScim,
];

/** The versions in which a flow is replayed: all that it names, or the first where it mixes them. */
export function replaysOf({ versions, steps }: Flow): readonly Version[] {
  return steps.some(({ version }) => version !== undefined) ? versions.slice(0, 1) : versions;
}
