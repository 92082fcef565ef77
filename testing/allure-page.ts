import { gunzipSync } from "node:zlib";

/** The data of Allure's page, by the names that the page asks for: what `browser/packed-data.js` unpacks. */
export function dataOf(page: string): Map<string, string> {
  const [, packed = ""] = /id="packed-data">([^<]*)</.exec(page) ?? [];
  const bytes = gunzipSync(Buffer.from(packed, "base64"));
  const begin = bytes.indexOf("\n") + 1;
  const places: Record<string, [number, number]> = JSON.parse(bytes.toString("utf8", 0, begin));
  return new Map(
    Object.entries(places).map(([name, [start, end]]) => [
      name,
      bytes.toString("utf8", begin + start, begin + end),
    ]),
  );
}
