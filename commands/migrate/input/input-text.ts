import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { createUnzip } from "node:zlib";

/** How much of a file is looked at to recognise its format, in characters. */
const headLength = 65_536;
const chunkBytes = 262_144;

/** The text of one input, decompressed and decoded, piece by piece. */
export interface InputText {
  /** The beginning. */
  readonly head: string;
  /** All of it, the beginning included. Throws where the input cannot be read any further. */
  readonly chunks: AsyncIterable<string>;
  /** Whether it was compressed. */
  readonly isCompressed: boolean;
}

/**
 * Opens a file, or standard input for `-`. A compressed input is decompressed; the text is UTF-8, or
 * UTF-16 where a byte order mark says so, as PowerShell writes it.
 *
 * @param onBytes is told how many bytes were read since the last call
 * @param signal ends the input, also while it waits for more
 * @throws the error of the system where the beginning cannot be read
 */
export async function openInput(
  file: string,
  onBytes: (count: number) => void,
  signal: AbortSignal,
  standardInput: Readable = process.stdin,
): Promise<InputText> {
  const stream =
    file === "-" ? standardInput : createReadStream(file, { highWaterMark: chunkBytes });
  const end = () => stream.destroy();
  signal.addEventListener("abort", end, { once: true });
  stream.once("close", () => signal.removeEventListener("abort", end));
  const bytes = counted(stream, onBytes);
  const first = await atLeast(bytes, 4);
  const isCompressed = hasCompression(first);
  const all = followed(first, bytes);
  const text = decoded(isCompressed ? decompressed(all) : all);
  let head = "";
  while (head.length < headLength) {
    const next = await text.next();
    if (next.done) break;
    head += next.value;
  }
  return { head, chunks: followed(head, text), isCompressed };
}

async function* counted(
  stream: Readable,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : (chunk as Uint8Array);
    onBytes(bytes.length);
    yield bytes;
  }
}

/** The first bytes, as many as asked for if there are as many. */
async function atLeast(bytes: AsyncGenerator<Uint8Array>, count: number): Promise<Uint8Array> {
  let first: Uint8Array = new Uint8Array();
  while (first.length < count) {
    const next = await bytes.next();
    if (next.done) break;
    first = Buffer.concat([first, next.value]);
  }
  return first;
}

async function* followed<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

/** Whether the bytes begin as those of gzip, or of zlib: mitmproxy writes `.zhar`. */
export function hasCompression([one, other = 0]: Uint8Array): boolean {
  return (
    (one === 0x1f && other === 0x8b) || (one === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(other))
  );
}

async function* decompressed(bytes: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unzip = createUnzip({ chunkSize: chunkBytes });
  // An error of either end reaches the loop below.
  pipeline(Readable.from(bytes), unzip, () => undefined);
  for await (const chunk of unzip) yield chunk as Uint8Array;
}

async function* decoded(bytes: AsyncGenerator<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder?.decode() ?? "";
  if (rest !== "") yield rest;
}

function encodingOf([one, other]: Uint8Array): string {
  if (one === 0xff && other === 0xfe) return "utf-16le";
  if (one === 0xfe && other === 0xff) return "utf-16be";
  return "utf-8";
}
