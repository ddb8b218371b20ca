import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "feedwright-assets-"));
/** The content folder that the tests use. */
export const root = join(folder, "content");
export const site = "https://news.example/";

/** The smallest PNG head that tells a size. */
function png(width: number, height: number): Buffer {
  const head = Buffer.from("89504e470d0a1a0a0000000d494844520000000000000000080600000000000000", "hex");
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

/** A JPEG of 640 × 480 that its camera was held sideways for. */
const sideways = Buffer.from(
  `ffd8 ffe10022 457869660000 4d4d002a00000008 0001 0112000300000001 00060000 00000000
  ffc00011 08 01e0 0280 03012200021101031101 ffd9`.replace(/\s/g, ""),
  "hex",
);

/** Fills the content folder, and a little beside it that must stay there. */
export function makeContentFolder(): void {
  mkdirSync(join(root, "2025", "fotos.jpg"), { recursive: true });
  mkdirSync(join(root, ".hidden"));
  writeFileSync(join(root, "2025", "a b.png"), png(640, 480));
  writeFileSync(join(root, "2025", "Київ&.png"), png(3, 4));
  writeFileSync(join(root, "lead.png"), png(1200, 675));
  writeFileSync(join(root, "talk.mp3"), "x".repeat(1234));
  writeFileSync(join(root, "paper.pdf"), "%PDF");
  writeFileSync(join(root, "sideways.jpg"), sideways);
  writeFileSync(join(root, "broken.jpg"), "no picture");
  writeFileSync(join(root, "drawing.svg"), "<svg onload=X()>");
  writeFileSync(join(root, "page.html"), "<script>X()</script>");
  writeFileSync(join(root, "secret.txt"), "secret");
  writeFileSync(join(root, ".hidden", "x.png"), png(1, 1));
  writeFileSync(join(folder, "outside.png"), png(1, 1));
  symlinkSync(join(folder, "outside.png"), join(root, "escape.png"));
  symlinkSync(folder, join(root, "up"));
  symlinkSync(join(root, "lead.png"), join(root, "alias.png"));
  symlinkSync(join(root, "secret.txt"), join(root, "disguised.png"));
  symlinkSync(join(root, "loop.png"), join(root, "loop.png"));
  symlinkSync(join(root, "nowhere.png"), join(root, "dangling.png"));
  execFileSync("mkfifo", [join(root, "pipe.png")]);
}

export function removeContentFolder(): void {
  rmSync(folder, { recursive: true });
}
