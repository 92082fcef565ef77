import { expect, test } from "vitest";
import { Redaction } from "../../client/index.ts";
import { dataOf } from "../../testing/allure-page.ts";
import { onePage } from "./page.ts";

const gate = new Redaction({ secrets: [] });
const redact = (text: string) => gate.written(text);
const token = "xoxb-17653672481-19874698323";

const index = `<html><head></head><body><script  src="app.js"></script>
<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>
<script async>
  window.allureReportDataReady = true;
</script></body></html>`;

function pageOf(files: Readonly<Record<string, string>>, gateOfPage = redact): string {
  const all = { "index.html": index, "app.js": "start()", ...files };
  const contents = Object.entries(all).map(([path, text]) => [path, Buffer.from(text)] as const);
  return onePage(new Map(contents), gateOfPage);
}

test("the data of Allure pass the gate before they are compressed", () => {
  const page = pageOf({
    "data/attachments/1.txt": `authorization: Bearer ${token}\nfrom: ada@corp.com`,
    "widgets/tree.json": JSON.stringify({ name: `"${token}"`, title: "⟨ß⟩ 日本" }),
  });
  const data = dataOf(page);
  expect(data.get("data/attachments/1.txt")).toBe(
    "authorization: Bearer [redacted]\nfrom: [personal]",
  );
  expect(JSON.parse(data.get("widgets/tree.json") ?? "")).toEqual({
    name: '"[redacted]"',
    title: "⟨ß⟩ 日本",
  });
});

test("the page around them passes it too", () => {
  const files = new Map([
    ["index.html", Buffer.from(index.replace("<head>", `<head><title>${token}</title>`))],
    ["app.js", Buffer.from("start()")],
  ]);
  expect(onePage(files, redact)).toContain("<title>[redacted]</title>");
});

test("texts that are equal are in the page once", () => {
  const text = [...Array(200).keys()].map((number) => `${number} ${number ** 9}`).join("\n");
  const once = pageOf({ "data/1.txt": text });
  const twice = pageOf({ "data/1.txt": text, "data/2.txt": text });
  expect(dataOf(twice).get("data/2.txt")).toBe(text);
  expect(twice.length - once.length).toBeLessThan(100);
});

test("nothing is loaded from elsewhere, and no file is beside the page", () => {
  const page = pageOf({});
  expect(page).not.toContain("googletagmanager");
  expect(page).toContain(`src="data:text/javascript;base64,${btoa("start()")}"`);
  expect(page).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'self'/);
});

test.each([
  ["the script", (page: string) => /javascript;base64,([^"]*)"/.exec(page)?.[1]],
  ["the data", (page: string) => /id="packed-data">([^<]*)</.exec(page)?.[1]],
])("a short secret that occurs in %s by chance does not break the page", (_what, partOf) => {
  const files = { "app.js": "start(); // ".padEnd(300, "abc"), "data/1.txt": "from 1 to 2" };
  const secret = partOf(pageOf(files))?.slice(20, 24) ?? "";
  expect(secret).toHaveLength(4);
  const short = new Redaction({ secrets: [secret] });
  const page = pageOf(files, (text) => short.written(text));
  expect(page).not.toContain(secret);
  expect(dataOf(page).get("data/1.txt")).toBe("from 1 to 2");
  expect(atob(/javascript;base64,([^"]*)"/.exec(page)?.[1] ?? "").trim()).toBe(files["app.js"]);
});

test("a page that Allure did not write, or wrote in another form, is an error", () => {
  expect(() => onePage(new Map(), redact)).toThrow("Allure did not write its page");
  expect(() => pageOf({ "index.html": "<html><head></head><body></body></html>" })).toThrow(
    "Allure's page has another form",
  );
});
