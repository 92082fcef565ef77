import type { Profile } from "../../client/index.ts";
import type { Inquiry } from "./inquiry.ts";
import type { Provider } from "./provider.ts";
import { publishedProvider } from "./published.ts";
import { slackProvider } from "./slack.ts";

/** The provider that a run tests. */
export function providerOf(profile: Profile, inquiry: Inquiry): Provider {
  return profile === "slack" ? slackProvider(inquiry) : publishedProvider(inquiry);
}
