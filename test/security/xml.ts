import { SaxesParser } from "saxes";

/** The names of all elements of a document that a strict parser reads. Throws where it isn't well-formed. */
export function parseXml(text: string): readonly string[] {
  const names: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => names.push(name));
  parser.write(text).close();
  return names;
}
