import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
// Declares what is provided; only a test can import its code.
import type {} from "./readme-run.ts";

/** Makes the folder for the run that test files share, and removes it when all have ended. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "scim-shared-run-"));
  project.provide("readmeRunFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
