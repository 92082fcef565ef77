import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { facts } from "../facts/index.ts";
import { requirements } from "./catalogue.ts";
import { differences } from "./differences/catalogue.ts";
import type { Observation } from "./expectation.ts";
import { type Clause, isMust } from "./requirement.ts";
import { judge } from "./verdict.ts";

const factOf = new Map<string, (typeof facts)[number]>(facts.map((fact) => [fact.id, fact]));

const clauses = requirements.flatMap(({ versions, expect: standard }) =>
  Object.entries(versions).map(([version, clause]) => ({
    version: version === "1.1" ? ("1.1" as const) : ("2.0" as const),
    clause,
    standard: clause.expect ?? standard,
  })),
);

test("the tag of a rule is that of the fact it cites, which states something of its version", () => {
  const wrong = clauses.flatMap(({ version, clause: { id, slack } }) => {
    if (slack === undefined) return [];
    const fact = factOf.get(slack.fact);
    const states = typeof fact?.statement === "string" || fact?.statement[version] !== undefined;
    if (fact?.tag === slack.tag && states) return [];
    const what = states ? `${slack.fact} is ${fact?.tag}` : `${slack.fact} says nothing of it`;
    return [`${id} [${version}] says ${slack.tag}: ${what}`];
  });
  expect(wrong).toEqual([]);
});

test("a rule of Slack's own has the level of its fact", () => {
  const own = clauses.filter(({ clause: { level } }) => level === "DOC" || level === "OBS");
  const wrong = own.filter(({ clause: { level, slack } }) => level !== slack?.tag);
  expect(wrong.map(({ clause }) => clause.id)).toEqual([]);
});

test("a difference that names facts rests on one that is known, as its kind says", () => {
  const wanted = { documented: "DOC", observed: "OBS", assumed: "INF" } as const;
  const wrong = differences.flatMap(({ id, kind, source }) => {
    const cited = [...source.matchAll(/FACT-[A-Z]+-\d+/g)];
    const tags = cited.map(([fact]) => factOf.get(fact)?.tag);
    if (tags.length === 0 || tags.includes(wanted[kind])) return [];
    return [`${id} is ${kind}, its facts are ${tags.join(", ")}`];
  });
  expect(wrong).toEqual([]);
});

describe("the rooms that name a tag beside a fact", () => {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const texts = ["client", "generators", "mock", "reports", "schemas", "suites", "testing"]
    .flatMap((room) =>
      readdirSync(`${root}/${room}`, { recursive: true, encoding: "utf8" })
        .filter((file) => /\.(ts|json)$/.test(file) && !file.includes("node_modules"))
        .map((file) => `${room}/${file.replaceAll("\\", "/")}`),
    )
    .map((file) => ({ file, text: readFileSync(`${root}/${file}`, "utf8") }));

  /** `FACT-ID-15, FACT-USER-36 DOC`, and `INF FACT-PATCH-98`, the guess that a fault contradicts. */
  const behind = /(FACT-[A-Z]+-\d+(?:(?:, | and |; )FACT-[A-Z]+-\d+)*) (DOC|OBS|INF)\b/g;
  const before = /\b(DOC|OBS|INF) (FACT-[A-Z]+-\d+)/g;

  test("name that of the fact", () => {
    const named = texts.flatMap(({ file, text }) => [
      ...[...text.matchAll(behind)].flatMap(([, ids = "", tag]) =>
        [...ids.matchAll(/FACT-[A-Z]+-\d+/g)].map(([id]) => ({ file, id, tag })),
      ),
      ...[...text.matchAll(before)].map(([, tag, id = ""]) => ({ file, id, tag })),
    ]);
    expect(named.length).toBeGreaterThan(200);
    const wrong = named.filter(({ id, tag }) => factOf.get(id)?.tag !== tag);
    expect(wrong).toEqual([]);
  });
});

describe("a guess fails nothing", () => {
  /** Observations that contradict every expectation of a clause, with values of several kinds. */
  const contradictions = ({ clause, standard }: (typeof clauses)[number]): Observation[] => {
    const names = Object.keys({ ...standard, ...clause.slack?.expect });
    const all = (value: Observation[string]) =>
      Object.fromEntries(names.map((name) => [name, value]));
    return [all("neither"), all(599), all(undefined), all(["another"]), {}];
  };
  const without = ({ slack: _, ...clause }: Clause): Clause => clause;

  const guessed = clauses.filter(({ clause }) => clause.slack?.tag === "INF");

  test("there are guesses to judge", () => {
    expect(guessed.length).toBeGreaterThan(80);
  });

  test("what breaks a MUST of the standard may fail by the standard; nothing else fails", () => {
    const failing = guessed.filter((one) =>
      contradictions(one).some(
        (seen) => judge("slack", one.clause, one.standard, seen).verdict === "fail",
      ),
    );
    expect(failing.filter(({ clause }) => !isMust(clause.level))).toEqual([]);
    // These fail without the guess too.
    for (const one of failing) {
      for (const seen of contradictions(one)) {
        const { verdict } = judge("slack", one.clause, one.standard, seen);
        if (verdict !== "fail") continue;
        expect(judge("slack", without(one.clause), one.standard, seen).verdict).toBe("fail");
        expect(judge("rfc", one.clause, one.standard, seen).verdict).toBe("fail");
      }
    }
  });

  test("what the guess says is not a failure even where it breaks a MUST", () => {
    for (const { clause, standard } of guessed) {
      const expected = clause.slack?.expect ?? {};
      const isPlain = Object.values(expected).every(
        (value) => value === null || typeof value !== "object",
      );
      if (!isPlain || Object.keys(expected).length === 0) continue;
      const { verdict, reason } = judge("slack", clause, standard, expected as Observation);
      expect(["pass", "warn"], clause.id).toContain(verdict);
      if (verdict === "warn") expect(reason?.code, clause.id).toBe("not-known");
    }
  });

  test("as a documented fact each of them would fail", () => {
    for (const one of guessed.filter(({ clause }) => clause.slack?.expect === undefined)) {
      const { clause } = one;
      if (clause.slack === undefined) continue;
      const known: Clause = { ...clause, slack: { ...clause.slack, tag: "DOC" } };
      const [seen = {}] = contradictions(one);
      expect(judge("slack", known, one.standard, seen).verdict, clause.id).toBe("fail");
    }
  });
});
