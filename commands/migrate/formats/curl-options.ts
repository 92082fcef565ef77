/** Options of curl with a value that matter to a request, by what they mean. */
const meanings = {
  "-X": "method",
  "--request": "method",
  "-d": "data",
  "--data": "data",
  "--data-ascii": "data",
  "--data-binary": "data",
  "--data-raw": "raw",
  "--data-urlencode": "encoded",
  "--json": "json",
  "-H": "header",
  "--header": "header",
  "-u": "user",
  "--user": "user",
  "-U": "user",
  "--proxy-user": "user",
  "-b": "cookie",
  "--cookie": "cookie",
  "--oauth2-bearer": "bearer",
  "--url": "url",
  "--url-query": "query",
  "-T": "upload",
  "--upload-file": "upload",
  "-F": "form",
  "--form": "form",
  "--form-string": "form",
} as const;

/** Options of curl without a value that matter. */
const switches = {
  "-G": "get",
  "--get": "get",
  "-I": "head",
  "--head": "head",
  "-:": "next",
  "--next": "next",
} as const;

/** Other options of curl that take a value, which must not be taken for an address. */
const otherValues = new Set(
  (
    "-A -C -D -E -K -P -Q -Y -c -e -h -m -o -r -t -w -x -y -z " +
    "--abstract-unix-socket --alt-svc --aws-sigv4 --cacert --capath --cert --cert-type --ciphers " +
    "--config --connect-timeout --connect-to --continue-at --cookie-jar --crlfile --curves " +
    "--dns-servers --dump-header --engine --expect100-timeout --haproxy-clientip --happy-eyeballs-timeout-ms " +
    "--hsts --interface --ip-tos --keepalive-cnt --keepalive-time --key --key-type --limit-rate --local-port " +
    "--max-filesize --max-redirs --max-time --netrc-file --noproxy --output --output-dir --parallel-max " +
    "--pass --pinnedpubkey --preproxy --proto --proto-default --proto-redir --proxy --proxy-cacert " +
    "--proxy-header --range --rate --referer --request-target --resolve --retry --retry-delay " +
    "--retry-max-time --service-name --socks4 --socks4a --socks5 --socks5-hostname --speed-limit " +
    "--speed-time --stderr --time-cond --tls-max --tls13-ciphers --trace --trace-ascii --unix-socket " +
    "--user-agent --variable --write-out"
  ).split(" "),
);

type Meaning = (typeof meanings)[keyof typeof meanings] | (typeof switches)[keyof typeof switches];

/** An option of a command with its value, or an address. */
export interface CurlArgument {
  readonly means: Meaning;
  readonly value: string;
}

const byName: ReadonlyMap<string, Meaning> = new Map(Object.entries(meanings));
const switchByName: ReadonlyMap<string, Meaning> = new Map(Object.entries(switches));

/** The arguments of curl that matter, in order. @param words behind `curl` */
export function curlArguments(words: readonly string[]): CurlArgument[] {
  const found: CurlArgument[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (!word.startsWith("-") || word === "-") {
      found.push({ means: "url", value: word });
    } else if (word.startsWith("--")) {
      const takesValue = addLong(word, words[at + 1] ?? "", found);
      if (takesValue) at += 1;
    } else if (addShort(word, words[at + 1] ?? "", found)) {
      at += 1;
    }
  }
  return found;
}

/** @returns whether the next word is the value */
function addLong(word: string, next: string, found: CurlArgument[]): boolean {
  const means = byName.get(word);
  if (means !== undefined) found.push({ means, value: next });
  const switched = switchByName.get(word);
  if (switched !== undefined) found.push({ means: switched, value: "" });
  return means !== undefined || otherValues.has(word);
}

/** Several options in one word, the last of them with its value: `-sSXPOST`. */
function addShort(word: string, next: string, found: CurlArgument[]): boolean {
  for (let at = 1; at < word.length; at += 1) {
    const name = `-${word.charAt(at)}`;
    const switched = switchByName.get(name);
    if (switched !== undefined) found.push({ means: switched, value: "" });
    const means = byName.get(name);
    if (means === undefined && !otherValues.has(name)) continue;
    const attached = word.slice(at + 1);
    if (means !== undefined) found.push({ means, value: attached === "" ? next : attached });
    return attached === "";
  }
  return false;
}
