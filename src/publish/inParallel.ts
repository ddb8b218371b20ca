/** More at once the threads behind Node's files don't take. */
const atOnce = 8;

/** Waits for all, also where one fails; throws the first failure then. */
export async function inParallel<Each>(
  list: readonly Each[],
  action: (each: Each) => Promise<void>,
): Promise<void> {
  const queue = list.values();
  const failures: unknown[] = [];
  const work = async () => {
    for (const each of queue) await action(each).catch((error: unknown) => failures.push(error));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, list.length) }, work));
  if (failures.length > 0) throw failures[0];
}
