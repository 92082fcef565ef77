import type { Gate } from "./gate.ts";
import { HarFile } from "./har-file.ts";
import type { Traffic, Watcher } from "./traffic.ts";

function headerList(headers: Traffic["request"]["headers"], gate: Gate) {
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value: gate.header(name, String(value)) }],
  );
}

function queryList(url: string, gate: Gate) {
  const start = url.indexOf("?");
  const query = new URLSearchParams(start < 0 ? "" : url.slice(start));
  return [...query].map(([name, value]) => ({ name: gate.text(name), value: gate.text(value) }));
}

function headerOf(headers: Traffic["request"]["headers"], name: string): string {
  return String(headers[name] ?? "");
}

/** An entry of HAR 1.2, redacted. */
function entryOf({ startedAt, milliseconds, request, response }: Traffic, gate: Gate) {
  const mimeType = gate.text(headerOf(request.headers, "content-type"));
  return {
    startedDateTime: startedAt.toISOString(),
    time: milliseconds,
    request: {
      method: request.method,
      url: gate.text(request.url),
      httpVersion: request.httpVersion,
      cookies: [],
      headers: headerList(request.headers, gate),
      queryString: queryList(request.url, gate),
      ...(request.body !== "" && { postData: { mimeType, text: gate.text(request.body) } }),
      headersSize: -1,
      bodySize: Buffer.byteLength(request.body),
    },
    response: {
      status: response.status,
      statusText: "",
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: headerList(response.headers, gate),
      content: {
        size: Buffer.byteLength(response.body),
        mimeType: headerOf(response.headers, "content-type"),
        text: gate.text(response.body),
      },
      redirectURL: "",
      headersSize: -1,
      bodySize: Buffer.byteLength(response.body),
    },
    cache: {},
    timings: { send: 0, wait: milliseconds, receive: 0 },
  };
}

/** A recording of all traffic in a HAR 1.2 file. */
export class HarRecording {
  readonly #file: string;
  readonly #gate: Gate;
  readonly #warn: (line: string) => void;
  #har: HarFile | undefined;
  #hasFailed = false;

  /** @param warn takes a line where the recording ends before the server does, such as on a full disk */
  constructor(file: string, gate: Gate, warn: (line: string) => void) {
    this.#file = file;
    this.#gate = gate;
    this.#warn = warn;
  }

  /** Begins the file, unless a request has done so. @throws Error of one line if that is impossible */
  begin(): HarFile {
    this.#har ??= new HarFile(this.#file);
    return this.#har;
  }

  readonly watch: Watcher = (traffic) => {
    if (this.#hasFailed) return;
    try {
      this.begin().add(JSON.stringify(entryOf(traffic, this.#gate)));
    } catch (error) {
      this.#hasFailed = true;
      const why = error instanceof Error ? error.message : String(error);
      this.#warn(`the recording ${this.#file} ends here: ${why}`);
    }
  };

  /** Ends the recording. */
  end(): void {
    this.#har?.close();
  }
}
