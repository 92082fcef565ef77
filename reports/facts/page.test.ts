import { expect, test } from "vitest";
import { facts } from "../../facts/index.ts";
import type { Catalogue, CheckResult } from "../../schemas/index.ts";
import { usedCatalogue } from "../../suites/used-catalogue.ts";
import { factsPage } from "./page.ts";

const catalogue = usedCatalogue({ profile: "slack", versions: ["1.1", "2.0"] });
const page = factsPage({ checks: [] }, catalogue);

/** The entry of a fact on a page. */
const entry = (id: string, html = page) =>
  html.split('<article class="row" ').find((part) => part.startsWith(`id="${id}"`)) ?? "";

test("each fact has one entry, found by its id, which says how it is known", () => {
  const ids = [...page.matchAll(/<article class="row" id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.sort()).toEqual(facts.map(({ id }) => id).sort());
  for (const { id, tag } of facts) expect(entry(id), id).toContain(`data-tag="${tag}"`);
  expect(entry("FACT-DELETE-11")).toContain("Slack documents it.");
  expect(entry("FACT-DELETE-13")).toContain("It was observed with real clients");
  expect(entry("FACT-DELETE-16")).toContain("It is assumed.");
});

test("an entry has the statement of each version, sources, settings and changes", () => {
  const auth = entry("FACT-AUTH-15");
  expect(auth).toContain("<b>SCIM 2.0:</b> Since 2026 at the latest");
  expect(auth).toMatch(/<a href="https:\/\/github\.com\/slackapi\/java-slack-sdk">tests of Slack/);
  expect(auth).toContain("strong)");
  expect(auth).toContain("<code>v2AuthError</code>");
  expect(auth).toContain("Changed 2026-08:");
  expect(entry("FACT-DELETE-16")).toContain("None: nothing public shows it.");
});

test("an entry lists the differences and rules of the run that rest on it, with the verdicts", () => {
  const check = {
    ...{ id: "SCIM20-7644-3.6-02", version: "2.0", verdict: "deviation" },
    message: "a text of the target (FACT-DELETE-12, OBS)",
  } as CheckResult;
  const html = factsPage({ checks: [check] }, catalogue);
  const stays = entry("FACT-DELETE-11", html);
  expect(stays).toContain('href="../differences/index.html#DIFF-DEL-01"');
  expect(stays).toContain('href="../coverage/index.html#2.0-SCIM20-7644-3.6-02"');
  expect(stays).toContain('<span class="deviation">deviation</span>');
  // Cited by the message only, whose words come from a server.
  expect(entry("FACT-DELETE-12", html)).toContain("2.0-SCIM20-7644-3.6-02");
  expect(html).not.toContain("a text of the target");
});

test("a run of one version shows what it used, and a run of another server uses no fact", () => {
  const used = factsPage({ checks: [] }, usedCatalogue({ profile: "slack", versions: ["1.1"] }));
  expect(used).not.toContain("2.0-SCIM20-");
  const none = factsPage({ checks: [] }, { requirements: [], differences: [] });
  expect(none).not.toContain("<details>");
  expect(entry("FACT-DELETE-11", none)).toContain("Nothing in this run.");
});

test("every link names a file, a place on the page or a public address", () => {
  const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, link = ""]) => link);
  expect(links.length).toBeGreaterThan(facts.length);
  const wrong = links.filter(
    (link) => !/^(https:\/\/|#|\.\.\/(?:\w+\/)?index\.html(#|$))/.test(link),
  );
  expect(wrong).toEqual([]);
});

test("nothing of a catalogue becomes markup", () => {
  const hostile = '"><img src=x onerror=alert(1)><script>';
  const [requirement] = catalogue.requirements.filter(({ versions }) => versions["2.0"]?.slack);
  const [difference] = catalogue.differences;
  if (!requirement || !difference) throw new Error("the catalogue is empty");
  const clause = { ...requirement.versions["2.0"], id: hostile };
  const altered = {
    requirements: [{ ...requirement, title: hostile, versions: { "2.0": clause } }],
    differences: [
      { ...difference, id: hostile, title: hostile, facts: [hostile, ...difference.facts] },
    ],
  } as Pick<Catalogue, "requirements" | "differences">;
  const html = factsPage({ checks: [] }, altered);
  expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
  expect(html).not.toContain("<img");
  expect(html.split("<script").length).toBe(2);
});
