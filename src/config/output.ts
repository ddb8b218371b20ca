import { join, resolve } from "node:path";

/** Where a build's files are put, and how they are published. */
export interface Output {
  /** Absolute path of the folder that files are put into. */
  readonly output: string;
  /** Absolute path of the symbolic link that leads to a complete copy of that folder, where there is to be one. */
  readonly link?: string | undefined;
}

/** @param root absolute; where relative paths start */
export function outputOf(
  { output, atomic }: { readonly output: string; readonly atomic: boolean },
  root: string,
): Output {
  const path = resolve(root, output);
  return atomic ? { output: join(root, ".feedwright", "output"), link: path } : { output: path };
}

/** The folder of a partner's file: what says that of all feeds is where all feeds are put. */
export function partnersOutput(own: string | undefined, all: Output, root: string): string {
  const path = own === undefined ? all.output : resolve(root, own);
  return path === all.link ? all.output : path;
}
