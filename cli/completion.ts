import { readdirSync } from "node:fs";
import tab from "@bomb.sh/tab/commander";
import type { Command } from "commander";

/** Offers a value, with a description for shells that show one. */
type Offer = (value: string, description: string) => void;

/**
 * Adds `complete`: prints a script for a shell, which asks this command again for each completion.
 * @param words of the command line; values are only looked up for a completion
 */
export async function addCompletion(program: Command, words: readonly string[]): Promise<void> {
  const completion = tab(program);
  program.commands
    .find((command) => command.name() === "complete")
    ?.description("print the completion script of a shell: bash, zsh, fish, powershell");
  const [command, separator, ...typed] = words;
  if (command !== "complete" || separator !== "--") return;
  const { valuesOf } = await import("./completion-values.ts");
  const offerValues = (name: string) => (offer: Offer) => {
    const values = valuesOf(name);
    if (values === "paths") offerPaths(typed.at(-1) ?? "", offer);
    else for (const [value, description] of values) offer(value, description);
  };
  for (const { options, arguments: positions } of completion.commands.values()) {
    for (const option of options.values()) option.handler = offerValues(option.value);
    for (const position of positions.values()) position.handler = offerValues(position.name);
  }
}

/** The entries of the folder that was typed so far; the package switches the shell's own off. */
function offerPaths(typed: string, offer: Offer): void {
  const folder = typed.slice(0, typed.lastIndexOf("/") + 1);
  try {
    for (const entry of readdirSync(folder || ".", { withFileTypes: true })) {
      offer(`${folder}${entry.name}${entry.isDirectory() ? "/" : ""}`, "");
    }
  } catch {
    // No such folder: nothing to offer.
  }
}
