/** A simple command of a shell, its words without quotes; variables stay as they are written. */
export interface ShellCommand {
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  readonly words: readonly string[];
  /** The text of a here-document, or of a here-string. */
  readonly standardInput: string | undefined;
}

/** A command, its words, and what it still waits for. */
interface Frame {
  words: string[];
  /** Undefined between words. */
  word: string | undefined;
  line: number;
  quote: "none" | "single" | "double" | "ansi";
  /** What ends the frame. */
  kind: "script" | "substitution" | "backtick";
  /** Open brackets of subshells. */
  brackets: number;
  /** The next word names a file, or is a here-string. */
  next: "word" | "file" | "here-string";
  standardInput: string | undefined;
  /** What `$(cat <<EOF …)` prints. */
  printed: string | undefined;
}

interface HereDocument {
  frame: Frame;
  delimiter: string;
  isIndented: boolean;
  lines: string[];
}

/** A longer command is broken: a quote was not closed. In characters. */
const longestCommand = 4 * 1024 * 1024;

/**
 * Reads commands of a POSIX shell line by line, as far as requests in scripts need it: quotes, line
 * continuations, here-documents and substitutions. Nothing is expanded and nothing is run.
 */
export class ShellCommands {
  #stack: Frame[] = [];
  #pending: HereDocument[] = [];
  #done: ShellCommand[] = [];
  #line = 0;
  #size = 0;
  #isEscaped = false;

  /** Whether the lines so far end within a command. */
  get isOpen(): boolean {
    return this.#stack.length > 0;
  }

  /** Whether the lines so far end within a quote. */
  get isQuoted(): boolean {
    return this.#stack.some(({ quote }) => quote !== "none");
  }

  /** The line on which the open command begins. */
  get openSince(): number {
    return this.#stack[0]?.line ?? this.#line;
  }

  /** Whether the open command is longer than any that is meant. */
  get isTooLong(): boolean {
    return this.#size > longestCommand;
  }

  /** Forgets an open command. */
  reset(): void {
    this.#stack = [];
    this.#pending = [];
    this.#done = [];
    this.#size = 0;
    this.#isEscaped = false;
  }

  /** Takes a line, without its end. @returns the commands that end in it */
  feed(text: string, line: number): ShellCommand[] {
    this.#line = line;
    this.#size += text.length;
    const [document] = this.#pending;
    if (document) {
      this.#inHereDocument(document, text);
      return this.#taken();
    }
    if (this.#stack.length === 0) this.#push("script");
    for (let at = 0; at < text.length; ) at = this.#step(text, at);
    this.#endLine();
    return this.#taken();
  }

  #taken(): ShellCommand[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  #push(kind: Frame["kind"]): void {
    this.#stack.push({
      ...{ words: [], word: undefined, line: this.#line, quote: "none", kind, brackets: 0 },
      ...{ next: "word", standardInput: undefined, printed: undefined },
    });
  }

  get #frame(): Frame {
    const frame = this.#stack.at(-1);
    if (frame) return frame;
    this.#push("script");
    return this.#frame;
  }

  #endLine(): void {
    if (this.#isEscaped) {
      // A line continuation.
      this.#isEscaped = false;
      return;
    }
    const frame = this.#frame;
    if (frame.quote !== "none") {
      frame.word += "\n";
      return;
    }
    this.#endWord(frame);
    if (this.#pending.length > 0) return;
    this.#endCommand(frame);
    if (this.#stack.length === 1) this.#close();
  }

  #close(): void {
    this.#stack = [];
    this.#size = 0;
  }

  #inHereDocument(document: HereDocument, text: string): void {
    const bare = document.isIndented ? text.replace(/^\t+/, "") : text;
    if (bare.trimEnd() !== document.delimiter) {
      document.lines.push(bare);
      return;
    }
    this.#pending.shift();
    document.frame.standardInput = document.lines.join("\n");
    if (this.#pending.length > 0) return;
    this.#endCommand(document.frame);
    if (this.#stack.length === 1) this.#close();
  }

  /** @returns where the line goes on */
  #step(text: string, at: number): number {
    const frame = this.#frame;
    const character = text.charAt(at);
    if (this.#isEscaped) {
      this.#isEscaped = false;
      const keeps = frame.quote === "double" && !'"\\$`'.includes(character);
      add(frame, keeps ? `\\${character}` : character);
      return at + 1;
    }
    switch (frame.quote) {
      case "single":
        if (character === "'") frame.quote = "none";
        else add(frame, character);
        return at + 1;
      case "ansi":
        return this.#ansi(frame, text, at);
      case "double":
        if (character === '"') frame.quote = "none";
        else if (character === "\\") this.#isEscaped = true;
        else if (text.startsWith("$(", at)) return this.#substitute("substitution", at + 2);
        else add(frame, character);
        return at + 1;
      case "none":
        return this.#plain(frame, text, at);
    }
  }

  #plain(frame: Frame, text: string, at: number): number {
    const character = text.charAt(at);
    switch (character) {
      case " ":
      case "\t":
        this.#endWord(frame);
        return at + 1;
      case "\\":
        this.#isEscaped = true;
        // What continues is a word only if something follows.
        return at + 1;
      case "'":
      case '"':
        frame.quote = character === "'" ? "single" : "double";
        add(frame, "");
        return at + 1;
      case "`":
        return this.#backtick(frame, at);
      case "#":
        if (frame.word !== undefined) add(frame, character);
        return frame.word === undefined ? text.length : at + 1;
      case "$":
        return this.#dollar(frame, text, at);
      case ";":
      case "|":
      case "&":
        this.#endWord(frame);
        this.#endCommand(frame);
        return at + 1;
      case "(":
        frame.brackets += 1;
        this.#endWord(frame);
        this.#endCommand(frame);
        return at + 1;
      case ")":
        return this.#closeBracket(frame, at);
      case "<":
      case ">":
        return this.#redirect(frame, text, at);
      default:
        add(frame, character);
        return at + 1;
    }
  }

  #dollar(frame: Frame, text: string, at: number): number {
    const next = text.charAt(at + 1);
    if (next === "(") return this.#substitute("substitution", at + 2);
    if (next === "'" || next === '"') {
      frame.quote = next === "'" ? "ansi" : "double";
      add(frame, "");
      return at + 2;
    }
    add(frame, "$");
    return at + 1;
  }

  #substitute(kind: Frame["kind"], at: number): number {
    add(this.#frame, "");
    this.#push(kind);
    return at;
  }

  #backtick(frame: Frame, at: number): number {
    if (frame.kind === "backtick") this.#pop(frame);
    else this.#substitute("backtick", at);
    return at + 1;
  }

  #closeBracket(frame: Frame, at: number): number {
    if (frame.brackets > 0) frame.brackets -= 1;
    else if (frame.kind === "substitution") {
      this.#pop(frame);
      return at + 1;
    }
    this.#endWord(frame);
    this.#endCommand(frame);
    return at + 1;
  }

  /** A substitution ends: what it would print is not known, unless it prints a here-document. */
  #pop(frame: Frame): void {
    this.#endWord(frame);
    this.#endCommand(frame);
    this.#stack.pop();
    add(this.#frame, frame.printed ?? "$(…)");
  }

  #redirect(frame: Frame, text: string, at: number): number {
    const [whole = "", kind = ""] = /^(<<<|<<-?|[<>]{1,2})&?\|?/.exec(text.slice(at, at + 5)) ?? [];
    // `2>` and `1>&2`: the number belongs to the sign.
    if (/^\d$/.test(frame.word ?? "")) frame.word = undefined;
    this.#endWord(frame);
    if (kind === "<<<") frame.next = "here-string";
    else if (kind.startsWith("<<")) return this.#hereDocument(frame, text, at + kind.length);
    else frame.next = "file";
    return at + whole.length;
  }

  #hereDocument(frame: Frame, text: string, at: number): number {
    const [whole, delimiter = ""] = /^\s*\\?["']?([^\s"'<>;&|()]+)["']?/.exec(text.slice(at)) ?? [];
    if (whole === undefined) return at;
    const isIndented = text.charAt(at - 1) === "-";
    this.#pending.push({ frame, delimiter, isIndented, lines: [] });
    return at + whole.length;
  }

  #ansi(frame: Frame, text: string, at: number): number {
    const rest = text.slice(at, at + 10);
    const [whole, code] =
      /^\\(x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{1,4}|U[0-9a-fA-F]{1,8}|[0-7]{1,3}|.)/.exec(rest) ?? [];
    if (whole !== undefined && code !== undefined) {
      add(frame, ansiCharacter(code));
      return at + whole.length;
    }
    if (rest.startsWith("'")) frame.quote = "none";
    else add(frame, rest.charAt(0));
    return at + 1;
  }

  #endWord(frame: Frame): void {
    const { word, next } = frame;
    if (word === undefined) return;
    frame.word = undefined;
    frame.next = "word";
    if (next === "word") frame.words.push(word);
    else if (next === "here-string") frame.standardInput = word;
  }

  #endCommand(frame: Frame): void {
    const { words, line, standardInput } = frame;
    if (words.length > 0) this.#done.push({ line, words, standardInput });
    if (words.length === 1 && words[0] === "cat") frame.printed = standardInput;
    frame.words = [];
    frame.standardInput = undefined;
    frame.line = this.#line;
  }
}

function add(frame: Frame, text: string): void {
  frame.word = (frame.word ?? "") + text;
}

const ansiLetters: Readonly<Record<string, string>> = {
  ...{
    n: "\n",
    t: "\t",
    r: "\r",
    b: "\b",
    f: "\f",
    v: "\v",
    a: "\u0007",
    e: "\u001b",
    E: "\u001b",
  },
};

function ansiCharacter(code: string): string {
  const isHex = /^[xuU][0-9a-fA-F]/.test(code);
  if (!isHex && !/^[0-7]/.test(code)) return ansiLetters[code] ?? code;
  const point = isHex ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 8);
  return point > 0x10ffff ? "" : String.fromCodePoint(point);
}
