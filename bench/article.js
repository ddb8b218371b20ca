/** One article of the corpus: a head as newsrooms write them, and about 4.4 kB of Markdown. */
import { Dice, paragraph, phrase, word } from "./prose.js";

const topics = ["World", "Science", "Economy", "Culture", "Local"];
const desks = ["Ana Duarte", "Jon Okafor", "Mira Lindqvist", "Oles Hnatiuk", "Priya Raman", "Tom Ashby"];
const first = Date.UTC(2015, 0, 1);
const days = 3650;

/**
 * @param {number} index
 * @param {number} count of how many: they spread over ten years, whatever their number
 * @returns {{ path: string, text: string }} path below the content folder
 */
export function article(index, count) {
  const dice = new Dice(index);
  const instant = first + Math.floor((index * days * 86_400) / count) * 1000;
  const date = new Date(instant).toISOString().replace(".000Z", "Z");
  const title = phrase(dice, 5 + dice.below(5));
  const folder = `${date.slice(0, 4)}/${date.slice(5, 7)}`;
  const slug = `${title.toLowerCase().replaceAll(" ", "-").slice(0, 48)}-${index}`;
  const text = `---\n${head(dice, index, title, date)}---\n\n${body(dice)}`;
  return { path: `${folder}/${slug}.md`, text };
}

function head(dice, index, title, date) {
  const summary = `${phrase(dice, 12)} – ${phrase(dice, 8)}.`;
  const lines = [
    `title: ${dice.below(3) === 0 ? `"${title}: ${word(dice)}"` : title}`,
    `date: ${date}`,
    ...(dice.below(10) === 0 ? [`updated: ${date.replace(/T.*/, "T23:59:00Z")}`] : []),
    `topic: ${dice.of(topics)}`,
    ...tags(dice),
    ...authors(dice),
    `summary: ${summary}`,
    ...(dice.below(3) === 0 ? picture(dice, index) : []),
    ...(dice.below(3) === 0 ? ["credit:", "  name: AFP", "  url: https://www.afp.example/"] : []),
    ...(dice.below(50) === 0 ? ["draft: true"] : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function tags(dice) {
  const list = Array.from({ length: 1 + dice.below(4) }, () => word(dice));
  return dice.below(2) === 0 ? [`tags: [${list.join(", ")}]`] : ["tags:", ...list.map((tag) => `  - ${tag}`)];
}

function authors(dice) {
  const name = dice.of(desks);
  const page = `https://news.example/desks/${name.toLowerCase().replace(" ", "-")}`;
  if (dice.below(2) === 0) return ["authors:", `  - ${name}`];
  return ["authors:", `  - name: ${name}`, `    url: ${page}`, `  - ${dice.of(desks)}`];
}

function picture(dice, index) {
  return [
    "image:",
    `  src: https://news.example/media/${index}.jpg`,
    `  alt: ${phrase(dice, 6)}`,
    "  credit: AFP",
    "  width: 1200",
    "  height: 800",
  ];
}

function body(dice) {
  const prose = () => `${paragraph(dice, 6, marked)}\n`;
  const parts = [
    prose(),
    prose(),
    `## ${phrase(dice, 4)}\n`,
    prose(),
    Array.from({ length: 4 }, () => `- ${phrase(dice, 9)}\n`).join(""),
    `![${phrase(dice, 5)}](/media/inline-${dice.below(1000)}.jpg)\n`,
    prose(),
    `> ${paragraph(dice, 2, marked)}\n`,
    `### ${phrase(dice, 3)}\n`,
    prose(),
    `\`\`\`js\nconst ${word(dice)} = "<${word(dice)}>" && ${dice.below(1000)};\n\`\`\`\n`,
    prose(),
    prose(),
    prose(),
  ];
  return parts.join("\n");
}

function marked(dice) {
  const text = `${word(dice)} ${word(dice)}`;
  const address = `https://${word(dice)}.example/${word(dice)}?a=${dice.below(100)}&b=1`;
  return dice.of([
    `*${text}*`,
    `**${text}**`,
    `\`${text}\``,
    `[${text}](${address})`,
    `[${text}](/${word(dice)})`,
  ]);
}
