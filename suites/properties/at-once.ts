/** Something to do, and its result. */
type Work<R = unknown> = () => Promise<R>;

/**
 * Does things at once that do not depend on each other.
 * @returns their results, in order
 * @throws the first error in that order, once all have ended: nothing may use what is leased later
 */
export async function atOnce<const W extends readonly Work[]>(
  works: W,
): Promise<{ [I in keyof W]: Awaited<ReturnType<W[I]>> }> {
  const ends = await Promise.allSettled(works.map((work) => work()));
  const results = ends.map((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value;
  });
  return results as { [I in keyof W]: Awaited<ReturnType<W[I]>> };
}
