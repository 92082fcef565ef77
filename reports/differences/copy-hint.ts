import type { Results } from "../../schemas/index.ts";
import { toolCommand } from "../../schemas/shell.ts";
import type { BaseUrls } from "./base-urls.ts";

/** What a reader has to know to send the requests of a lesson. */
export function copyHint({ embedded }: Pick<Results, "embedded">, baseUrls: BaseUrls): string {
  const hint = "Ids and names are invented. curl takes the token from SLACK_SCIM_TOKEN.";
  const { port } = new URL(baseUrls["2.0"]);
  if (!embedded || port === "") return hint;
  const serve = toolCommand("mock", "--port", port);
  return `${hint} This run's organisation has ended; another one is served at its address by: ${serve}`;
}
