import type { Redact, RedactedText } from "../../schemas/index.ts";
import { inlineScript } from "../inline-script.ts";
import { navigation, navigationStyle } from "../navigation.ts";
import { packedTexts } from "../packed-texts.ts";

const policy =
  "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; form-action 'none'; base-uri 'self'";

const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;

/**
 * A secret of four characters, such as the password of a proxy, may occur in megabytes of Base64 by
 * chance. The gate would remove it there, and the page would show nothing: with other padding the same
 * content has another encoding.
 */
const mostPadding = 8;

/**
 * Makes one page of the files of Allure's page, which opens from disk, where a page may not fetch its
 * data. Allure can do so itself, but leaves all data as they are: a page five times as large, which
 * takes seconds to write, and to open. Here its data pass the gate as text, then are compressed.
 *
 * Allure's page loads an analytics script from elsewhere. A report about an organisation must not
 * reveal that it was opened: the script is left out, and a policy blocks every other origin. Links of
 * descriptions, which go to facts, open in a tab. Allure has no option for links to other pages: the
 * navigation is added.
 *
 * @param files by the path in the folder of the page
 * @throws Error where Allure did not write its page, or another one than this expects
 */
export function onePage(files: ReadonlyMap<string, Buffer>, redact: Redact): RedactedText {
  const index = files.get("index.html");
  // Allure goes on without a page that fails.
  if (!index) throw new Error("Allure did not write its page");
  const data = new Map(
    [...files]
      .filter(([path]) => /^(?:data|widgets)\//.test(path))
      .map(([path, content]) => [path, redact(content.toString("utf8"))]),
  );
  const page = withoutAnalytics(index.toString("utf8"));
  for (let padding = 0; padding < mostPadding; padding += 1) {
    const encoded = { packed: packedTexts(data, padding), script: scriptOf(page, files, padding) };
    const shown = redact(withParts(page, encoded));
    if (Object.values(encoded).every((part) => shown.includes(part))) return shown;
  }
  throw new Error("a secret of a few characters occurs in the encoded data of the page");
}

/** What stands in the page in Base64. */
interface Encoded {
  packed: string;
  script: string;
}

function withParts(page: string, { packed, script }: Encoded): string {
  const own = ["description-links", "packed-data"].map(
    (name) => `<script>${inlineScript([name])}</script>`,
  );
  const changes: readonly Change[] = [
    [/<head>/, `<head>${meta}<style>${navigationStyle}</style>${own.join("")}`],
    [/<body>/, `<body>${navigation("tests")}`],
    [scriptName, `data:text/javascript;base64,${script}`],
    // Allure says here that all data are ready.
    [
      /<script[^>]*>\s*window\.allureReportDataReady = true;\s*<\/script>/,
      `<script type="text/plain" id="packed-data">${packed}</script>`,
    ],
  ];
  return changes.reduce(changed, page);
}

const scriptName = /(?<=<script[^>]* src=")[\w-]+\.js(?=")/;

/** Allure's script in Base64. */
function scriptOf(page: string, files: ReadonlyMap<string, Buffer>, padding: number): string {
  const [name] = scriptName.exec(page) ?? [];
  if (name === undefined) throw new Error("Allure's page has another form: it has no script");
  const script = files.get(name);
  if (!script) throw new Error("Allure did not write the script of its page");
  return Buffer.concat([Buffer.alloc(padding, " "), script]).toString("base64");
}

function withoutAnalytics(page: string): string {
  return page.replace(/<script[^>]*googletagmanager[^>]*><\/script>/g, "");
}

type Change = readonly [what: RegExp, by: string];

function changed(page: string, [what, by]: Change): string {
  if (!what.test(page)) throw new Error(`Allure's page has another form: ${what} is not in it`);
  return page.replace(what, () => by);
}
