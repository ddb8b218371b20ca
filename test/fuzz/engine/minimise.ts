/**
 * A shorter input that still fails the same way: stretches are taken out, halves first, then ever
 * shorter ones, as long as what is left fails (delta debugging).
 * @param fails whether an input fails as the given one does
 */
export async function minimise(input: Buffer, fails: (input: Buffer) => Promise<boolean>): Promise<Buffer> {
  let [least, tries] = [input, 0];
  for (let size = Math.ceil(least.length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < least.length && tries < mostTries; tries++) {
      const shorter = Buffer.concat([least.subarray(0, at), least.subarray(at + size)]);
      if (await fails(shorter)) least = shorter;
      else at += size;
    }
  }
  return least;
}

const mostTries = 5000;
