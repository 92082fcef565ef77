import { withoutAddresses } from "./addresses.ts";
import { withoutPasswords } from "./passwords.ts";
import { withoutSecrets } from "./secret-finder.ts";

/** What the mock records or logs passes this gate: no token, password or mail address of a real domain. */
export interface Gate {
  /** Any text: a URL, a body, a header's value. */
  text(text: string): string;
  header(name: string, value: string): string;
}

/** Slack's tokens by their form: whoever rehearses may send a real one by mistake. */
const slackToken = /(?<![A-Za-z0-9])(?:xox[a-z](?:\.xox[a-z])?|xapp)-[A-Za-z-]{0,40}\d[\w-]{6,}/g;

const secretHeaders = new Set([
  ...["authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key"],
]);

/** @param secrets hidden everywhere, in any encoding; asked again each time, since settings change */
export function gateOf(secrets: () => readonly string[]): Gate {
  let known: readonly string[] = [];
  let hideSecrets = withoutSecrets(known);
  const text = (given: string) => {
    const now = secrets();
    if (now.join("\n") !== known.join("\n")) {
      known = now;
      hideSecrets = withoutSecrets(known);
    }
    const clean = hideSecrets(withoutPasswords(given)).replace(slackToken, "REDACTED");
    return withoutAddresses(clean);
  };
  return {
    text,
    header(name, value) {
      if (!secretHeaders.has(name.toLowerCase())) return text(value);
      return /^Bearer\s/i.test(value) ? "Bearer REDACTED" : "REDACTED";
    },
  };
}
