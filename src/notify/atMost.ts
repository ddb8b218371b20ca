/**
 * Does something for each of a list, for so many at once, and waits for all that was begun.
 * @throws what the first one threw that did
 */
export async function atMost<Each, Result>(
  limit: number,
  list: readonly Each[],
  action: (each: Each) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = list.entries();
  const lane = async () => {
    for (const [index, each] of waiting) results[index] = await action(each);
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(limit, list.length) }, lane));
  for (const each of lanes) if (each.status === "rejected") throw each.reason;
  return results;
}
