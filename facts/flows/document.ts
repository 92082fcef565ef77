import { sources } from "../sources.ts";
import type { ByVersion, Flow, Json, Step } from "./flow.ts";
import { flows } from "./index.ts";
import { type Provider, providers } from "./providers.ts";

const introduction = `# Your identity provider: what it sends, what to watch when it moves to 2.0

Written by \`npm run generate:facts\` from \`facts/flows/\`. Do not edit.

For each provider: the version that it speaks with Slack, what to watch when it moves to 2.0, and the requests that it sends, in short form. Ids such as \`DIFF-GRP-07\` are entries of the report on the differences; ids such as \`FACT-GROUP-53\` lead to [what is known of Slack](slack-facts.md), with the sources.

The requests are data (\`facts/flows/\`). A test replays them on the embedded organisation, in each version that a flow names, and compares the status, the answer and the state afterwards. It shows what the facts lead to; it does not show that Slack does the same. Braces stand for what an earlier answer gave. Most bodies have \`schemas\` too, which are left out here.

To see what your own provider sends, let it write to the embedded organisation: \`npx slack-scim-conformance mock --port 8080\`.
`;

const bases: Readonly<Record<Flow["basis"], string>> = {
  recorded: "Recorded from the unchanged client.",
  published: "Published by the vendor.",
  read: "Read in its code, or in requests that its users logged.",
  described: "Put together from descriptions: the form of the requests is not published.",
};

/** What each provider sends and what to watch, as Markdown: docs/identity-providers.md. */
export function providersDocument(): string {
  return `${introduction}\n${summary()}\n${providers.map(section).join("\n")}\n${realClients}`;
}

function summary(): string {
  const rows = providers.map(({ name, flows: ids, watch }) => {
    const spoken = new Set(ids.flatMap((id) => flowOf(id).versions));
    const first = watch.map(({ what }) => firstSentence(what))[0] ?? "";
    return `| [${name}](#${anchor(name)}) | ${[...spoken].sort().join(", ")} | ${first} |`;
  });
  return `| provider | versions here | first of all |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
}

function section({ name, speaks, flows: ids, watch }: Provider): string {
  const points = watch.map(({ what, facts, differences }) => {
    const references = [...differences.map(code), ...facts.map(factLink)];
    return `- ${what} (${references.join(", ")})`;
  });
  return `## ${name}

${speaks}

What to watch:

${points.join("\n")}

${ids.map((id) => flowSection(flowOf(id))).join("\n")}`;
}

function flowSection(flow: Flow): string {
  const { id, client, basis, versions, facts } = flow;
  const from = flow.sources.map(({ source, where, date }) => {
    const { what } = sources[source];
    return `${what}${where === undefined ? "" : `, ${where}`} (${date})`;
  });
  const rows = flow.steps.map((step, index) => row(step, index + 1));
  const inVersions = `version${versions.length > 1 ? "s" : ""} ${versions.join(" and ")}`;
  return `### \`${id}\`: ${client}, ${inVersions}

${bases[basis]} Source: ${from.join("; ")}. Rests on ${facts.map(factLink).join(", ")}.

| | step | request | answer |
| --- | --- | --- | --- |
${rows.join("\n")}
`;
}

function row(step: Step, number: number): string {
  const { does, method, path, body, answer, version, only, assumed } = step;
  const version_ = version ?? only;
  const notes = [
    ...(version_ === undefined ? [] : [`in ${version_}`]),
    ...(assumed === undefined ? [] : ["assumed"]),
  ];
  const noted = notes.length === 0 ? does : `${does} (${notes.join(", ")})`;
  const sent = body === undefined ? "" : ` ${code(short(body))}`;
  return `| ${number} | ${noted} | ${code(`${method} ${path}`)}${sent} | ${statusOf(answer.status)} |`;
}

/** Longest body that is written out; of a longer one the names are shown. */
const longest = 240;

/** A body without its schemas; where it is long, the names of its members or what its operations do. */
function short(body: Json): string {
  if (!isObject(body)) return JSON.stringify(body);
  const members = Object.entries(body).filter(([name]) => name !== "schemas");
  const text = JSON.stringify(Object.fromEntries(members));
  if (text.length <= longest) return text;
  const operations = Array.isArray(body.Operations) ? body.Operations : [];
  const verbs = operations.filter(isObject).map(verb);
  return verbs.length > 0 ? verbs.join("; ") : `{ ${members.map(([name]) => name).join(", ")} }`;
}

/** An operation by its verb and its path, or by the paths in its value. */
function verb({ op, path, value }: JsonObject): string {
  const paths = isObject(value) ? `{ ${Object.keys(value).join(", ")} }` : "";
  return `${op} ${path ?? paths}`;
}

type JsonObject = { readonly [member: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function statusOf(status: ByVersion<number>): string {
  if (typeof status === "number") return String(status);
  return Object.entries(status)
    .map(([version, each]) => `${each} in ${version}`)
    .join(", ");
}

function flowOf(id: string): Flow {
  const flow = flows.find((each) => each.id === id);
  if (flow === undefined) throw new Error(`no flow ${id}`);
  return flow;
}

const firstSentence = (text: string) =>
  /^.*?[.:](?=\s|$)/.exec(text)?.[0].replace(/:$/, ".") ?? text;

const anchor = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-");

const factLink = (id: string) => `[${id}](slack-facts.md#${id.toLowerCase()})`;

const code = (text: string) => `\`${text.replaceAll("|", "\\|")}\``;

const realClients = `## Which real clients were run

On 2026-11-26 these ran unchanged against the embedded organisation. Only their base URL was set.

| client | what ran | version | result |
| --- | --- | --- | --- |
| Slack's Java SDK 1.50.1 (source of 2026-08-07) | its own remote tests, \`scim.ApiTest\` | 1.1 | 10 of 10 pass |
| Slack's Java SDK 1.50.1 | its own remote tests, \`scim2.ApiTest\` | 2.0 | 11 of 11 pass; with the SDK set to fail on unknown members, 9 of 11: its model of a guest has no \`channels\` (FACT-CLIENT-53) |
| Slack's Python SDK 3.43.0 (source of 2026-08-05) | its own \`integration_tests/scim\` | 1.1 | 7 of 7 pass, when its two tests that write do not begin in the same second |
| Slack's Python SDK 3.43.0 | \`testing/real-clients/python_sdk.py\` | 1.1 and 2.0 | passes; in 2.0 without PATCH |
| python-slack-scim 1.1 (source of 2020-08-05) | its own \`tests/v1\` | 1.1 | 6 of 7 pass; the seventh reads a group that only its own stand-in has |
| python-slack-scim 1.1 | \`testing/real-clients/python_slack_scim.py\` | 1.1 | passes; 2.0 rejects its URNs, as expected |
| Slack's Java SDK 1.50.1 | \`testing/real-clients/JavaSdk.java\` | 1.1 and 2.0 | passes |

The programs in \`testing/real-clients/\` are run by hand, with the client from its package registry; each says how. What the clients sent stands in the flows above. Recorded requests of the Python SDK are replayed in \`mock/python-sdk-replay.test.ts\` too.
`;
