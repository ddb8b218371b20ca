// Writes what is made from the configuration's schema: `npm run schema`.
import { readFileSync, writeFileSync } from "node:fs";
import { keysTable, schemaText } from "../lib/config/reference.js";

const page = new URL("../docs/configuration.md", import.meta.url);
const marked = /(<!-- keys: generated -->\n\n).*?(\n\n<!-- keys: end -->)/s;

writeFileSync(new URL("../feedwright.schema.json", import.meta.url), schemaText());
writeFileSync(
  page,
  readFileSync(page, "utf8").replace(marked, (_, start, end) => start + keysTable() + end),
);
