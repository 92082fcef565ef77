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

function pageOf(files: Readonly<Record<string, string>>): string {
  const all = { "index.html": index, "app.js": "start()", ...files };
  const contents = Object.entries(all).map(([path, text]) => [path, Buffer.from(text)] as const);
  return onePage(new Map(contents), redact);
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

test("a page that Allure did not write, or wrote in another form, is an error", () => {
  expect(() => onePage(new Map(), redact)).toThrow("Allure did not write its page");
  expect(() => pageOf({ "index.html": "<html><head></head><body></body></html>" })).toThrow(
    "Allure's page has another form",
  );
});
