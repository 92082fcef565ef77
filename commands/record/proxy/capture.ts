import { Transform, type TransformCallback } from "node:stream";
import type { CapturedBody } from "../exchange.ts";

/** A larger body passes, but is not recorded: memory must stay flat. In bytes. */
const largestBody = 16 * 1024 * 1024;

/** Keeps a copy of a body that passes. */
export class Capture {
  #chunks: Buffer[] = [];
  #size = 0;

  add(chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size <= largestBody) this.#chunks.push(chunk);
    else this.#chunks = [];
  }

  get body(): CapturedBody {
    const bytes = this.#size <= largestBody ? Buffer.concat(this.#chunks) : undefined;
    return { bytes, size: this.#size };
  }

  /** A stream that passes everything on unchanged and at once. */
  passing(): Transform {
    return new Transform({
      transform: (chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) => {
        this.add(chunk);
        done(null, chunk);
      },
    });
  }
}
