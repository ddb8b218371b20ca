import type { renderProblems } from "../render.ts";
import type { Explanations } from "./explanation.ts";

export const renderExplained: Explanations<typeof renderProblems> = {
  "render-failed": {
    what: "The article's text made the Markdown parser fail.",
    fix: "Halve the text until the place is found; most often it is HTML that was pasted in.",
  },
  "render-timeout": {
    what: "The article's text took the Markdown parser too long.",
    fix: "Look for long runs of one sign, or split the article in two.",
  },
  "body-too-deep": {
    what: "The article's HTML has elements in elements in elements, hundreds deep.",
    fix: "Close what is opened: a `<div>` in a loop that lacks its `</div>` is what it mostly is.",
  },
  "content-too-large": {
    what: "What the article comes to, its marks or its tables are beyond `limits`: larger than readers open.",
    fix: "Split the article, or put the table beside it as a file and link to that.",
  },
  "body-too-complex": {
    what: "The article has lists or quotations in each other, or marks in one paragraph, beyond what the parser has room for.",
    fix: "Look for runs of `>` or `-` at the beginning of lines, and put blank lines into very long paragraphs.",
  },
  "markup-unknown": {
    what: "The article has tags of a generator that mean nothing outside of it. They are left out of the feeds.",
    fix: "Write plain Markdown or HTML where the feed has to show it; [markup.md](markup.md) lists what is understood.",
  },
  "url-unusable": {
    what: "A link or picture has an address that can't be used in a feed. The text stays, the address doesn't.",
    fix: "Write an address that begins with `https://`, or a path on the site.",
  },
  "asset-outside": {
    what: "An article names a file outside of the content folder.",
    fix: "Put the file beside the article, or give the address that it has on the site.",
  },
  "asset-hidden": {
    what: "An article names a file whose name, or whose folder's name, begins with a dot.",
    fix: "Give it a name without the dot, if readers may see it.",
  },
  "asset-in-feeds-place": {
    what: "A picture or recording would be copied to where a feed stands.",
    fix: "Give the file or its folder another name than the feeds have.",
  },
  "asset-unreadable": {
    what: "The system doesn't let a picture or recording be read.",
    fix: "Let whoever runs the build read it: `chmod a+r`.",
  },
  "asset-too-large": {
    what: "A picture or recording has more bytes, or a picture more pixels, than `limits` allows. The article appears without it.",
    fix: "Save it smaller. If it is meant to be so large, raise `limits.file` or `limits.pixels`.",
  },
  "picture-unmeasured": {
    what: "A picture's width and height can't be told from its file.",
    fix: "Open the picture and save it again; or say them: `image: { src: bridge.jpg, width: 1200, height: 800 }`.",
  },
  "picture-missing": {
    what: "An article names a picture that isn't beside it.",
    fix: "Put the file there, or write its address from the site's root on: `/img/bridge.jpg`.",
  },
  "recording-missing": {
    what: "An article names a recording that isn't beside it.",
    fix: "Put the file there, or write its address from the site's root on: `/audio/talk.mp3`.",
  },
  "enclosure-missing": {
    what: "An article names an enclosure that isn't beside it.",
    fix: "Put the file there, or write its whole address.",
  },
  "enclosure-length-unknown": {
    what: "How many bytes an enclosure has isn't known, as it stands elsewhere.",
    fix: "Say it: `enclosures: [{ url: https://daily.example/talk.mp3, length: 4096000 }]`.",
  },
  "enclosure-type-unknown": {
    what: "What kind of file an enclosure is can't be told from its name.",
    fix: "Say it: `enclosures: [{ url: https://daily.example/talk, type: audio/mpeg }]`.",
  },
};
