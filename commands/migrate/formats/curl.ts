import { linesOf } from "../input/lines.ts";
import { isSecretName } from "../masking/secret-names.ts";
import { bothShown, shownSecrets } from "./credentials.ts";
import { curlRequests, withVariable } from "./curl-request.ts";
import type { Entry, Reading } from "./entry.ts";
import { salvaged } from "./salvage.ts";
import { type ShellCommand, ShellCommands } from "./shell-commands.ts";

/** A line in which curl may be called. */
const callsCurl = /(?:^|[\s;|&(`"/])curl(?:\.exe)?["']?(?:\s|\\?$)/;
const isComment = /^\s*#/;
/** A line that begins a command, and is no part of a body. */
const beginsCommand = /^\s*(?:\$ +)?curl\s+(?:-|["']?https?:)/;
/** What may stand before a command: prompts, keywords, and commands that run another. */
const before =
  /^(?:[$%!{]|sudo|time|exec|command|env|if|then|elif|else|do|while|until|xargs|timeout|nohup|-.*|\d+[smh]?|\w+=.*)$/s;
const assignment =
  /^\s*(?:export\s+|readonly\s+|local\s+)*([A-Za-z_]\w*)=(["']?)([^"'`\s;]*)\2\s*(?:[;#].*)?$/;
/** A text in single quotes, as bodies are written: it may have several lines, and nothing in it is replaced. */
const quotedAssignment =
  /^\s*(?:export\s+|readonly\s+|local\s+)*([A-Za-z_]\w*)='([^']*)(?:(')\s*(?:[;#].*)?)?$/;
/** A script has fewer variables. */
const mostVariables = 1000;
/** And shorter texts in them. */
const longestText = 100_000;

/**
 * The calls of curl in a shell script, or in lines that were copied from somewhere. Nothing is run.
 *
 * @param readFile the content of a file that a call sends (`-d @file`); undefined where it may not be
 *   read
 */
export async function* readCurl(
  chunks: AsyncIterable<string>,
  readFile: (name: string) => string | undefined,
): Reading {
  const shell = new ShellCommands();
  const variables = new Map<string, string>();
  const secrets = new Set<string>();
  const started: string[] = [];
  let open: { name: string; text: string } | undefined;
  const entriesOf = (commands: readonly ShellCommand[]): Entry[] =>
    commands.flatMap((command) => {
      const at = curlIn(command.words);
      if (at < 0) return [];
      const { line, standardInput } = command;
      const words = command.words.slice(at + 1);
      return curlRequests(words, { line, standardInput, variables, readFile }).map((entry) => {
        const credentials = bothShown(entry.credentials, shownSecrets([...secrets]));
        return credentials ? { ...entry, credentials } : entry;
      });
    });
  const broken = (why: string): Entry => {
    const entry = salvaged(asRecord(started.join("\n"), variables), shell.openSince, why);
    shell.reset();
    return entry;
  };
  for await (const lines of linesOf(chunks)) {
    for (const { number, text, isCut } of lines) {
      if (shell.isOpen && (shell.isTooLong || (shell.isQuoted && beginsCommand.test(text)))) {
        yield broken("a quote is not closed");
      }
      if (!shell.isOpen) {
        started.length = 0;
        if (open) {
          const [rest = ""] = text.split("'", 1);
          open.text += `\n${rest}`;
          const isClosed = rest.length < text.length;
          if (isClosed) variables.set(open.name, open.text);
          // A quote that is not closed must not hide the commands behind it.
          if (isClosed || callsCurl.test(text) || open.text.length > longestText) open = undefined;
          if (!callsCurl.test(text)) continue;
        }
        if (isComment.test(text)) continue;
        const [, bodyName, body = "", end] = quotedAssignment.exec(text) ?? [];
        const isText = end === undefined || /["\s{]/.test(body);
        if (bodyName !== undefined && isText && variables.size < mostVariables) {
          if (end === undefined) open = { name: bodyName, text: body };
          else variables.set(bodyName, body);
          if (isSecretName(bodyName)) secrets.add(body);
          continue;
        }
        const [, name, , value = ""] = assignment.exec(text) ?? [];
        if (name !== undefined && variables.size < mostVariables) {
          variables.set(name, withVariable(value, variables));
          if (isSecretName(name)) secrets.add(value);
          continue;
        }
        if (!callsCurl.test(text)) continue;
        if (isCut) {
          yield salvaged(asRecord(text, variables), number, "the line is too long");
          continue;
        }
      }
      if (started.length < 20) started.push(text.slice(0, 500));
      yield* entriesOf(shell.feed(text, number));
    }
  }
  if (shell.isOpen) {
    // A last line may end with a backslash.
    const rest = shell.isQuoted ? [] : entriesOf(shell.feed("", shell.openSince));
    if (rest.length > 0) yield* rest;
    else yield broken("the command is cut off");
  }
}

/** The word that calls curl; -1 where the command is another one. */
function curlIn(words: readonly string[]): number {
  const at = words.findIndex((word) => /(?:^|[\\/])curl(?:\.exe)?$/.test(word));
  return words.slice(0, Math.max(at, 0)).every((word) => before.test(word)) ? at : -1;
}

/** The options of a broken command in the form in which broken entries are recognised. */
function asRecord(text: string, variables: ReadonlyMap<string, string>): string {
  const [, method] = /(?:-X|--request)[\s=]*["']?([A-Za-z]+)/.exec(text) ?? [];
  const [url] = /(?:https?:\/\/|\$\{?\w+\}?\/)[^\s"'\\]*/.exec(text) ?? [];
  return [
    ...(method === undefined ? [] : [`"method": "${method}"`]),
    ...(url === undefined ? [] : [`"url": "${withVariable(url, variables)}"`]),
    text,
  ].join(" ");
}
