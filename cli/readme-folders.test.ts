import { describe } from "vitest";
import { ownFolder } from "../testing/documents/commands.ts";
import { everyCommandWorks } from "../testing/documents/every-command.ts";

describe("every command of README and docs works", () => {
  everyCommandWorks(ownFolder);
});
