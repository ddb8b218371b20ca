import { channelFields, deletionFields, type Field, idFields, itemFields, records } from "./fields.ts";
import { filters } from "./filters.ts";
import { rules } from "./rules.ts";

/** The table of templates' fields in `docs/partners.md`. */
export function fieldsTable(): string {
  const channel = rows(channelFields, "channel.", "everywhere");
  const deletion = rows(deletionFields, "", "`deletion`");
  const all = [...rows(itemFields, "", "`item`, `rules`"), ...channel, ...deletion];
  const parts = Object.entries(records).map(
    ([kind, names]) => `- ${kind}: ${names.map((name) => `\`${name}\``).join(", ")}`,
  );
  const ids = Object.keys(idFields).map((name) => `\`${name}\``);
  return [
    "| Field | Where | What | Meaning |",
    "| --- | --- | --- | --- |",
    ...all,
    "",
    `\`id\` itself may be made of ${ids.join(", ")} and \`channel\`'s. What has parts is written by its first:`,
    "",
    ...parts,
  ].join("\n");
}

function rows(fields: Readonly<Record<string, Field<never>>>, prefix: string, where: string): string[] {
  return Object.entries(fields).map(([name, { kind, one, says }]) => {
    const what = one === undefined ? kind : `list: ${kind}, each \`${one}\``;
    return `| \`${prefix}${name}\` | ${where} | ${what} | ${says} |`;
  });
}

/** The table of rules in `docs/partners.md`. */
export function rulesTable(): string {
  const all = Object.entries(rules).map(([name, says]) => `| \`${name}\` | ${says} |`);
  return ["| Rule | Broken where |", "| --- | --- |", ...all].join("\n");
}

/** The table of templates' filters in `docs/partners.md`. */
export function filtersTable(): string {
  const all = Object.entries(filters).map(([name, { says, example }]) => {
    return `| \`${name}\` | ${says} | \`\${${example.replaceAll("|", "\\|")}}\` |`;
  });
  return ["| Filter | Gives | As in |", "| --- | --- | --- |", ...all].join("\n");
}
