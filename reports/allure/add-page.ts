import type { PluginContext } from "@allurereport/plugin-api";
import type { Redact, RedactedText } from "../../schemas/index.ts";

/** What a page of this suite is made from. */
export interface PageOptions {
  /** The folder of the run. */
  directory: string;
  redact: Redact;
}

/** Writes a page into the folder of a plugin: plugins write in no other way. */
export async function addPage(context: PluginContext, page: RedactedText): Promise<void> {
  await context.reportFiles.addFile("index.html", Buffer.from(page, "utf8"));
}
