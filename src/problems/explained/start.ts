import type { initProblems } from "../init.ts";
import type { newArticleProblems } from "../newArticle.ts";
import type { Explanations } from "./explanation.ts";

const site = "--title Daily --url https://daily.example/";

export const newArticleExplained: Explanations<typeof newArticleProblems> = {
  "headline-empty": {
    what: "`feedwright new` was given no headline, and nobody sits at a terminal to be asked.",
    fix: "Write it behind the command, in quotes.",
    wrong: `feedwright new ${site}`,
    right: `feedwright new "A bridge" ${site}`,
  },
  "headline-nameless": {
    what: "The headline has no letter and no digit, so no file can be called after it.",
    fix: "Say what the file is to be called.",
    wrong: `feedwright new "?!" ${site}`,
    right: `feedwright new "?!" --name what ${site}`,
  },
  "folder-outside": {
    what: "The folder for a new article isn't below the content folder.",
    fix: "Name a folder as seen from the content folder. `--content` names another content folder.",
    wrong: `feedwright new "A bridge" --folder ../city ${site}`,
    right: `feedwright new "A bridge" --folder city ${site}`,
  },
  "article-there": {
    what: "A file of the name that the new article would have is there.",
    fix: "Give the new one another name.",
    wrong: `feedwright new "Name" ${site}`,
    right: `feedwright new "Name" --name another ${site}`,
  },
  "article-unwritable": {
    what: "The system doesn't let the new article be written.",
    fix: "Let whoever runs the command write into the content folder, and look whether a file stands in its place.",
  },
  "topic-near": {
    what: "The topic of a new article is nearly one that other articles have. It is written as it was given.",
    fix: "If the other was meant, write that into the new file.",
  },
};

export const initExplained: Explanations<typeof initProblems> = {
  "init-there": {
    what: "`feedwright init` was run in a folder that has a configuration.",
    fix: "Edit that one. To begin anew, move it away first.",
  },
  "init-lacks": {
    what: "Nothing in the folder says the site's title or address, and nobody sits at a terminal to be asked.",
    fix: "Give them by their flags.",
    wrong: "feedwright init --root empty",
    right: `feedwright init --root empty ${site}`,
  },
  "init-placeholder": {
    what: "With `--yes`, a placeholder was written for something that nothing in the folder says.",
    fix: "Put the real one into `feedwright.yaml`, where a comment marks it.",
    wrong: "feedwright init --root empty --yes",
    right: `feedwright init --root empty ${site}`,
  },
  "init-example": {
    what: "The generator's configuration still has the address that its starter came with.",
    fix: "Set the real one there, and as `site.url` in `feedwright.yaml`.",
  },
  "init-unread": {
    what: "The generator's configuration is no data: it is broken, or what it exports is worked out by a program.",
    fix: "Give title and address by their flags, or write them into `feedwright.yaml`.",
  },
  "init-pattern": {
    what: "The generator makes addresses of something that `permalink` has no word for. Another pattern was written.",
    fix: "Set `permalink` so that it fits, with the words in [configuration.md](configuration.md); single articles can say theirs.",
  },
  "init-elsewhere": {
    what: "The site has articles in several folders, with addresses of several patterns. One of them was taken.",
    fix: "Where all of them belong into the feeds, set `content` to the folder above and `permalink` to a pattern that fits all.",
  },
  "init-unwritable": {
    what: "The system doesn't let the configuration be written.",
    fix: "Let whoever runs the command write into the folder.",
  },
};
