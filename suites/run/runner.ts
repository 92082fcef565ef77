import { pathToFileURL } from "node:url";
import { TestRunner } from "vitest";

/** vitest's runner without what the checks do not use: they neither expect nor mock nor take snapshots. */
export default class extends TestRunner {
  /** Loads the file of the checks by its name; vitest adds a number, which only its module hooks remove. */
  override importFile(file: string): Promise<unknown> {
    return import(pathToFileURL(file).href);
  }

  /** Would prepare `expect` for each test. */
  override onBeforeTryTask(): void {}

  override onAfterTryTask(): void {}
}
