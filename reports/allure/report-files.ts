import type { ReportFiles } from "@allurereport/plugin-api";

/** Keeps in memory what Allure writes, by the path in its folder. */
export class KeptFiles implements ReportFiles {
  readonly contents = new Map<string, Buffer>();

  async addFile(path: string, content: Buffer): Promise<string> {
    this.contents.set(path, content);
    return path;
  }
}
