/** A larger element is not kept. In characters. */
const largestElement = 64 * 1024 * 1024;

/** The text of one element of an array. */
export interface ElementText {
  readonly text: string;
  /** The element is too large, and the text is its beginning. */
  readonly isCut: boolean;
}

const quote = 34;
const backslash = 92;
const isOpening = (code: number) => code === 0x7b || code === 0x5b;
const isClosing = (code: number) => code === 0x7d || code === 0x5d;
const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;

/** What a scan has seen when the text ends. */
export type ScanEnd = "complete" | "cut-off" | "no-array";

/**
 * Finds the elements of one array in a JSON document that comes in pieces, without parsing the rest:
 * memory holds one element. What it finds need not be valid JSON itself.
 */
export class ElementScanner {
  /** The names of the members that lead to the array; none for a document that is the array. */
  readonly #path: readonly string[];
  readonly #largest: number;
  readonly #keys: (string | undefined)[] = [];
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  /** The last text at a depth where names count. */
  #name = "";
  /** Whether the array is open. */
  #inside = false;
  #wasFound = false;
  #isBroken = false;
  #inElement = false;
  #parts: string[] = [];
  #size = 0;
  #isCut = false;

  constructor(path: readonly string[], largest = largestElement) {
    this.#path = path;
    this.#largest = largest;
  }

  /** The depth of what is directly in the array. */
  get #within(): number {
    return this.#path.length + 1;
  }

  /** Takes the next piece. @returns the elements that end in it */
  feed(chunk: string): ElementText[] {
    const found: ElementText[] = [];
    let from = 0;
    let at = 0;
    while (at < chunk.length && !this.#isBroken) {
      if (this.#inString) {
        at = this.#throughString(chunk, at);
        continue;
      }
      const code = chunk.charCodeAt(at);
      if (this.#inside && !this.#inElement && this.#begins(code)) {
        this.#inElement = true;
        from = at;
      }
      if (this.#inElement && this.#depth === this.#within && (code === 44 || isClosing(code))) {
        found.push(this.#element(chunk.slice(from, at)));
      }
      this.#step(code);
      at += 1;
    }
    if (this.#inElement) this.#keep(chunk.slice(from));
    return found;
  }

  /** @returns how the document ended */
  end(): ScanEnd {
    if (!this.#wasFound && (this.#depth === 0 || this.#isBroken)) return "no-array";
    return this.#depth === 0 && !this.#isBroken ? "complete" : "cut-off";
  }

  #begins(code: number): boolean {
    return this.#depth === this.#within && code !== 44 && !isClosing(code) && !isSpace(code);
  }

  #step(code: number): void {
    if (code === quote) {
      this.#inString = true;
      this.#name = "";
    } else if (code === 0x3a) {
      if (this.#depth <= this.#path.length) this.#keys[this.#depth] = this.#name;
    } else if (isOpening(code)) {
      if (code === 0x5b && !this.#inside && this.#isThere()) {
        this.#inside = true;
        this.#wasFound = true;
      }
      this.#depth += 1;
      if (this.#depth <= this.#path.length) this.#keys[this.#depth] = undefined;
    } else if (isClosing(code)) {
      this.#depth -= 1;
      if (this.#depth < this.#within) this.#inside = false;
      if (this.#depth < 0) this.#isBroken = true;
    }
  }

  /** Whether an array that opens now is the one that is looked for. */
  #isThere(): boolean {
    return (
      this.#depth === this.#path.length &&
      this.#path.every((name, index) => this.#keys[index + 1] === name)
    );
  }

  /** @returns where the text goes on behind the string, or its length */
  #throughString(chunk: string, start: number): number {
    let at = start;
    while (at < chunk.length) {
      if (this.#isEscaped) {
        this.#isEscaped = false;
        at += 1;
        continue;
      }
      const code = chunk.charCodeAt(at);
      if (code === backslash) this.#isEscaped = true;
      else if (code === quote) {
        this.#inString = false;
        this.#named(chunk.slice(start, at));
        return at + 1;
      }
      at += 1;
    }
    this.#named(chunk.slice(start));
    return at;
  }

  #named(part: string): void {
    if (this.#depth <= this.#path.length && this.#name.length < 100) {
      this.#name += part.slice(0, 100);
    }
  }

  #keep(part: string): void {
    if (this.#isCut) return;
    this.#parts.push(part);
    this.#size += part.length;
    if (this.#size > this.#largest) {
      this.#parts = [this.#parts.join("").slice(0, 2000)];
      this.#isCut = true;
    }
  }

  #element(last: string): ElementText {
    this.#keep(last);
    const element = { text: this.#parts.join(""), isCut: this.#isCut };
    this.#parts = [];
    this.#size = 0;
    this.#isCut = false;
    this.#inElement = false;
    return element;
  }
}
