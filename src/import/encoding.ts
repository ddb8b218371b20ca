import { createReadStream } from "node:fs";
import { ProblemError, problem, type Report } from "../problems/index.ts";
import type { Input } from "./input.ts";

/** How much is looked at for a declaration. */
const declared = 1024;

/**
 * A source's text, piece by piece, in the encoding that it declares: by its byte order mark, its XML
 * declaration or its `meta` element; UTF-8 where it declares none. Where its bytes aren't what it
 * declares, that is told once, and what can't be read is U+FFFD.
 * @throws ProblemError import-encoding-unknown
 */
export async function* decodedText(input: Input, report: Report): AsyncGenerator<string> {
  const encoding = encodingOf(input);
  const lenient = decoderFor(encoding, input, false);
  const strict = decoderFor(encoding, input, true);
  let told = false;
  for await (const bytes of createReadStream(input.path, { highWaterMark: 256 * 1024 })) {
    if (!told) told = isBroken(() => strict.decode(bytes, { stream: true }), encoding, input, report);
    yield lenient.decode(bytes, { stream: true });
  }
  if (!told) isBroken(() => strict.decode(), encoding, input, report);
  yield lenient.decode();
}

/** All of a source's text. The same is thrown and told. */
export async function wholeText(input: Input, report: Report, limit: number): Promise<string> {
  if (input.size > limit)
    throw new ProblemError(problem("import-too-large", { limit }, { file: input.name }));
  const pieces: string[] = [];
  for await (const piece of decodedText(input, report)) pieces.push(piece);
  return pieces.join("");
}

function isBroken(decode: () => string, encoding: string, { name: file }: Input, report: Report): boolean {
  try {
    decode();
    return false;
  } catch {
    report(problem("import-encoding", { encoding }, { file }));
    return true;
  }
}

function decoderFor(
  encoding: string,
  { name: file }: Input,
  fatal: boolean,
): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding, { fatal });
  } catch {
    throw new ProblemError(problem("import-encoding-unknown", { encoding: encoding.slice(0, 40) }, { file }));
  }
}

/** As the XML recommendation has it, appendix F, and HTML's. */
function encodingOf({ beginning }: Input): string {
  const bytes = beginning.subarray(0, declared);
  const hex = bytes.toString("hex", 0, 4);
  if (hex.startsWith("feff") || hex === "003c003f") return "utf-16be";
  if (hex.startsWith("fffe") || hex === "3c003f00") return "utf-16le";
  if (hex.startsWith("efbbbf")) return "utf-8";
  const text = bytes.toString("latin1");
  const xml = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  const named = xml ?? /<meta\s[^>]*?\bcharset\s*=\s*["']?([^"'\s>]+)/i.exec(text)?.[1];
  // A declaration that can be read as ASCII isn't in UTF-16, whatever it says.
  return named === undefined || /^(?:utf-?16|ucs-?2|iso-10646)/i.test(named) ? "utf-8" : named;
}
