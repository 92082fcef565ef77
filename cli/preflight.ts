import { type Outcome, type ScimClient, TransportError } from "../client/index.ts";
import { UntestableError } from "./exit.ts";

/**
 * Finds out with one read whether a version can be tested at all, so that a wrong URL or token does
 * not look like a hundred broken rules.
 * @throws UntestableError that says why not
 */
export async function preflight(client: ScimClient): Promise<void> {
  const where = `SCIM ${client.version} at ${client.baseUrl}`;
  let answer: Outcome<unknown>;
  try {
    answer = await client.users.search({ count: 1 });
  } catch (error) {
    if (error instanceof TransportError) throw new UntestableError(`${where}: ${error.message}`);
    throw error;
  }
  const { status, error, json } = answer;
  const word = error?.word ? ` ${error.word}` : "";
  if (status === 401 || status === 403 || error?.word === "unsupported_version") {
    const what = client.scheme === "Basic" ? "user name or password" : "token";
    throw new UntestableError(`${where}: the ${what} is refused (HTTP ${status}${word})`);
  }
  if (status === 404)
    throw new UntestableError(`${where}: there is no SCIM service here (HTTP 404${word})`);
  if (status >= 300 && status < 400) {
    throw new UntestableError(`${where}: redirects elsewhere (HTTP ${status}); give the final URL`);
  }
  if (typeof json !== "object" || json === null) {
    const type = answer.headers["content-type"] ?? "a body without a content type";
    throw new UntestableError(`${where}: answers ${type}, not SCIM's JSON (HTTP ${status})`);
  }
}
