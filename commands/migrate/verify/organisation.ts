import { Agent, request as httpRequest, type IncomingMessage } from "node:http";
import type { MigrationRequest } from "../../../schemas/index.ts";

/** An organisation that requests are replayed on; cli and tests start it. */
export interface Organisation {
  /** Without a path; 1.1 is at `/scim/v1`, 2.0 at `/scim/v2`. */
  readonly url: string;
  readonly token: string;
  /** Restores the organisation of the start. */
  reset(): void;
  changeSettings(changes: Readonly<Record<string, unknown>>): void;
}

export interface Sent extends MigrationRequest {
  headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  status: number;
  /** Parsed JSON; the text itself where it is none. */
  body: unknown;
  /** In seconds, where the answer says it. */
  retryAfter?: number;
}

/** An organisation does not answer: nothing can be replayed on it. */
export class NoAnswerError extends Error {
  override readonly name = "NoAnswerError";
}

/** In milliseconds. */
const longestAnswer = 30_000;

/** An agent with no proxy, whatever the environment says: nothing of a recording leaves the process. */
const agent = new Agent({ keepAlive: true });

/**
 * Sends one request. A path cannot lead to another host, as recordings are not trusted.
 *
 * @throws NoAnswerError where the organisation does not answer
 */
export async function send(
  { url, token }: Pick<Organisation, "url" | "token">,
  { method, path, body, headers = {} }: Sent,
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const sent = body === undefined || method === "GET" ? undefined : JSON.stringify(body);
  const options = {
    ...{ agent, hostname, port, method, path: pathOf(url, path) },
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
    timeout: longestAnswer,
  };
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const request = httpRequest(options, (response) => {
        answerOf(response).then(resolve, reject);
      });
      request.on("timeout", () => request.destroy(new Error("no answer in time")));
      request.on("error", reject);
      request.end(sent);
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : "error";
    throw new NoAnswerError(`the embedded organisation does not answer (${why})`);
  }
}

/** A path and query with everything encoded that HTTP does not allow. */
function pathOf(url: string, path: string): string {
  const address = new URL(url);
  const query = path.indexOf("?");
  address.pathname = query < 0 ? path : path.slice(0, query);
  address.search = query < 0 ? "" : path.slice(query);
  return `${address.pathname}${address.search}`;
}

async function answerOf(response: IncomingMessage): Promise<Answer> {
  response.setEncoding("utf8");
  let text = "";
  for await (const chunk of response) text += String(chunk);
  const retryAfter = Number(response.headers["retry-after"] ?? Number.NaN);
  return {
    ...{ status: response.statusCode ?? 0, body: parsed(text) },
    ...(Number.isFinite(retryAfter) && { retryAfter }),
  };
}

function parsed(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
