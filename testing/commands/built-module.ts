import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Builds a module of the sources, with all that it imports, into one file that a process or thread
 * of Node.js can import: the built package has no file of its own for each module.
 * @param source path from the root of the sources
 * @param folder where the file is written
 * @returns the path of the file
 */
export async function builtModule(source: string, folder: string): Promise<string> {
  const file = join(folder, "module.mjs");
  await build({ input: join(root, source), platform: "node", output: { file } });
  return file;
}
