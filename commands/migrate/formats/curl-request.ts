import { bothShown, shownByUser, shownIn, shownSecrets } from "./credentials.ts";
import { type CurlArgument, curlArguments } from "./curl-options.ts";
import type { Entry, ShownCredentials } from "./entry.ts";
import { decisiveHeaders } from "./headers.ts";
import { bodyOfText, type ReadBody } from "./json-body.ts";
import { pathOfUrl } from "./url-path.ts";

/** A variable that stands in a body without quotes. */
const variable = /\$\{\w+[^{}"]*\}|\$\w+|\$\(…\)/;

export interface CurlContext {
  line: number;
  standardInput: string | undefined;
  /** Variables that the script sets, by name. */
  variables: ReadonlyMap<string, string>;
  /** Undefined where a file may not be read. */
  readFile: (name: string) => string | undefined;
}

/** The requests of one call of curl: one for each address, and for each part after `--next`. */
export function curlRequests(words: readonly string[], context: CurlContext): Entry[] {
  const parts: CurlArgument[][] = [[]];
  for (const argument of curlArguments(words)) {
    if (argument.means === "next") parts.push([]);
    else parts.at(-1)?.push(argument);
  }
  return parts.flatMap((part) => requestsOf(part, context));
}

function requestsOf(given: readonly CurlArgument[], context: CurlContext): Entry[] {
  const valuesOf = (means: CurlArgument["means"]) =>
    given.filter((one) => one.means === means).map(({ value }) => value);
  const has = (means: CurlArgument["means"]) => given.some((one) => one.means === means);
  const data = dataOf(given, context);
  const isQuery = has("get");
  const body = isQuery ? undefined : data;
  const query = [...valuesOf("query"), ...(isQuery && data.text !== undefined ? [data.text] : [])];
  const headers = valuesOf("header").map(headerOf);
  const method =
    valuesOf("method").at(-1) ??
    methodOf(has, body?.text !== undefined || body?.unreadable !== undefined);
  const users = valuesOf("user").map(shownByUser);
  const others = shownSecrets([...valuesOf("bearer"), ...valuesOf("cookie").filter(isCookie)]);
  return valuesOf("url").map((written): Entry => {
    const url = withQuery(withVariable(written, context.variables), query);
    const credentials = [shownIn(headers, url), others, ...users].reduce<
      ShownCredentials | undefined
    >(bothShown, undefined);
    return {
      entry: context.line,
      method: method.toUpperCase(),
      path: pathOfUrl(url),
      ...decisiveHeaders(headers),
      ...bodyOf(body, context.variables),
      ...(credentials && { credentials }),
    };
  });
}

/** A value of `-b` that is not the name of a file. */
const isCookie = (value: string) => value.includes("=");

function methodOf(has: (means: CurlArgument["means"]) => boolean, hasBody: boolean): string {
  if (has("head")) return "HEAD";
  if (has("upload")) return "PUT";
  return hasBody || has("form") ? "POST" : "GET";
}

interface Data {
  /** Undefined without data. */
  text: string | undefined;
  unreadable?: string;
}

/** The data of all options together, as curl joins it. */
function dataOf(given: readonly CurlArgument[], context: CurlContext): Data {
  const parts: string[] = [];
  for (const { means, value } of given) {
    if (means === "form") return { text: undefined, unreadable: "the body is a form, not JSON" };
    if (!["data", "raw", "json", "encoded", "upload"].includes(means)) continue;
    const file = fileIn(means, value);
    const text = file === undefined ? value : contentOf(file, context);
    if (text === undefined) {
      const unreadable = "the body is in a file that is not beside the script";
      return { text: undefined, unreadable };
    }
    parts.push(means === "encoded" ? encoded(value, text) : text);
  }
  if (parts.length === 0) return { text: undefined };
  return { text: parts.join(given.some(({ means }) => means === "json") ? "" : "&") };
}

/** The file that an option names; undefined where the value is the data itself. */
function fileIn(means: CurlArgument["means"], value: string): string | undefined {
  if (means === "upload") return value;
  if (means === "encoded") return /^[^=@]*@(.+)$/s.exec(value)?.[1];
  return means !== "raw" && value.startsWith("@") ? value.slice(1) : undefined;
}

/** `-` and `.` are standard input. */
function contentOf(file: string, { standardInput, readFile }: CurlContext): string | undefined {
  return file === "-" || file === "." || file === "/dev/stdin" ? standardInput : readFile(file);
}

/** `content`, `=content`, `name=content`, `@file` and `name@file`, as curl encodes them. */
function encoded(value: string, content: string): string {
  const [, name = "", sign = "", rest = ""] = /^([^=@]*)([=@])(.*)$/s.exec(value) ?? [];
  if (sign === "") return encodeURIComponent(content);
  const text = encodeURIComponent(sign === "=" ? rest : content);
  return name === "" ? text : `${name}=${text}`;
}

function headerOf(header: string): readonly [string, string] {
  const colon = header.indexOf(":");
  return colon < 0 ? [header, ""] : [header.slice(0, colon).trim(), header.slice(colon + 1).trim()];
}

function withQuery(url: string, query: readonly string[]): string {
  if (query.length === 0) return url;
  return `${url}${url.includes("?") ? "&" : "?"}${query.join("&")}`;
}

/** A text that begins with a variable that the script sets, such as `$HOST/scim/v1`. */
export function withVariable(url: string, variables: ReadonlyMap<string, string>): string {
  const [found, braced, plain] = /^\$(?:\{(\w+)\}|(\w+))/.exec(url) ?? [];
  const value = variables.get(braced ?? plain ?? "");
  return found === undefined || value === undefined ? url : value + url.slice(found.length);
}

function bodyOf(data: Data | undefined, variables: ReadonlyMap<string, string>): ReadBody {
  if (data?.unreadable !== undefined) return { unreadable: data.unreadable };
  if (data?.text === undefined) return {};
  const isVariable = /^\$(?:\{\w+\}|\w+|\(…\))$/.test(data.text);
  const text = isVariable ? withVariable(data.text, variables) : data.text;
  if (isVariable && text === data.text) {
    return { unreadable: "the body is a variable that the script does not set" };
  }
  return bodyOfText(text, variable);
}
