/**
 * What was written as JSON; nothing where it is none. Its shape isn't asked for: what stands behind a
 * checksum and this program's context was written as it is read.
 */
export function jsonOf<Shape>(bytes: Buffer): Shape | undefined {
  try {
    const data: Shape = JSON.parse(bytes.toString());
    return data;
  } catch {
    return undefined;
  }
}
