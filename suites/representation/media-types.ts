import type { CallOptions, Outcome } from "../../client/index.ts";
import { clause, doc, inf, obs } from "../clause.ts";
import { matches, success } from "../expectation.ts";
import { at, typeOf } from "../json.ts";
import { needsAttributes } from "../provider/needs.ts";
import { userPutRequirement } from "../put/user-put-rule.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { withValues } from "../with-values.ts";

const area = "representation";

/** The media type of an answer, and its charset where that is not the UTF-8 of JSON (RFC 8259 §8.1). */
function typeOfBody({ headers }: Outcome<unknown>): string {
  const [type = "none", ...parameters] = (headers["content-type"] ?? "none")
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  return isUtf8 ? type : `${type}; ${charset}`;
}

const readAs = (t: CheckContext, headers: NonNullable<CallOptions["headers"]>) =>
  t.once(`a user read with ${JSON.stringify(headers)}`, async () =>
    t.users.get((await t.sharedUser()).id, { headers }),
  );

/** A POST with a header that makes it a PATCH of the title, for a rule and a probe. */
export const overridden = (t: CheckContext) =>
  t.once("POST that overrides its method", () => {
    const sent = "Principal";
    return t.fixtures.leaseUser(
      async ({ id }) => {
        await t.users.patch(id, [{ kind: "set", path: "title", value: sent }], {
          method: "POST",
          headers: { "x-http-method-override": "PATCH" },
        });
        return { sent, title: (await t.users.get(id)).resource?.title };
      },
      { touches: [], avoids: () => [{ title: sent }] },
    );
  });

const json = matches(/^application\/(scim\+)?json$/);
const own = "application/scim+json";

/** Formats: SCIM 1.1 protocol §3, §3.6; RFC 7644 §3.8. */
export const mediaTypes: readonly Requirement[] = [
  {
    title: "response bodies are JSON and have a JSON media type",
    area,
    safety: "read",
    versions: { "1.1": clause("SCIM11-API-3-06", obs("FACT-FORMAT-08")) },
    expect: { otherwise: [] },
    check: async (t) => {
      const user = await t.users.get((await t.sharedUser()).id);
      const group = await t.groups.get((await t.sharedGroup()).id);
      const users = await t.once("one user", () => t.users.list({ count: 1 }));
      const answers = { user, group, users };
      const otherwise = Object.entries(answers)
        .filter(([, answer]) => answer.text !== "")
        .filter(
          ([, answer]) =>
            typeOf(answer.json) !== "object" ||
            !/^application\/(scim\+)?json$/.test(typeOfBody(answer)),
        );
      const values = otherwise.map(([name, answer]) => [name, typeOfBody(answer)]);
      return {
        otherwise: withValues(
          otherwise.map(([name]) => name),
          Object.fromEntries(values),
          ...otherwise.map(([, answer]) => answer),
        ),
      };
    },
  },
  userPutRequirement({
    title: "JSON in UTF-8 is accepted and returned",
    area,
    versions: { "2.0": clause("SCIM20-7644-3.8-01", obs("FACT-FORMAT-01")) },
    expect: { status: success, familyName: "Señora Größe 漢字", type: json },
    applies: (t) => needsAttributes(t, "name.familyName"),
    touches: ["name"],
    values: () => ({ name: { givenName: "Ada", familyName: "Señora Größe 漢字" } }),
    observe: (_, { put, read }) => ({
      status: put.status,
      familyName: read.resource?.name?.familyName,
      type: typeOfBody(read),
    }),
  }),
  {
    title: "Accept: application/json is honoured",
    area,
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3.6-02", doc("FACT-FORMAT-07")),
      "2.0": clause("SCIM20-7644-3.8-03", doc("FACT-FORMAT-07")),
    },
    expect: { status: 200, body: "object", type: json },
    check: async (t) => {
      const answer = await readAs(t, { accept: "application/json" });
      return { status: answer.status, body: typeOf(answer.json), type: typeOfBody(answer) };
    },
  },
  {
    title: "Accept: application/scim+json is honoured",
    area,
    safety: "read",
    versions: {
      "2.0": clause(
        "SCIM20-7644-3.8-02",
        inf(
          "FACT-FORMAT-09",
          { status: 200, body: "object", type: json },
          "returns application/json",
        ),
      ),
    },
    expect: { status: 200, body: "object", type: own },
    check: async (t) => {
      const answer = await readAs(t, { accept: own });
      return { status: answer.status, body: typeOf(answer.json), type: typeOfBody(answer) };
    },
  },
  {
    title: "a request without Accept returns the default media type of the version",
    area,
    safety: "read",
    versions: {
      "1.1": { ...clause("SCIM11-API-3.6-03", obs("FACT-FORMAT-06")), expect: { type: json } },
      "2.0": clause(
        "SCIM20-7644-3.8-04",
        inf("FACT-FORMAT-09", { type: json }, "returns application/json"),
      ),
    },
    expect: { type: own },
    check: async (t) => ({ type: typeOfBody(await readAs(t, { accept: null })) }),
  },
  {
    title: "application/scim+json and application/json are accepted as request media types",
    area,
    safety: "write",
    versions: { "2.0": clause("SCIM20-7644-3.8-05", inf("FACT-FORMAT-02")) },
    expect: { scimJson: success, json: success },
    check: (t) =>
      t.fixtures.leaseFor([], async ({ id, sent }) => {
        const send = async (type: string) =>
          (await t.users.replace(id, sent, { headers: { "content-type": type } })).status;
        return { scimJson: await send(own), json: await send("application/json") };
      }),
  },
  {
    title: "XML is served if and only if the configuration announces it",
    area,
    safety: "read",
    versions: { "1.1": clause("SCIM11-API-3.6-05", obs("FACT-FORMAT-12")) },
    expect: { asAnnounced: true },
    check: async (t) => {
      const config = await t.client.serviceProviderConfig();
      const announced = at(config.json, "xmlDataFormat", "supported") === true;
      const answer = await readAs(t, { accept: "application/xml" });
      const isXml = answer.status < 300 && /^(application|text)\/xml$/.test(typeOfBody(answer));
      const values = { "xmlDataFormat.supported": announced, "type returned": typeOfBody(answer) };
      return { asAnnounced: withValues(isXml === announced, values, answer) };
    },
  },
  {
    title: "a suffix of the URL selects the format",
    area,
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3.6-04", inf("FACT-FORMAT-13")),
      "2.0": clause("SCIM20-7644-3.8-07", inf("FACT-FORMAT-13")),
    },
    expect: { status: 200, sameUser: true },
    check: async (t) => {
      const { id } = await t.sharedUser();
      const suffix = t.version === "1.1" ? ".json" : ".scim";
      const answer = await t.users.get(`${id}${suffix}`);
      const shown = answer.resource?.id;
      const sameUser = withValues(shown === id, { "id asked": id, "id returned": shown }, answer);
      return { status: answer.status, sameUser };
    },
  },
  {
    title: "X-HTTP-Method-Override: PATCH on a POST is honoured",
    area,
    safety: "write",
    needs: ["patch"],
    versions: {
      "1.1": clause(
        "SCIM11-API-3.12-01",
        inf("FACT-PATCH-24", { override: "has no effect" }, "is assumed not to support it"),
      ),
    },
    expect: { override: "works" },
    check: (t) =>
      overridden(t).then(({ sent, title }) => {
        const override = title === sent ? "works" : "has no effect";
        return { override: withValues(override, { "title sent": sent, title }) };
      }),
  },
];
