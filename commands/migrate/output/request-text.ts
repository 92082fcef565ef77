import { withoutInvisible } from "../../../reports/visible-text.ts";
import type { MigrationRequest } from "../../../schemas/index.ts";
import { curlCredentials, inQuotes } from "../../../schemas/shell.ts";

/** Where Slack serves SCIM. */
const host = "https://api.slack.com";
export const tokenVariable = "SLACK_SCIM_TOKEN";

/** A request in the forms in which a reader wants it. */
export interface RequestTexts {
  http: string;
  curl: string;
  python: string;
}

export function textsOf(request: MigrationRequest): RequestTexts {
  return { http: httpText(request), curl: curlText(request), python: pythonText(request) };
}

/** The request as the text of HTTP. */
export function httpText({ method, path, body }: MigrationRequest): string {
  const line = `${method || "?"} ${path || "?"}`;
  return body === undefined ? line : `${line}\nContent-Type: application/json\n\n${json(body)}`;
}

/** A command for a POSIX shell, which takes the token from the environment. */
function curlText({ method, path, body }: MigrationRequest): string {
  return [
    // curl would take brackets and braces in an address for several addresses.
    `curl ${/[[\]{}]/.test(path) ? "-g " : ""}-i ${method === "GET" ? "" : `-X ${method} `}${inQuotes(host + path)}`,
    curlCredentials({ token: tokenVariable }).join(" "),
    ...(body === undefined
      ? []
      : [
          `-H ${inQuotes("Content-Type: application/json")}`,
          `--data-binary ${inQuotes(json(body))}`,
        ]),
  ].join(" \\\n  ");
}

/** A call of Python's requests, which takes the token from the environment. */
function pythonText({ method, path, body }: MigrationRequest): string {
  const lines = [
    "import os",
    "import requests",
    "",
    "response = requests.request(",
    `    ${pythonString(method)},`,
    `    ${pythonString(host + path)},`,
    `    headers={"Authorization": f"Bearer {os.environ['${tokenVariable}']}"},`,
    ...(body === undefined ? [] : [`    json=${literal(body, "    ")},`]),
    "    timeout=30,",
    ")",
    "response.raise_for_status()",
  ];
  return lines.join("\n");
}

/** Invisible characters are escaped: what is copied must be what is seen, and what is sent. */
const json = (body: unknown) =>
  withoutInvisible(JSON.stringify(body, null, 2), (code) =>
    String.fromCodePoint(code)
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );

/** Python reads the escapes of JSON, but not a character in two halves. */
const pythonString = (text: string) =>
  withoutInvisible(JSON.stringify(text), (code) =>
    code > 0xffff
      ? `\\U${code.toString(16).padStart(8, "0")}`
      : `\\u${code.toString(16).padStart(4, "0")}`,
  );

/** JSON as Python writes it. */
function literal(value: unknown, indent: string): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  const inner = `${indent}    `;
  if (Array.isArray(value)) {
    const items = value.map((one) => `${inner}${literal(one, inner)},\n`);
    return items.length === 0 ? "[]" : `[\n${items.join("")}${indent}]`;
  }
  if (typeof value === "object") {
    const items = Object.entries(value).map(
      ([name, member]) => `${inner}${pythonString(name)}: ${literal(member, inner)},\n`,
    );
    return items.length === 0 ? "{}" : `{\n${items.join("")}${indent}}`;
  }
  return typeof value === "string" ? pythonString(value) : JSON.stringify(value);
}
