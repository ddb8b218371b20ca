// The sections of docs/partners.md that tell of the profiles in profiles/: each from its own file.
import { readdirSync, readFileSync } from "node:fs";
import { load } from "js-yaml";

const formats = { rss: "RSS 2.0", atom: "Atom 1.0", "json-feed": "JSON Feed 1.1", json: "JSON", xml: "XML" };

/** A section a profile, without the one that says nothing of its own. */
export function profilePages() {
  const names = readdirSync("profiles").filter((name) => name.endsWith(".yaml") && name !== "standard.yaml");
  return names.sort().map(page).join("\n\n");
}

function page(file) {
  const text = readFileSync(`profiles/${file}`, "utf8");
  const profile = load(text);
  const rules = rulesOf(profile);
  const values = Object.entries(profile.values ?? {});
  return [
    `### ${profile.title}: \`${file.replace(".yaml", "")}\``,
    introduction(text),
    limits(profile),
    ...(rules.length > 0 ? [rules.join("\n")] : []),
    ...(values.length > 0 ? [valuesTable(values)] : []),
    `Rules looked up on ${dateOf(profile.checked)}: ${profile.sources.map((url) => `<${url}>`).join(", ")}.`,
  ].join("\n\n");
}

/** The comment that a profile begins with. */
function introduction(text) {
  const lines = text.split("\n");
  const end = lines.findIndex((line) => !line.startsWith("#"));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^# ?/, ""))
    .join("\n");
}

function limits({ format, items = {}, window, size, deletion }) {
  const told = [
    formats[format],
    ...(items.minimum ? [`${items.minimum} items at least`] : []),
    ...(items.maximum ? [`${items.maximum} items at most`] : []),
    ...(window ? [`articles of the last ${window}`] : []),
    ...(size ? [`${size} at most`] : []),
    deletion ? `told for ${deletion.days ?? 30} days what was withdrawn` : "not told what was withdrawn",
  ];
  return `${told.join("; ")}.`;
}

/** What each rule expects, in a line: those of the language's own keys, then the profile's. */
function rulesOf({ only, require, lengths = {}, images = {}, html, rules = {} }) {
  const lines = [
    ...(only ? [["only", `articles with \`${only}\`; others are passed over`]] : []),
    ...(require ? [["required", require.map((name) => `\`${name}\``).join(", ")]] : []),
    ...Object.entries(lengths).map(([name, length]) => [`${name}-length`, `${range(length)} characters`]),
    ...(images.required ? [["image-missing", "a picture"]] : []),
    ...sizes(images),
    ...(images.ratio ? [["image-ratio", `width by height ${range(images.ratio)}`]] : []),
    ...(images.types ? [["image-type", images.types.join(", ")]] : []),
    ...(images.bytes ? [["image-bytes", `at most ${images.bytes}`]] : []),
  ];
  const own = Object.entries(rules).filter(([, { check }]) => check);
  const all = [...lines, ...own.map(([name, rule]) => [name, rule.expected ?? `${range(rule)} characters`])];
  const shaped = html?.elements
    ? [`- HTML: ${html.elements.map((name) => `\`${name}\``).join(" ")}; the rest is unwrapped or replaced`]
    : [];
  return [...all.map(([name, says]) => `- \`${name}\`${weight(rules[name])}: ${says}`), ...shaped];
}

function sizes({ minimum, maximum }) {
  const sides = {
    width: "wide",
    height: "high",
    shorter: "on the shorter side",
    longer: "on the longer side",
  };
  const told = [
    ...Object.entries(minimum ?? {}).map(([side, pixels]) => `at least ${pixels} px ${sides[side]}`),
    ...Object.entries(maximum ?? {}).map(([side, pixels]) => `at most ${pixels} px ${sides[side]}`),
  ];
  return told.length > 0 ? [["image-size", told.join(", ")]] : [];
}

function range({ minimum, maximum }) {
  if (maximum === undefined) return `at least ${minimum}`;
  return minimum === undefined ? `at most ${maximum}` : `${minimum} to ${maximum}`;
}

function weight({ breaks, check } = {}) {
  if (check && isOfFeed(check)) return " (the feed's: a warning only)";
  if (breaks === "warn") return " (a warning only)";
  return breaks === "ignore" ? " (else the picture isn't named)" : "";
}

function isOfFeed(check) {
  return [...check.matchAll(/\$\{\s*(\w+)/g)].every(([, first]) => first === "channel" || first === "values");
}

function valuesTable(values) {
  const rows = values.map(([name, { description, default: usual }]) => {
    const told = usual === undefined ? "has to be given" : usual === "" ? "" : `\`${usual}\``;
    return `| \`${name}\` | ${description.replaceAll("|", "\\|")} | ${told} |`;
  });
  return ["| `values` | What it is | Usual |", "| --- | --- | --- |", ...rows].join("\n");
}

/** YAML may make a date of it. */
function dateOf(checked) {
  return checked instanceof Date ? checked.toISOString().slice(0, 10) : checked;
}
