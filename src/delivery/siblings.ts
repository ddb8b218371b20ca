import type { OutputFile } from "../publish/index.ts";
import { compress, suffixes } from "./compress.ts";

/** How documents are compressed besides. */
export type Encoding = keyof typeof suffixes;

/** Notes documents as they are written, and gives each once more, compressed. */
export class Siblings {
  readonly #pieces = new Map<string, { readonly shown: string | undefined; readonly bytes: Buffer[] }>();

  constructor(private readonly encodings: readonly Encoding[]) {}

  /** The same documents, noted while they are read. */
  noting(documents: readonly OutputFile[]): readonly OutputFile[] {
    if (this.encodings.length === 0) return documents;
    return documents.map(({ path, shown, chunks }) => {
      const bytes: Buffer[] = [];
      this.#pieces.set(path, { shown, bytes });
      return { path, shown, chunks: noted(chunks, bytes) };
    });
  }

  /** Those that were noted, in each encoding. */
  files(): OutputFile[] {
    return [...this.#pieces].flatMap(([path, { shown, bytes }]) =>
      this.encodings.map((encoding) => ({
        path: path + suffixes[encoding],
        shown: shown && shown + suffixes[encoding],
        chunks: [compress(Buffer.concat(bytes), encoding)],
      })),
    );
  }
}

function* noted(chunks: OutputFile["chunks"], bytes: Buffer[]): Generator<string | Uint8Array> {
  for (const chunk of chunks) {
    bytes.push(Buffer.from(chunk));
    yield chunk;
  }
}

/** Where the compressed documents stand that belong to some paths. */
export function siblingsOf(paths: readonly string[], encodings: readonly Encoding[]): readonly string[] {
  return paths.flatMap((path) => encodings.map((encoding) => path + suffixes[encoding]));
}
