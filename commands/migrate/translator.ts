import { patchOpUrn } from "../../client/dialects/urns.ts";
import { dialect20 } from "../../client/dialects/v2.0.ts";
import type { MigrationRequest, MigrationStatus, PatchIntent } from "../../schemas/index.ts";
import { isDeeperThan, isObject, type JsonObject } from "../../schemas/json-value.ts";
import { writable } from "./attributes.ts";
import { type Draft, draftOf, operationOf, resourceOf } from "./draft.ts";
import { printed } from "./filter-tokens.ts";
import { formOf } from "./form.ts";
import { Lookups } from "./lookups.ts";
import { withoutPasswords, withoutSecrets } from "./masking/without-secrets.ts";
import type { RecordedRequest } from "./request.ts";
import { type Rule, writes } from "./rule.ts";
import { rules as allRules } from "./rules/index.ts";
import { writtenSchemas } from "./rules/schemas.ts";
import { notShown } from "./shown.ts";
import type { AnswerChange, Translation } from "./translation.ts";

interface TranslatorOptions {
  /** The path of 1.1 before `/Users`; default `/scim/v1`. What stands before it, such as a proxy's prefix, is kept. */
  readonly basePath?: string;
  /** For tests of the rules. */
  readonly rules?: readonly Rule[];
}

/** The deepest nesting of a body that is read; Slack's limit is not known (FACT-FORMAT-28). */
const deepest = 64;

const dialect = dialect20("slack");

/**
 * Translates recorded 1.1 requests to 2.0, one by one in the order in which they were sent. The order matters only
 * where a filtered GET precedes a write; of earlier requests only the last of these is kept.
 */
export class Translator {
  readonly #basePath: string;
  readonly #rules: readonly Rule[];
  readonly #lookups = new Lookups();

  constructor({ basePath = "/scim/v1", rules = allRules }: TranslatorOptions = {}) {
    this.#basePath = basePath.replace(/\/+$/, "");
    this.#rules = rules;
  }

  /** Never throws: a request that cannot be read has the status `unreadable`. */
  translate(request: RecordedRequest): Translation {
    if (request.unreadable !== undefined) return this.#unreadable(request, request.unreadable);
    if (isDeeperThan(deepest, request.body) || isDeeperThan(deepest, request.answer?.body)) {
      return this.#unreadable(request, `the body is nested deeper than ${deepest} levels`);
    }
    const afterFilter = this.#lookups.precedes(request);
    const draft = draftOf(request, { basePath: this.#basePath, afterFilter });
    if (!draft) return this.#unreadable(request, "the path is not one of 1.1");
    if (draft.hasBody && !isObject(request.body)) {
      return this.#unreadable(request, "the body is not a JSON object");
    }
    const form = formOf(draft);
    const applied = this.#rules.filter((rule) => isOn(rule, draft) && rule.apply(draft));
    if (lacksBody(draft)) return this.#unreadable(request, "the recording has no body");
    if (draft.filter && operationOf(draft) === "list") this.#lookups.add(request);
    return translationOf(draft, form, applied);
  }

  /** What is known of a request that cannot be read is its method and path. */
  #unreadable(request: RecordedRequest, why: string): Translation {
    const { method, path } = request;
    const known = { ...request, body: undefined };
    const draft =
      method === "" ? undefined : draftOf(known, { basePath: this.#basePath, afterFilter: false });
    return {
      form: draft ? `${formOf(draft)} (unreadable)` : "unreadable",
      status: "unreadable",
      v1: { method, path: withoutSecrets(path) },
      v2: null,
      warnings: [{ code: "unreadable", text: why }],
      differences: [],
      answer: [],
    };
  }
}

/** A write without a body, unless it was rejected for that: logs record no bodies. */
function lacksBody(draft: Draft): boolean {
  const status = draft.request.answer?.status ?? 0;
  return !draft.hasBody && writes.includes(operationOf(draft)) && (status < 400 || status >= 500);
}

function isOn({ on, resource }: Rule, draft: Draft): boolean {
  if (on && !on.includes(operationOf(draft))) return false;
  return resource === undefined || resourceOf(draft) === resource;
}

function translationOf(draft: Draft, form: string, applied: readonly Rule[]): Translation {
  const { request } = draft;
  const v1: MigrationRequest = {
    method: request.method,
    path: withoutSecrets(request.path),
    ...(request.body === undefined ? {} : { body: withoutPasswords(request.body) }),
  };
  const written = writtenRequest(draft);
  const missing = missingIn(request);
  const status = statusOf(draft, applied, written, missing);
  const { warnings, differences, answer } = told(applied);
  if (status === "never-worked") warnings.unshift(rejectedIn11(request.answer?.status));
  if (status === "no-effect-seen" && missing !== undefined) {
    warnings.unshift({ code: status, text: noEffectSeen(missing) });
  }
  return {
    form,
    status,
    v1,
    v2: status === "no-equivalent" ? null : [written],
    warnings,
    differences,
    answer,
  };
}

function rejectedIn11(status: number | undefined): Translation["warnings"][number] {
  return status === 409
    ? {
        code: "already-exists",
        text: "1.1 rejected the request since what it creates exists already. 2.0 rejects it too, with 409 or 400.",
      }
    : {
        code: "never-worked",
        text: "1.1 rejected the request. The 2.0 request may be rejected as well, or begin to work: find out what it was for.",
      };
}

const noEffectSeen = (attribute: string) =>
  `1.1 answered with success, but the answer does not show what was asked for (${attribute}). In 2.0 the request may begin to work: find out whether you want that.`;

/** Warnings, differences and changes of the answer of the rules that applied, each once. */
function told(applied: readonly Rule[]): {
  warnings: Translation["warnings"];
  differences: string[];
  answer: AnswerChange[];
} {
  const warnings = new Map<string, Translation["warnings"][number]>();
  const differences = new Set<string>();
  const answer: AnswerChange[] = [];
  for (const rule of applied) {
    for (const difference of rule.differences) differences.add(difference);
    if (!rule.warning) continue;
    const { code, text } = rule.warning;
    warnings.set(text, { code, text });
    if (rule.aboutAnswer) answer.push({ code, text, differences: rule.differences });
  }
  return { warnings: [...warnings.values()], differences: [...differences], answer };
}

function statusOf(
  draft: Draft,
  applied: readonly Rule[],
  written: MigrationRequest,
  missing: string | undefined,
): MigrationStatus {
  const { request } = draft;
  const status = request.answer?.status ?? 0;
  const consequences = new Set(applied.map(({ consequence }) => consequence));
  if (consequences.has("no-equivalent")) return "no-equivalent";
  // A 429 judges how often a client asks, not what for.
  if (status >= 400 && status < 500 && status !== 429) return "never-worked";
  if (missing !== undefined) return "no-effect-seen";
  if (consequences.has("changes-meaning")) return "changes-meaning";
  if (consequences.has("in-doubt") && !isAccepted(status)) return "changes-meaning";
  return isSame(draft, written) ? "same" : "rewritten";
}

/** What an accepted write asked for and its answer does not show. */
function missingIn({ method, body, answer }: RecordedRequest): string | undefined {
  const isWrite = ["POST", "PUT", "PATCH"].includes(method.toUpperCase());
  return isWrite && isAccepted(answer?.status) ? notShown(body, answer?.body) : undefined;
}

const isAccepted = (status = 0) => status >= 200 && status < 300;

/** Whether the request differs in nothing but the path of the version. */
function isSame({ request, v1Base, v2Base }: Draft, written: MigrationRequest): boolean {
  if (request.method.toUpperCase() !== written.method || written.body !== undefined) return false;
  if (v1Base.includes("//")) return false;
  return request.path.slice(v1Base.length) === written.path.slice(v2Base.length);
}

function writtenRequest(draft: Draft): MigrationRequest {
  const { method } = draft;
  const path = writtenPath(draft);
  const body = writtenBody(draft);
  return body === undefined ? { method, path } : { method, path, body: withoutPasswords(body) };
}

function writtenPath({ base, segments, parameters, filter }: Draft): string {
  const path = [base, ...segments].join("/");
  const query = parameters.map(({ name, value, raw }) => {
    const text = name === "filter" && filter ? filterText(filter) : value;
    if (raw !== undefined && text === value && name !== "filter") return raw;
    return `${encodeURIComponent(name)}=${encoded(text)}`;
  });
  return query.length === 0 ? path : `${path}?${query.join("&")}`;
}

const filterText = ({ tokens, text }: NonNullable<Draft["filter"]>) =>
  tokens ? printed(tokens) : text;

/** Percent-encoded; a lone surrogate, which has no UTF-8 form, becomes U+FFFD. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
}

function writtenBody(draft: Draft): JsonObject | undefined {
  const resource = resourceOf(draft);
  if (!draft.hasBody || resource === undefined) return undefined;
  switch (operationOf(draft)) {
    case "create":
    case "replace": {
      const { members } = draft;
      return { schemas: writtenSchemas(draft, resource), ...Object.fromEntries(members) };
    }
    case "patch":
      return patchBody(draft, resource);
    default:
      return undefined;
  }
}

/** A PatchOp with what the members of a partial body change, then the operations that were sent. */
function patchBody(draft: Draft, resource: "Users" | "Groups"): JsonObject {
  const { removals, changes, operations } = draft;
  const intents = [...removals, ...inOrder(changes, writable[resource])];
  if (!operations) return dialect.encodePatch(intents);
  const encoded = intents.length === 0 ? [] : dialect.encodePatch(intents).Operations;
  const before = Array.isArray(encoded) ? encoded : [];
  return { schemas: [patchOpUrn], Operations: [...before, ...operations] };
}

/** The changes in the order of the attributes; extensions last. */
function inOrder(changes: readonly PatchIntent[], order: readonly string[]): PatchIntent[] {
  const place = ({ path }: PatchIntent) => order.indexOf(path.split(".", 1)[0] ?? "");
  return [...changes].sort((one, other) => place(one) - place(other));
}
