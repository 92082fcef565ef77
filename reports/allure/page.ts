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
  const scripts = ["description-links", "packed-data"].map(
    (name) => `<script>${inlineScript([name])}</script>`,
  );
  const head = `<head>${meta}<style>${navigationStyle}</style>${scripts.join("")}`;
  for (let padding = 0; padding < mostPadding; padding += 1) {
    const packed = packedTexts(data, padding);
    const sources: string[] = [];
    const inDataUrl = (path: string) => {
      const script = files.get(path);
      if (!script) throw new Error("Allure did not write the script of its page");
      const source = Buffer.concat([Buffer.alloc(padding, " "), script]).toString("base64");
      sources.push(source);
      return `data:text/javascript;base64,${source}`;
    };
    const page = [
      [/<head>/, () => head],
      [/<body>/, () => `<body>${navigation("tests")}`],
      [/(?<=<script[^>]* src=")[\w-]+\.js(?=")/, inDataUrl],
      // Allure says here that all data are ready.
      [
        /<script[^>]*>\s*window\.allureReportDataReady = true;\s*<\/script>/,
        () => `<script type="text/plain" id="packed-data">${packed}</script>`,
      ],
    ] as const satisfies readonly Change[];
    const shown = redact(page.reduce(changed, withoutAnalytics(index.toString("utf8"))));
    if ([packed, ...sources].every((part) => shown.includes(part))) return shown;
  }
  throw new Error("a secret of a few characters occurs in the encoded data of the page");
}

function withoutAnalytics(page: string): string {
  return page.replace(/<script[^>]*googletagmanager[^>]*><\/script>/g, "");
}

type Change = readonly [what: RegExp, by: (found: string) => string];

function changed(page: string, [what, by]: Change): string {
  if (!what.test(page)) throw new Error(`Allure's page has another form: ${what} is not in it`);
  return page.replace(what, by);
}
