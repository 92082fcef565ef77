import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Mock } from "../../mock/index.ts";
import { root } from "./commands.ts";

/** What a command printed, on both streams, and its exit code. */
export interface Executed {
  code: number | null;
  output: string;
}

/** Replaces the URLs of Slack and fixed ports in a document by the mock of a test. */
export function here(text: string, { url }: Pick<Mock, "url">): string {
  return text
    .replaceAll("https://api.slack.com", url)
    .replaceAll("http://127.0.0.1:8080", url)
    .replace("--port 8080", "--port 0");
}

/** Runs a command of a document as a shell does, in a folder; a server is stopped once it listens. */
export function execute(
  command: string,
  folder: string,
  mock: Pick<Mock, "url" | "token">,
): Promise<Executed> {
  const line = here(command, mock).replace("npx slack-scim-conformance", '"$NODE" "$MAIN"');
  const env = { ...process.env, NODE: process.execPath, MAIN: join(root, "dist/cli/main.js") };
  return new Promise((resolve) => {
    const child = spawn("sh", ["-c", `exec ${line}`], {
      cwd: folder,
      // A person runs these: in CI a missing baseline is a mistake.
      env: { ...env, CI: "", NO_COLOR: "1", SLACK_SCIM_TOKEN: mock.token },
    });
    let output = "";
    let isStopped = false;
    const listen = (data: Buffer) => {
      output += String(data);
      if (isStopped || !output.includes("listening on ")) return;
      // Once: a second signal may meet a process that is ending, and would kill it.
      isStopped = true;
      child.kill("SIGTERM");
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("close", (code) => resolve({ code, output }));
  });
}
