import { isNode, type Node } from "./node.ts";

type Parse = (text: string) => unknown;
let parsers: { readonly script: Parse; readonly typed: Parse } | undefined;

/** Parses a program without running it; nothing where it isn't one. `load` has to come first. */
export function parseModule(text: string, typed: boolean): Node | undefined {
  try {
    const program = typed ? parsers?.typed(text) : parsers?.script(text);
    return isNode(program) ? program : undefined;
  } catch {
    return undefined;
  }
}

/** Loads the parsers, which only a folder with such files needs. */
parseModule.load = async (): Promise<void> => {
  if (parsers !== undefined) return;
  const [{ Parser }, { tsPlugin }] = await Promise.all([
    import("acorn"),
    import("@sveltejs/acorn-typescript"),
  ]);
  const Typed = Parser.extend(tsPlugin());
  const options = {
    ecmaVersion: "latest",
    sourceType: "module",
    allowHashBang: true,
    allowReturnOutsideFunction: true,
    locations: true,
  } as const;
  parsers = {
    script: (text) => Parser.parse(text, options),
    typed: (text) => Typed.parse(text, options),
  };
};
