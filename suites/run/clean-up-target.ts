import {
  type JsonObject,
  type Outcome,
  type ScimClient,
  type SearchOptions,
  TransportError,
} from "../../client/index.ts";
import type { PatchIntent } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import { at } from "../json.ts";
import type { Pace } from "./clean-up-pace.ts";
import { type ResourceType, usableId } from "./journal-lines.ts";

/** The result of reading a resource. */
export type State =
  | { kind: "gone" }
  /** `active` is undefined where a user does not have it. */
  | { kind: "there"; resource: JsonObject; active: boolean | undefined }
  /** A response that does not show whether the resource exists. */
  | { kind: "unclear"; why: string };

/** A resource in a list. */
export interface Row {
  id: string | undefined;
  resource: unknown;
  active: boolean | undefined;
}

export type Listing = { rows: Row[]; total: number | undefined } | { refused: string };

/** The calls of users or of groups. */
interface Calls {
  get(id: string): Promise<Outcome<unknown>>;
  list(options: SearchOptions): Promise<Outcome<unknown>>;
  delete(id: string): Promise<Outcome<unknown>>;
  patch(id: string, intents: readonly PatchIntent[]): Promise<Outcome<unknown>>;
  replace(id: string, resource: object): Promise<Outcome<unknown>>;
}

const attempts = 4;

/**
 * One type of resource of one version, as clean-up uses it: failed requests are repeated, and only
 * SCIM responses are trusted.
 */
export class CleanUpTarget {
  readonly client: ScimClient;
  readonly type: ResourceType;
  readonly #calls: Calls;
  readonly #pace: Pace;
  readonly #repeatAfterMs: number;

  /** @param repeatAfterMs the first pause before a failed request is repeated, in milliseconds */
  constructor(client: ScimClient, type: ResourceType, pace: Pace, repeatAfterMs: number) {
    this.client = client;
    this.type = type;
    this.#calls = type === "User" ? client.users : client.groups;
    this.#pace = pace;
    this.#repeatAfterMs = repeatAfterMs;
  }

  async read(id: string): Promise<State> {
    const answer = await this.#send(() => this.#calls.get(id));
    if (typeof answer === "string") return { kind: "unclear", why: answer };
    const { status, json } = answer;
    if (status === 404 || status === 410) return { kind: "gone" };
    if (status < 200 || status >= 300 || !isObject(json)) {
      return { kind: "unclear", why: `its read returned ${describe(answer)}` };
    }
    if (json.id !== undefined && usableId(json.id) !== id) {
      return { kind: "unclear", why: "its read returned another resource" };
    }
    return { kind: "there", resource: json, active: isActive(this.type, json) };
  }

  async list(options: SearchOptions): Promise<Listing> {
    const answer = await this.#send(() => this.#calls.list(options));
    if (typeof answer === "string") return { refused: answer };
    const { status, json } = answer;
    const listed = at(json, "Resources");
    const total = at(json, "totalResults");
    const isList = status >= 200 && status < 300 && (Array.isArray(listed) || total === 0);
    if (!isList) return { refused: `the list returned ${describe(answer)}` };
    const resources: unknown[] = Array.isArray(listed) ? listed : [];
    return {
      rows: resources.map((resource) => ({
        id: usableId(at(resource, "id")),
        resource,
        active: isActive(this.type, resource),
      })),
      total: typeof total === "number" ? total : undefined,
    };
  }

  /** @returns the status or the failure, and a description */
  async delete(id: string): Promise<{ status: number; said: string }> {
    return describeAnswer("DELETE", await this.#send(() => this.#calls.delete(id)));
  }

  async patchInactive(id: string): Promise<{ status: number; said: string }> {
    const intent = { kind: "set", path: "active", value: false } as const;
    return describeAnswer("PATCH", await this.#send(() => this.#calls.patch(id, [intent])));
  }

  /** PUT of a user with a changed `active`. */
  async putInactive(
    id: string,
    { userName, nickName, displayName, emails, name }: JsonObject,
  ): Promise<{ status: number; said: string }> {
    const kept = Object.entries({ userName, nickName, displayName, emails, name });
    const user = Object.fromEntries(kept.filter(([, value]) => value !== undefined));
    const put = () => this.#calls.replace(id, { ...user, active: false });
    return describeAnswer("PUT", await this.#send(put));
  }

  /** A response, or the failure where none is usable after some attempts. @throws GaveUpError */
  async #send<T>(request: () => Promise<Outcome<T>>): Promise<Outcome<T> | string> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#pace.within(() => request().catch(asTrouble));
      const isFinal = typeof answer !== "string" && answer.status !== 429 && answer.status < 500;
      // 501 is not a temporary failure.
      if (isFinal || (typeof answer !== "string" && answer.status === 501)) return answer;
      this.#pace.troubled(typeof answer === "string" ? answer : describe(answer));
      if (attempt === attempts) return answer;
      await this.#pace.wait(this.#repeatAfterMs * 2 ** (attempt - 1));
    }
  }
}

/** @throws errors that are not trouble of the target */
function asTrouble(error: unknown): string {
  if (error instanceof TransportError) return error.message;
  if (error instanceof URIError) return "its id cannot be part of a URL";
  throw error;
}

function describeAnswer(
  method: string,
  answer: Outcome<unknown> | string,
): { status: number; said: string } {
  if (typeof answer === "string") return { status: 0, said: `${method}: ${answer}` };
  return { status: answer.status, said: `${method} ${describe(answer)}` };
}

/** A response in a few words; the server's text is only quoted where it looks like an error code. */
function describe({ status, error }: Outcome<unknown>): string {
  const code = error?.code ?? "";
  return `HTTP ${status}${/^[a-z_]{1,60}$/i.test(code) ? ` ${code}` : ""}`;
}

/** `active` of a user; an existing group is active. */
function isActive(type: ResourceType, resource: unknown): boolean | undefined {
  if (type === "Group") return true;
  const active = at(resource, "active");
  if (typeof active === "boolean") return active;
  // Some servers send it as a string.
  if (typeof active !== "string") return undefined;
  return /^true$/i.test(active) ? true : /^false$/i.test(active) ? false : undefined;
}
