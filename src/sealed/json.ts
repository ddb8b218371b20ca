/**
 * What was written as JSON; nothing where it is none. Its shape isn't asked for: what stands behind a
 * checksum and this program's context was written as it is read.
 */
export function jsonOf<Shape>(bytes: Buffer, reviver?: Reviver): Shape | undefined {
  try {
    const data: Shape = JSON.parse(bytes.toString(), reviver);
    return data;
  } catch {
    return undefined;
  }
}

/** What a value is to be read as, where JSON has no word for it. */
export type Reviver = (key: string, value: unknown) => unknown;
