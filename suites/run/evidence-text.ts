import type { Exchange } from "../../schemas/index.ts";

/** An exchange in one line. */
export function headline({ id, request, response }: Exchange): string {
  const path = URL.canParse(request.url) ? new URL(request.url).pathname : request.url;
  return `${id} ${request.method} ${path} → ${response?.status ?? "no response"}`;
}

/** Exchanges in a line each. */
export function listing(exchanges: readonly Exchange[]): string {
  return `${exchanges.map(headline).join("\n")}\n`;
}

/** Exchanges of shared objects are evidence of many tests; each is formatted once. */
const texts = new WeakMap<Exchange, string>();

/** Exchanges as readable HTTP; several have headlines and lines between them. */
export function evidenceText(exchanges: readonly Exchange[]): string {
  const [only, second] = exchanges;
  if (only && !second) return textOf(only);
  const all = exchanges.map((exchange) => `${headline(exchange)}\n\n${textOf(exchange)}`);
  return all.join(`\n\n${"═".repeat(40)}\n\n`);
}

function textOf(exchange: Exchange): string {
  const text = texts.get(exchange) ?? asText(exchange);
  texts.set(exchange, text);
  return text;
}

/** An exchange as readable HTTP. */
function asText({ request, response, error }: Exchange): string {
  const lines = [
    `${request.method} ${request.url}`,
    ...headerLines(request.headers),
    "",
    request.body ?? "",
  ];
  lines.push("", "─".repeat(40), "");
  if (response) {
    const more = response.truncated ? "\n… (cut off in this record)" : "";
    lines.push(
      `HTTP ${response.status}`,
      ...headerLines(response.headers),
      "",
      pretty(response.body) + more,
    );
  } else {
    lines.push(`no response: ${error ?? "unknown reason"}`);
  }
  return lines.join("\n");
}

function headerLines(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
