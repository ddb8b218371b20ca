// Writes what is made from the schemas of the configuration and of profiles: `npm run schema`.
import { readFileSync, writeFileSync } from "node:fs";
import { keysTable, profileTable, schemaText } from "../lib/config/reference.js";
import { frontMatterSchemaText } from "../lib/parse/vocabularySchema.js";
import { fieldsTable, filtersTable, rulesTable } from "../lib/partners/profile/reference.js";

const at = (path) => new URL(`../${path}`, import.meta.url);

writeFileSync(at("feedwright.schema.json"), schemaText());
writeFileSync(at("frontmatter.schema.json"), frontMatterSchemaText());
writeFileSync(at("profiles/profile.schema.json"), schemaText("profile"));
write("docs/configuration.md", { keys: keysTable() });
write("docs/partners.md", {
  keys: profileTable("profile"),
  elements: profileTable("element"),
  fields: fieldsTable(),
  filters: filtersTable(),
  rules: rulesTable(),
});

/** Puts each text between its marks in the page. */
function write(page, texts) {
  let content = readFileSync(at(page), "utf8");
  for (const [name, text] of Object.entries(texts)) {
    const marked = new RegExp(`(<!-- ${name}: generated -->\n\n).*?(\n\n<!-- ${name}: end -->)`, "s");
    content = content.replace(marked, (_, start, end) => start + text + end);
  }
  writeFileSync(at(page), content);
}
