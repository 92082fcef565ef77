import { spawn } from "node:child_process";
import { platform as thisPlatform } from "node:process";
import { setTimeout as pause } from "node:timers/promises";

/** How long a failure to open is awaited, in milliseconds; a browser may stay open for hours. */
const longestWait = 2000;

/**
 * The program that opens a file with the browser. None is a shell, so no character of a path has a
 * meaning: on Windows that excludes `start`, which exists only in one.
 */
const openers: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: "open",
  win32: "explorer.exe",
};

/**
 * Opens a page in the browser, in a process that outlives this one.
 * @param say takes a line where that fails: it is no error
 */
export async function openPage(
  file: string,
  say: (line: string) => void,
  platform: NodeJS.Platform = thisPlatform,
): Promise<void> {
  const command = openers[platform] ?? "xdg-open";
  const tooLate = new AbortController();
  const failure = await Promise.race([
    failureOf(command, file, platform === "win32"),
    pause(longestWait, undefined, { signal: tooLate.signal }).catch(() => undefined),
  ]);
  tooLate.abort();
  if (failure !== undefined)
    say(`the page could not be opened (${failure}); open it yourself: ${file}`);
}

/** @returns why the page was not opened; undefined where the program ends well, or later */
function failureOf(
  command: string,
  file: string,
  alwaysFails: boolean,
): Promise<string | undefined> {
  return new Promise((done) => {
    const child = spawn(command, [file], { stdio: "ignore", detached: true });
    child.on("error", (error) => done(error.message));
    // The exit code of explorer.exe is 1 when it has opened a file.
    child.on("exit", (code) =>
      done(code === 0 || alwaysFails ? undefined : `${command}: exit code ${code}`),
    );
    child.unref();
  });
}
