import { describe } from "vitest";
import { everyCommandWorks, ownFolder } from "../testing/documents/commands.ts";

describe("every command of README and docs works", () => {
  everyCommandWorks(ownFolder);
});
