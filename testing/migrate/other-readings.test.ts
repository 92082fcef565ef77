import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isContradicted } from "../../commands/migrate/output/verified-words.ts";
import { Translator } from "../../commands/migrate/translator.ts";
import { verifyForm } from "../../commands/migrate/verify/verifier.ts";
import { listSettings, type Mock, startMock } from "../../mock/index.ts";

// What of Slack is not known is a setting. On every other value than the usual one, a translation must lead to the same
// state, or carry a warning that names it.

interface Recorded {
  method: string;
  path: string;
  body?: unknown;
  answer?: { status: number };
}

const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));

function recordings(): Recorded[] {
  type Line = { method: string; url: string; body?: string; status: number };
  const cases = ["examples", "cases"].flatMap((name) =>
    fixture<{ v1: Recorded }[]>(`../../commands/migrate/fixtures/${name}.json`),
  );
  const lines = fixture<Line[]>("../../mock/fixtures/python-slack-sdk-requests.json");
  return [
    ...cases.map(({ v1 }) => v1),
    ...lines.map(({ method, url, body, status }) => ({
      ...{ method, path: url, answer: { status } },
      ...(body !== undefined && { body: JSON.parse(body) }),
    })),
  ];
}

/** The translations that claim the same effect, one of each form. */
const translations = [
  ...new Map(
    recordings().map((request) => {
      const source = { file: "", entry: 1 };
      const one = new Translator().translate({ source, ...request });
      return [one.form, one] as const;
    }),
  ).values(),
].filter(({ status }) => status === "same" || status === "rewritten");

/** The warnings that name another reading. */
const warnings: Readonly<Record<string, string | readonly string[]>> = {
  attributesParameter: "attributes-not-honoured",
  attributeNamesIgnoreCase: "names-normalised",
  groupsWrite: "groups-read-only",
  patchNoTarget: "no-such-entry",
  stringBooleans: "types-normalised",
  unknownMembers: ["not-documented", "no-documented-effect-in-1.1"],
  unknownPatchPath: "not-documented",
  v1PatchRequiresSchemas: "schemas-added",
  v1PutRequiresSchemas: "schemas-added",
  v2Filter: "filter-undocumented-in-2.0",
};
/** Of these a reading of the mock is assumed to be wrong already: the recording shows success. */
const always = ["names-normalised", "method-override"];

/** Decides how an answer looks, or whom it lists, not what a request does: these are tried all at once. */
const isOfAnswers =
  /status$|^v2Auth|^www|^groupPost|singular|schemasList|byUrn|byId|^discovery|announced|contentType|escapes|^location|quoted|error[AS]|suffix|^userShape|^directory|placeholder|^longUser|perPage|paging|limits|^lock|^list/i;

const others = listSettings().flatMap(({ name, type, values = [], default: usual }) => {
  const all: readonly unknown[] = type === "boolean" ? [true, false] : values;
  return all.filter((value) => value !== usual).map((value) => [name, value] as const);
});
const ofAnswers = others.filter(([name]) => isOfAnswers.test(name));
const readings: [string, Record<string, unknown>][] = [
  ["how answers look", Object.fromEntries(ofAnswers)],
  ...others
    .filter((one) => !ofAnswers.includes(one))
    .map(([name, value]): [string, Record<string, unknown>] => [name, { [name]: value }]),
];

describe("on every other reading", () => {
  const organisations: Mock[] = [];
  const noDelays = { deactivationDelayMs: 0, photoDelayMs: 0 };
  beforeAll(async () => {
    // Bystanders, whom no request may change: an owner, a bot, an admin, a guest, a deactivated member.
    const options = { users: 5, groups: 1, settings: noDelays };
    for (const _ of ["1.1", "2.0"]) organisations.push(await startMock(options));
  });
  afterAll(() => Promise.all(organisations.map((each) => each.close())));

  test.each(readings)("%s: %j", async (name, tried) => {
    const [v1, v2] = organisations;
    if (!v1 || !v2) throw new Error("not started");
    const usual = Object.fromEntries(Object.entries(v1.settings).filter(([key]) => key in tried));
    const readings = { usual, tried, settleMs: 0 };
    const contradicted = [];
    for (const translation of translations) {
      const { form, status, v1: example, v2: requests } = translation;
      const verified = await verifyForm({ v1, v2, readings }, { form, example, v2: requests });
      if (isContradicted({ status, verified, example })) contradicted.push(translation);
    }
    const named = [...always, warnings[name] ?? []].flat();
    const silent = contradicted.filter(({ warnings: of }) =>
      of.every(({ code }) => !named.includes(code)),
    );
    expect(silent.map(({ form }) => form)).toEqual([]);
  });
});
