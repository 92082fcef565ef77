/** The folder of the page of facts in a report. */
export const factsFolder = "facts";

/**
 * Where a fact is stated in a report. It names a file: works from disk.
 * @param toReport the way from the page with the link to the folder of the report
 */
export function factAddress(id: string, toReport: "../" | "" = "../"): string {
  return `${toReport}${factsFolder}/index.html#${id}`;
}
