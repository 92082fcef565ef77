/**
 * The URL of a file of this package that is read or started by its path.
 *
 * The build keeps this module in a chunk, which is one folder below the root of the built files, as
 * this module is below that of the sources: the same path is right for both (`rolldown.config.ts`).
 *
 * @param path from that root, such as `reports/browser/dom.js`
 */
export function ownFile(path: string): URL {
  return new URL(`../${path}`, import.meta.url);
}
