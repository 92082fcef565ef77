import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

interface Asked {
  method: string;
  /** `Users` or `Groups`. */
  kind: string;
  id: string | undefined;
  query: URLSearchParams;
  body: Record<string, unknown>;
}

export interface Answered {
  status: number;
  body?: unknown;
}

/**
 * Replaces the ordinary response; `proceed` executes the request and returns that response, `hang`
 * never responds.
 */
type Interference = (asked: Asked, proceed: () => Answered) => Answered | "hang";

type Resource = Record<string, unknown> & { id: string };

/** An organisation with a few users and groups, in one version, with any fault that a test defines. */
export interface SmallOrganisation {
  readonly baseUrl: string;
  readonly resources: Record<string, Map<string, Resource>>;
  /** Each request as `METHOD Kind/id`. */
  readonly log: string[];
  interfere: Interference;
  add(kind: "Users" | "Groups", resource: Resource): void;
  close(): Promise<void>;
}

const noSuch: Answered = { status: 404, body: { detail: "no_such_user" } };

/** Serves it on a free port of loopback, at `/scim/v2`. */
export async function startSmallOrganisation(): Promise<SmallOrganisation> {
  const resources: SmallOrganisation["resources"] = { Users: new Map(), Groups: new Map() };
  const log: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const [, , , kind = "", id] = url.pathname.split("/");
    const method = request.method ?? "";
    const asked: Asked = {
      method,
      kind,
      id: id === undefined ? undefined : decodeURIComponent(id),
      query: url.searchParams,
      body: parsed(text),
    };
    const filter = asked.query.get("filter");
    log.push(
      `${method} ${kind}${id === undefined ? "" : `/${asked.id}`}${filter ? `?${filter}` : ""}`,
    );
    const answer = organisation.interfere(asked, () =>
      ordinary(asked, resources[kind] ?? new Map()),
    );
    if (answer === "hang") return;
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const organisation: SmallOrganisation = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim/v2`,
    resources,
    log,
    interfere: (_, proceed) => proceed(),
    add: (kind, resource) => void resources[kind]?.set(resource.id, resource),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return organisation;
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function ordinary({ method, kind, id, query, body }: Asked, all: Map<string, Resource>): Answered {
  if (id === undefined) {
    if (method !== "GET") return { status: 405 };
    const found = [...all.values()].filter((one) => matches(one, query.get("filter")));
    const from = Number(query.get("startIndex") ?? 1) - 1;
    const page = found.slice(from, from + Number(query.get("count") ?? 100));
    return { status: 200, body: { totalResults: found.length, Resources: page } };
  }
  const one = all.get(id);
  if (!one) return noSuch;
  if (method === "GET") return { status: 200, body: one };
  if (method === "DELETE") {
    if (kind === "Groups") all.delete(id);
    else one.active = false;
    return { status: 204 };
  }
  if (method === "PUT") Object.assign(one, body);
  else
    for (const { path, value } of body.Operations as { path: string; value: unknown }[])
      one[path] = value;
  return { status: 200, body: one };
}

/** `attribute eq "text"` alone. */
function matches(resource: Resource, filter: string | null): boolean {
  if (filter === null) return true;
  const [, attribute = "", text = ""] = /^([\w.]+) eq (".*")$/.exec(filter) ?? [];
  const value: unknown = JSON.parse(text);
  const emails = (resource.emails ?? []) as { value?: string }[];
  const own = attribute.startsWith("email")
    ? emails.map((one) => one.value)
    : [resource[attribute]];
  return own.includes(value);
}
