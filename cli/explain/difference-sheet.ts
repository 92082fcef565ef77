import { impactMeanings } from "../../reports/differences/view.ts";
import type { CatalogueDifference, ExampleRequest } from "../../schemas/index.ts";
import { factLines } from "./fact-lines.ts";
import { faultLines } from "./fault-lines.ts";
import { asExpectation, expectationLines } from "./requirement-sheet.ts";
import type { Line, Sheet } from "./sheet.ts";

/** How a difference is known. */
const kinds: Readonly<Record<CatalogueDifference["kind"], string>> = {
  documented: "documented by Slack or by the standards",
  observed: "observed with real clients",
  assumed: "assumed: what Slack does is not known",
};

/** A difference between the versions, without the last result. */
export function differenceSheet(difference: CatalogueDifference): Sheet {
  const { id, title, area, topic, impact, kind, source, v1, v2 } = difference;
  const { clientMustChange, facts, assumes, lesson } = difference;
  return {
    id,
    title,
    brief: [
      `Difference, area ${area}, topic ${topic}.`,
      `Impact: ${impact}, ${impactMeanings[impact]}.`,
      `Known: ${kinds[kind]} (${source}).`,
    ],
    sections: [
      { title: "In SCIM 1.1", lines: [v1] },
      { title: "In SCIM 2.0", lines: [v2] },
      { title: "What a client must change", lines: [clientMustChange] },
      { title: "Today (SCIM 1.1)", lines: (lesson?.today ?? []).map(exampleLine) },
      { title: "Tomorrow (SCIM 2.0)", lines: (lesson?.tomorrow ?? []).map(exampleLine) },
      { title: "If a run does not see it", lines: lesson === undefined ? [] : [lesson.unmet] },
      { title: "How that is known", lines: factLines([...facts, ...(assumes?.facts ?? [])]) },
      { title: "The probe", lines: probeLines(difference) },
      { title: "The fault that shows it", lines: shownBy(difference) },
    ],
  };
}

/** A complete request; the token and the media type of a body are added by the client. */
function exampleLine({ method, path, headers, body }: ExampleRequest): Line {
  const head = [
    `${method} ${path}`,
    ...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`),
  ];
  const text = body === undefined ? [] : ["", JSON.stringify(body, null, 2)];
  return { asIs: [...head, ...text].join("\n") };
}

function probeLines({ expect, same, notProbed }: CatalogueDifference): Line[] {
  if (notProbed !== undefined) return [`There is none: ${notProbed}.`];
  if (expect === undefined) return [];
  if (same) {
    return [
      "It expects both versions to show the same:",
      ...expectationLines(asExpectation(expect["1.1"])),
    ];
  }
  return [
    "It expects to observe in SCIM 1.1:",
    ...expectationLines(asExpectation(expect["1.1"])),
    "It expects to observe in SCIM 2.0:",
    ...expectationLines(asExpectation(expect["2.0"])),
  ];
}

function shownBy({ id, facts, assumes, notProbed }: CatalogueDifference): Line[] {
  if (notProbed !== undefined) return [];
  return faultLines({ id, facts: [...facts, ...(assumes?.facts ?? [])] });
}
