/** The folder of the page of facts in a report. */
export const factsFolder = "facts";

/** Where a fact is stated in a report, from any page of the report. It names a file: works from disk. */
export function factAddress(id: string): string {
  return `../${factsFolder}/index.html#${id}`;
}
