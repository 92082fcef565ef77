/** How much of a URL a message shows. */
const longest = 200;

/** Escapes that a reader of a filter can do without: space, `"`, `'`, `(`, `)`, `,`, `:`, `@`, `[`, `]`. */
const readable = /%(?:2[02789C]|3A|40|5[BD])/gi;

/**
 * A URL in a message: below the base URL, without host, and with a filter as it was written:
 * `/Users?filter=userName eq "ada"`.
 */
export function asPath(url: string, baseUrl: string | undefined): string {
  const isBelow = baseUrl !== undefined && url.startsWith(baseUrl);
  const path = isBelow ? url.slice(baseUrl.length) : withoutHost(url);
  const [before = "", ...query] = path.split(/(?=\?)/);
  const text = before + query.join("").replaceAll("+", " ").replace(readable, decodeURIComponent);
  const rooted = text.startsWith("/") ? text : `/${text}`;
  return rooted.length <= longest ? rooted : `${rooted.slice(0, longest - 1)}…`;
}

function withoutHost(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/?#]*/i, "");
}
