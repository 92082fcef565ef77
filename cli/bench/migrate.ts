import { spawn } from "node:child_process";
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ownFile } from "../../schemas/own-file.ts";
import type { Probe } from "./probed.ts";

/**
 * `migrate` on JSON Lines of 100,000 requests and of 1 GB, and on a HAR of 100,000: seconds, and the
 * memory of the process, which must not grow with the input.
 */
const main = fileURLToPath(ownFile("cli/main.js"));
const probe = ownFile("cli/bench/memory-probe.js").href;
const folder = mkdtempSync(join(tmpdir(), "scim-migrate-bench-"));

/** One request and its answer; every user is another one. */
function record(index: number): {
  method: string;
  path: string;
  body?: string;
  status: number;
  answer?: unknown;
} {
  const id = `U${String(index).padStart(10, "0")}`;
  const address = `person${index}@corp.example`;
  switch (index % 4) {
    case 0: {
      const user = {
        schemas: ["urn:scim:schemas:core:1.0"],
        userName: `person${index}`,
        name: { givenName: `Given${index}`, familyName: `Family${index}` },
        emails: [{ value: address, primary: true }],
      };
      return {
        method: "POST",
        path: "/scim/v1/Users",
        body: JSON.stringify(user),
        status: 201,
        answer: { ...user, id },
      };
    }
    case 1:
      return {
        method: "GET",
        path: `/scim/v1/Users?filter=email%20eq%20${encodeURIComponent(address)}`,
        status: 200,
      };
    case 2:
      return {
        method: "PATCH",
        path: `/scim/v1/Users/${id}`,
        body: JSON.stringify({
          schemas: ["urn:scim:schemas:core:1.0"],
          active: false,
          title: `Title ${index}`,
        }),
        status: 200,
      };
    default:
      return { method: "DELETE", path: `/scim/v1/Users/${id}`, status: 200 };
  }
}

/** Writes records until there are enough. @param isEnough of the number and the bytes so far */
function writeLines(file: string, isEnough: (count: number, bytes: number) => boolean): number {
  const out = openSync(file, "w");
  let bytes = 0;
  let count = 0;
  for (let lines = ""; ; lines = "") {
    for (let at = 0; at < 1000; at += 1, count += 1) {
      const { method, path, body, status, answer } = record(count);
      lines += `${JSON.stringify({ method, url: `https://api.slack.com${path}`, body, status, responseBody: answer })}\n`;
    }
    bytes += writeSync(out, lines);
    if (isEnough(count, bytes)) break;
  }
  closeSync(out);
  return count;
}

function writeHar(file: string, count: number): void {
  const out = openSync(file, "w");
  writeSync(out, '{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":[');
  for (let at = 0; at < count; at += 1) {
    const { method, path, body, status, answer } = record(at);
    const request = {
      method,
      url: `https://api.slack.com${path}`,
      headers: [],
      ...(body && { postData: { mimeType: "application/json", text: body } }),
    };
    const content = answer === undefined ? {} : { text: JSON.stringify(answer) };
    writeSync(
      out,
      `${at > 0 ? "," : ""}${JSON.stringify({ request, response: { status, content } })}`,
    );
  }
  writeSync(out, "]}}");
  closeSync(out);
}

async function measure(name: string, file: string, count: number): Promise<void> {
  const probed = join(folder, "probe.json");
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ["--import", probe, main, "migrate", file, "--out", join(folder, "out")],
    { stdio: "ignore", env: { ...process.env, SCIM_BENCH_PROBE: probed } },
  );
  const code = await new Promise((resolve) => child.once("exit", resolve));
  const seconds = (performance.now() - start) / 1000;
  const { peakMb, residentMb }: Probe = JSON.parse(readFileSync(probed, "utf8"));
  const at = (share: number) => residentMb[Math.floor((residentMb.length - 1) * share)];
  const megabytes = Math.round(statSync(file).size / 1_000_000);
  console.log(
    `${name}: ${count.toLocaleString("en")} requests, ${megabytes} MB, exit ${code}: ${seconds.toFixed(1)} s, ` +
      `${Math.round(count / seconds).toLocaleString("en")} a second, peak ${peakMb} MB; ` +
      `after 1/4, 1/2, 3/4 and all: ${[0.25, 0.5, 0.75, 1].map(at).join(", ")} MB`,
  );
}

try {
  const file = join(folder, "traffic");
  const lines = writeLines(file, (count) => count >= 100_000);
  await measure("JSON Lines", file, lines);
  writeHar(file, 100_000);
  await measure("HAR", file, 100_000);
  const many = writeLines(file, (_, bytes) => bytes >= 1_000_000_000);
  await measure("JSON Lines of 1 GB", file, many);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
