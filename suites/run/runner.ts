import { pathToFileURL } from "node:url";
import { TestRunner } from "vitest";

/** Loads the file of the checks by its name; vitest adds a number, which only its module hooks remove. */
export default class extends TestRunner {
  override importFile(file: string): Promise<unknown> {
    return import(pathToFileURL(file).href);
  }
}
