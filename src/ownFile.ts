import { isOwn } from "./delivery/own.ts";
import { readRegular } from "./regularFile.ts";

/** Whether at a path in the output folder nothing stands, or what we wrote. */
export function isOurs(path: string): boolean {
  try {
    return isOwn(readRegular(path));
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT";
  }
}
