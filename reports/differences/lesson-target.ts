import type { CredentialVariables, Exchange, Results } from "../../schemas/index.ts";
import { toolCommand } from "../../schemas/shell.ts";
import type { Version } from "../../schemas/version.ts";
import { type BaseUrls, baseUrlsOf } from "./base-urls.ts";

/** Where the requests of a lesson can be sent, and with which credentials. */
export interface LessonTarget {
  baseUrls: BaseUrls;
  variables: CredentialVariables;
  /** Whether nothing answers there any more: the embedded organisation ended with the run. */
  isGone: boolean;
}

/** The target of a run, as its results and requests show it. */
export function lessonTarget(
  { embedded, credentialVariables }: Pick<Results, "embedded" | "credentialVariables">,
  exchanges: Iterable<Exchange>,
): LessonTarget {
  return {
    baseUrls: baseUrlsOf(exchanges),
    variables: credentialVariables ?? { token: "SLACK_SCIM_TOKEN" },
    isGone: embedded,
  };
}

/** The variable with the address of an organisation, up to what distinguishes the versions. */
const address = "SCIM_URL";

/** The start of a URL, as a POSIX shell reads it between double quotes. */
export function shellBaseUrl({ baseUrls, isGone }: LessonTarget, version: Version): string {
  return isGone ? `$${address}/${version === "1.1" ? "v1" : "v2"}` : baseUrls[version];
}

/** What a reader has to know to send the requests of a lesson. */
export function copyHint({ variables, isGone }: LessonTarget): string {
  const from =
    "token" in variables
      ? `the token from ${variables.token}`
      : `the user name from ${variables.username} and the password from ${variables.password}`;
  const hint = `Ids and names are invented. curl takes ${from}`;
  if (!isGone) return `${hint}.`;
  const serve = `${toolCommand("mock", "--port", "8080")} --token "$SLACK_SCIM_TOKEN"`;
  return (
    `${hint} and the address from ${address}, since this run's organisation has ended. ` +
    `${address} is https://api.slack.com/scim, or http://127.0.0.1:8080/scim after: ${serve}`
  );
}
