import type { Fact } from "./fact.ts";
import { aboutClients } from "./unused.ts";

/** Media types, headers, URLs and the form of JSON on the wire. */
export const wireFormatFacts = [
  {
    id: "FACT-FORMAT-01",
    statement:
      "Slack accepts bodies with `Content-Type: application/json; charset=utf-8`, with or without the space.",
    tag: "OBS",
    evidence: [{ source: "java-sdk" }, { source: "python-sdk-tests", where: "version 1.1" }],
  },
  {
    id: "FACT-FORMAT-02",
    statement: {
      "2.0": "Slack accepts bodies with `Content-Type: application/scim+json`.",
    },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-FORMAT-03",
    statement: "Slack rejects bodies whose `Content-Type` is not JSON.",
    tag: "INF",
    evidence: [],
    settings: ["foreignContentType"],
  },
  {
    id: "FACT-FORMAT-04",
    statement:
      "Slack ignores the `Content-Type` of requests without a body: clients send a JSON type or `application/x-www-form-urlencoded` with GET and DELETE.",
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests" }, { source: "python-slack-scim" }],
  },
  {
    id: "FACT-FORMAT-05",
    statement: "A DELETE with `Content-Length: 0` is accepted.",
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests", where: "asynchronous client" }],
    unused: "Every HTTP server takes it; no rule needs it.",
  },
  {
    id: "FACT-FORMAT-06",
    statement: "Requests without the header `Accept` are answered with JSON.",
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests" }, { source: "python-slack-scim" }],
  },
  {
    id: "FACT-FORMAT-07",
    statement: "`Accept: application/json` is honoured.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "sample requests" }],
  },
  {
    id: "FACT-FORMAT-08",
    statement: {
      "1.1": "Responses, errors too, have the media type `application/json; charset=utf-8`.",
    },
    tag: "OBS",
    evidence: [{ source: "python-slack-scim", where: "wire log" }],
  },
  {
    id: "FACT-FORMAT-09",
    statement: {
      "2.0":
        "Responses have the media type `application/json`, also where the client accepts `application/scim+json`.",
    },
    tag: "INF",
    evidence: [],
    settings: ["v2ContentType"],
  },
  {
    id: "FACT-FORMAT-10",
    statement: {
      "1.1": "Slack writes `/` as `\\/` in JSON, which means the same.",
    },
    tag: "OBS",
    evidence: [
      { source: "python-slack-scim", where: "wire log" },
      { source: "go-slack-scimapi", where: "scim/service_provider_config_test.go" },
    ],
    settings: ["v1EscapesSlashes"],
  },
  {
    id: "FACT-FORMAT-11",
    statement: {
      "2.0": "Slack does not escape `/` in JSON.",
    },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-FORMAT-12",
    statement: "Slack does not offer XML: `xmlDataFormat.supported` is false.",
    tag: "OBS",
    evidence: [
      { source: "python-slack-scim", where: "version 1.1" },
      { source: "go-slack-scimapi", where: "version 1.1" },
    ],
  },
  {
    id: "FACT-FORMAT-13",
    statement: "A suffix of the URL, `.json` or `.scim`, does not select a format.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-FORMAT-14",
    statement: "Slack ignores the parameters `attributes` and `excludedAttributes`.",
    tag: "INF",
    evidence: [],
    settings: ["attributesParameter"],
  },
  {
    id: "FACT-FORMAT-15",
    statement: {
      "1.1":
        "Slack does not support ETags: `etag.supported` is false, and resources have no `meta.version`.",
    },
    tag: "OBS",
    evidence: [{ source: "python-slack-scim" }],
  },
  {
    id: "FACT-FORMAT-16",
    statement: {
      "2.0": "Resources have no `meta.version`.",
    },
    tag: "OBS",
    evidence: [{ source: "java-sdk-logs" }],
  },
  {
    id: "FACT-FORMAT-17",
    statement:
      "The order of members differs: a list begins with `totalResults` in version 1.1 and with `schemas` in 2.0. Order has no meaning in JSON.",
    tag: "OBS",
    evidence: [
      { source: "python-slack-scim", where: "version 1.1" },
      { source: "java-sdk-logs", where: "version 2.0" },
    ],
  },
  {
    id: "FACT-FORMAT-18",
    statement: "The body of a resource or an error begins with `{`. Slack's SDKs depend on it.",
    tag: "OBS",
    evidence: [{ source: "java-sdk" }, { source: "python-sdk-tests" }],
    unused: "Every JSON object begins so; no rule needs it.",
  },
  {
    id: "FACT-FORMAT-19",
    statement: "Created resources are returned without the header `Location`.",
    tag: "INF",
    evidence: [],
    settings: ["locationHeader"],
  },
  {
    id: "FACT-FORMAT-20",
    statement: "The path of a list may end in a slash: the reference writes `/Groups/`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "list of endpoints" }],
  },
  {
    id: "FACT-FORMAT-21",
    statement: {
      "1.1": "Slack accepts paths with a double slash, such as `/scim/v1//Groups`.",
    },
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests" }],
  },
  {
    id: "FACT-FORMAT-22",
    statement: "In queries Slack takes `%20` and `+` as a space, and takes `'` and `@` unescaped.",
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests" }, { source: "java-sdk" }],
  },
  {
    id: "FACT-FORMAT-23",
    statement: "Slack takes query parameters in any order, and percent-encoded ids in paths.",
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests" }, { source: "java-sdk" }],
  },
  {
    id: "FACT-FORMAT-24",
    statement:
      "Slack accepts bodies with characters escaped as `\\u00XX`, and bodies with line breaks and indentation.",
    tag: "OBS",
    evidence: [{ source: "java-sdk" }],
    unused: "Every JSON parser reads them; no rule needs it.",
  },
  {
    id: "FACT-FORMAT-25",
    statement:
      "Clients speak HTTP/1.1, with `Connection: close` or keep-alive, with or without `Accept-Encoding: gzip`. All are served.",
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests" }, { source: "java-sdk" }],
    unused: "Every HTTP server does; no rule needs it.",
  },
  {
    id: "FACT-FORMAT-26",
    statement:
      "The Java SDK calls `POST /api/auth.test` of Slack's Web API before SCIM. SCIM does not need it.",
    tag: "OBS",
    evidence: [{ source: "java-sdk" }],
    unused: aboutClients,
  },
  {
    id: "FACT-FORMAT-27",
    statement: "Slack limits the size of a request body. Its limit is not known.",
    tag: "INF",
    evidence: [],
    settings: ["maxBodyBytes"],
  },
  {
    id: "FACT-FORMAT-28",
    statement: "Slack limits the nesting of a request body. Its limit is not known.",
    tag: "INF",
    evidence: [],
    settings: ["maxBodyDepth"],
  },
  {
    id: "FACT-FORMAT-29",
    statement:
      "Slack rejects a body whose strings are in single quotes, which is not JSON. Some scripts send it; none shows the answer.",
    tag: "INF",
    evidence: [],
    settings: ["singleQuotedJson"],
  },
] as const satisfies readonly Fact[];
