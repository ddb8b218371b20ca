// What `action.yml` runs: a build, whose problems become annotations, whose numbers become outputs, and whose feeds a
// summary. It stands alone, since of an action's repository nothing is installed.
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";

const { env } = process;

/** Inputs as GitHub gives them: `true`, or anything else. */
const isSet = (name) => env[name] === "true";

const flags = [
  ...(env.FEEDWRIGHT_CONFIG ? [`--config=${env.FEEDWRIGHT_CONFIG}`] : []),
  ...(isSet("FEEDWRIGHT_STRICT") ? ["--strict"] : []),
  ...(isSet("FEEDWRIGHT_FORCE") ? ["--force"] : []),
];

const { stdout, status } = feedwright("--json");
const report = parsed(stdout);
if (report === undefined) {
  process.stdout.write(
    "::error title=feedwright::feedwright said nothing: run `npm ci` before, or give its `version`\n",
  );
  process.exit(status || 2);
}
// The same once more for people, which costs little where nothing is to be written.
if (report.problems.length > 0) process.stdout.write(feedwright("--format=github", "--dry-run").stdout);
write("GITHUB_OUTPUT", outputs(report));
write("GITHUB_STEP_SUMMARY", summary(report));
process.exitCode = report.exitCode === 1 && !isSet("FEEDWRIGHT_STRICT") ? 0 : report.exitCode;

function feedwright(...more) {
  const { FEEDWRIGHT_VERSION: version } = env;
  const program = version ? ["--yes", `feedwright@${version}`] : ["--no", "feedwright"];
  return spawnSync("npx", [...program, "build", ...more, ...flags], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function write(variable, text) {
  if (env[variable]) appendFileSync(env[variable], text);
}

function outputs({ articles, published, rejected, files, output }) {
  const changed = files.some(({ state }) => state !== "unchanged");
  // A folder's name may have any letter: nobody guesses where it ends.
  const end = randomUUID();
  return Object.entries({ articles, published, rejected, changed, output: output ?? "" })
    .map(([name, value]) => `${name}<<${end}\n${value}\n${end}\n`)
    .join("");
}

/** As HTML on single lines: whatever a title or a name says, it is neither markup nor the end of a table. */
function summary({ exitCode, articles, published, rejected, files, problems }) {
  const feeds = files.filter(({ format, state }) => format !== null && state !== "removed");
  const rows = feeds.map(
    ({ path, items, bytes, state }) =>
      `<tr><td>${code(path)}</td><td>${items ?? ""}</td><td>${bytes}</td><td>${escaped(state)}</td></tr>`,
  );
  const told = problems.map(
    ({ severity, code: name, message, file, line }) =>
      `<li>${escaped(severity)} ${file === null ? "" : `${code(line === null ? file : `${file}:${line}`)} `}${code(message)} [${escaped(name)}]</li>`,
  );
  const read = `${articles} read, ${published} in the feeds, ${rejected} left out`;
  return [
    "## Feeds",
    exitCode === 2 ? "Nothing was written." : `Articles: ${read}.`,
    ...(rows.length > 0
      ? [
          `<table><tr><th>Feed</th><th>Items</th><th>Bytes</th><th></th></tr>${few(rows, (text) => `<tr><td colspan="4">${text}</td></tr>`)}</table>`,
        ]
      : []),
    ...(told.length > 0 ? [`<ul>${few(told, (text) => `<li>${text}</li>`)}</ul>`] : []),
    "",
  ].join("\n\n");
}

/** GitHub takes a megabyte: the rest is counted. */
function few(lines, more) {
  const left = lines.length - 200;
  return lines.slice(0, 200).join("") + (left > 0 ? more(`and ${left} more`) : "");
}

function code(text) {
  return `<code>${escaped(text)}</code>`;
}

function escaped(text) {
  return String(text)
    .replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
    .replace(/\s+/g, " ");
}
