import type { Exchange, Json } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import { bodyOf, formOf } from "./body.ts";
import { cut, inThirdPerson, phraseOf, withChanges } from "./change-words.ts";
import { type Change, changesOf, changesSince } from "./changes.ts";
import { resourceIn } from "./exchange-pairs.ts";
import { isAccepted, outcomeOf } from "./outcome-words.ts";
import { readBack } from "./read-back.ts";

/** What a step of a difference is for, and how it ended. */
export interface Caption {
  /** `clears title`, `the 1.1 body sent to 2.0 (clears title)`. */
  does: string;
  /** `rejected with 400 invalid_syntax`, `title is still there`; empty where nothing is to be said. */
  outcome: string;
}

/** A caption as one text. */
export const captionText = ({ does, outcome }: Caption): string =>
  outcome === "" ? does : `${does}: ${outcome}`;

/** What the steps so far have done to one resource. */
interface Known {
  /** What was last sent as the whole of it. */
  whole: Json | undefined;
  changes: readonly Change[];
  isWritten: boolean;
}

/** More changes are not named one by one. */
const mostChanges = 3;
/** Captions by the ids of exchanges, each made when it is asked for: a lesson needs two of dozens. */
export type Captions = ReadonlyMap<string, () => Caption>;

/** @param exchanges those of one difference with one version, in their order */
export function captionsOf(exchanges: readonly Exchange[]): Captions {
  const captions = new Map<string, () => Caption>();
  const resources = new Map<string, Known>();
  const sent = new Set<string>();
  const hasForeign = exchanges.some(isForeign);
  for (const exchange of exchanges) {
    const { method, url, body } = exchange.request;
    const path = pathOf(url);
    const known = resources.get(path);
    const same = JSON.stringify([method, url, body]);
    const again = method !== "GET" && sent.has(same) ? " again" : "";
    captions.set(exchange.id, () => {
      const caption = describe(exchange, known, hasForeign);
      return { ...caption, does: caption.does + again };
    });
    sent.add(same);
    learn(resources, exchange, known);
  }
  return captions;
}

/** Remembers what a step did, for the steps that read it back. */
function learn(resources: Map<string, Known>, exchange: Exchange, known: Known | undefined): void {
  const { method, url } = exchange.request;
  const parsed = bodyOf(exchange.request);
  if (method === "POST") {
    const created = bodyOf(exchange.response);
    const id = isObject(created) && typeof created.id === "string" ? `/${created.id}` : "";
    resources.set(pathOf(url) + id, { whole: parsed, changes: [], isWritten: true });
  } else if (method === "PUT") {
    const changes = changesSince(known?.whole, parsed);
    resources.set(pathOf(url), { whole: parsed, changes, isWritten: true });
  } else if (method === "PATCH") {
    resources.set(pathOf(url), {
      whole: known?.whole,
      changes: changesOf(parsed),
      isWritten: true,
    });
  } else if (method === "DELETE") {
    const changes: Change[] = [{ does: "set", path: "active" }];
    resources.set(pathOf(url), { whole: known?.whole, changes, isWritten: true });
  }
}

function describe(exchange: Exchange, known: Known | undefined, hasForeign: boolean): Caption {
  const { method, url } = exchange.request;
  const { type, rest } = resourceIn(pathOf(url));
  const noun = nounOf(type);
  const parsed = bodyOf(exchange.request);
  const isOne = rest !== "";
  if (method === "GET") return ofRead(exchange, noun, isOne, known);
  if (noun === undefined || /^\/\./.test(rest))
    return tried(exchange, [`send ${method} ${type}${rest}`]);
  if (method === "POST" && !isOne) {
    return inForm(exchange, [`create a ${noun}`]) ?? tried(exchange, [`create a ${noun}`]);
  }
  if (method === "PUT" && isOne) {
    const replace = `replace the ${noun}${withChanges(changesSince(known?.whole, parsed))}`;
    return inForm(exchange, [replace]) ?? tried(exchange, [replace]);
  }
  if (method === "PATCH" && isOne) {
    const changes = changesOf(parsed);
    const isFew = changes.length > 0 && changes.length <= mostChanges;
    const phrases = isFew ? [...new Set(changes.map(phraseOf))] : [`change the ${noun}`];
    const own = { ...tried(exchange, phrases), outcome: outcomeOf(exchange) };
    return inForm(exchange, phrases, hasForeign) ?? own;
  }
  if (method === "DELETE" && isOne) {
    return { ...tried(exchange, [`delete the ${noun}`]), outcome: outcomeOf(exchange) };
  }
  return tried(exchange, [`send ${method} ${type}${rest}`]);
}

/**
 * Says whose form the body has, where that is what the step tries.
 *
 * @param isSaid also of the version's own form
 */
function inForm(
  exchange: Exchange,
  phrases: readonly string[],
  isSaid = false,
): Caption | undefined {
  const form = formOf(bodyOf(exchange.request));
  if (form === undefined || !(isSaid || isForeign(exchange))) return undefined;
  return {
    does: `the ${form} body sent to ${exchange.version} (${inThirdPerson(phrases)})`,
    outcome: outcomeOf(exchange),
  };
}

function isForeign({ version, request }: Exchange): boolean {
  const form = formOf(bodyOf(request));
  return form !== undefined && form !== version;
}

function ofRead(
  exchange: Exchange,
  noun: string | undefined,
  isOne: boolean,
  known: Known | undefined,
): Caption {
  const { url } = exchange.request;
  const { type, rest } = resourceIn(pathOf(url));
  const query = queryOf(url);
  const shown = bodyOf(exchange.response);
  if (noun === undefined) {
    const document = documents[type.toLowerCase()];
    const what = document && (rest === "" ? document : `${document} at ${type}${rest}`);
    return tried(exchange, [`read ${what ?? type + rest}`]);
  }
  if (isOne) {
    const how = query === "" ? "" : ` with ${query}`;
    const isBack = known?.isWritten === true;
    const read = tried(exchange, [`read the ${noun}${isBack ? " back" : ""}${how}`]);
    if (!isAccepted(exchange)) return read;
    return { ...read, outcome: readBack(shown, known?.changes ?? []) };
  }
  const listed = tried(exchange, [searchOf(noun, url, query)]);
  return isAccepted(exchange) ? { ...listed, outcome: countIn(shown) } : listed;
}

function searchOf(noun: string, url: string, query: string): string {
  const filter = new URL(url, "http://unknown").searchParams.get("filter");
  const [, attribute] = /^(\w+) eq (?:"[^"]*"|'[^']*')$/.exec(filter ?? "") ?? [];
  if (attribute !== undefined) return `find the ${noun} by ${attribute}`;
  if (filter !== null) return `search ${noun}s for ${cut(filter)}`;
  return query === "" ? `list ${noun}s` : `list ${noun}s with ${query}`;
}

function countIn(list: Json | undefined): string {
  if (!isObject(list) || typeof list.totalResults !== "number") return "";
  return `${list.totalResults} ${list.totalResults === 1 ? "result" : "results"}`;
}

/** What was done, or what was tried where it was not accepted. */
function tried(exchange: Exchange, phrases: readonly string[]): Caption {
  if (isAccepted(exchange)) return { does: inThirdPerson(phrases), outcome: "" };
  return { does: `tries to ${phrases.join(" and ")}`, outcome: outcomeOf(exchange) };
}

const documents: Readonly<Record<string, string>> = {
  serviceproviderconfig: "the provider configuration",
  resourcetypes: "the resource types",
  schemas: "the schemas",
  me: "the authenticated user",
};

function nounOf(type: string): "user" | "group" | undefined {
  const name = type.toLowerCase();
  return name === "users" ? "user" : name === "groups" ? "group" : undefined;
}

const pathOf = (url: string) => new URL(url, "http://unknown").pathname;

/** A query as a person reads it. */
function queryOf(url: string): string {
  const { searchParams } = new URL(url, "http://unknown");
  return cut([...searchParams].map(([name, value]) => `${name}=${value}`).join("&"));
}
