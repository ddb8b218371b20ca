import type { feedProblems } from "../feed.ts";
import type { notifyProblems } from "../notify.ts";
import type { publishProblems } from "../publish.ts";
import type { Explanations } from "./explanation.ts";

export const publishExplained: Explanations<typeof publishProblems> = {
  "build-running": {
    what: "Another build writes this site's feeds just now. This one left them alone.",
    fix: "Wait for the other one: `feedwright build --wait` does. One that was killed holds nobody up for more than five minutes.",
  },
  "output-unwritable": {
    what: "A feed can't be written: the disk is full, or the folder is not to be written to.",
    fix: "Make room, or let whoever runs the build write there. All feeds are as they were.",
  },
  "file-foreign": {
    what: "A feed's place is taken by a file that another program or a person wrote. Nothing is written.",
    fix: "Give `output` a folder of its own, or turn the other program's feed off and delete its file. `--force` writes over it, once.",
  },
  "output-not-link": {
    what: "`atomic: true` is set, and a folder or file stands where the link to the newest feeds would go.",
    fix: "Move it away and build: what is served is complete again. Then delete it, or bring back by hand what other programs put there.",
  },
  "media-unreadable": {
    what: "A picture or recording went away, or changed, while the build copied it.",
    fix: "Build again, once nobody writes it any more.",
  },
  "delivery-not-own": {
    what: "Where a page or a server's file should go, somebody else's stands. It is left alone.",
    fix: "Give the page another place, as in `delivery: { page: feeds.html }`, or take what feedwright would write over by hand.",
  },
  "state-unwritable": {
    what: "`.feedwright/` can't be written. The feeds are published; the next build reads all articles again.",
    fix: "Let whoever runs the build write into the folder of the configuration.",
  },
  "article-missing": {
    what: "An article was in the feeds, and its file is gone.",
    fix: "If it was renamed, write `id:` with the id that the message names into the new file. If it was taken back, all is done.",
  },
  "path-shared": {
    what: "Two documents would be written to the same file.",
    fix: "Give one of the partners a `path` of its own.",
  },
  "selection-empty": {
    what: "A selection in the configuration has not one article, so that no feed is written for it.",
    fix: "Write topics, tags and authors in `where` as the articles have them. If there are none yet, the feed comes with the first.",
  },
  "tags-many": {
    what: "An article has more tags or authors than any reader follows. The first ones have feeds.",
    fix: "Keep those that somebody would subscribe to.",
  },
  "article-kept": {
    what: "An article's file is gone, and `missing: keep` has it stay in the feeds as it was.",
    fix: "Bring the file back. To take the article out, give it `status: withdrawn`.",
  },
  "articles-missing": {
    what: "Articles were in the feeds, their files are gone, and `missing: refuse` has the build stop.",
    fix: "Bring the files back; those that are meant to go get `status: withdrawn`. `--force` takes them all out at once.",
  },
  "article-stale": {
    what: "A published article has a mistake now, so its last good version stays in the feeds.",
    fix: "Mend the mistake that is told beside this one. Until then no change to the article is published.",
  },
  "articles-broken": {
    what: "Published articles have mistakes now that would take them out, and `broken: fail` has the build stop.",
    fix: "Mend the mistakes that are told beside this one. `--force` publishes without those articles.",
  },
  "feed-emptied": {
    what: "A feed that had items would have none.",
    fix: "Look whether the content folder is complete and the clock right. If it is meant, build with `--force`.",
  },
  "feed-shrunk": {
    what: "Most of a feed's items would be gone, or come back under other ids.",
    fix: "Where addresses changed, write the old ones as `id` into the articles, or set `permalink` back. If it is meant, build with `--force`.",
  },
  "site-moved": {
    what: "The site's address is another one than in the last build, and most articles' ids would change with it.",
    fix: "If it was a slip, set `site.url` back. If the site moved, write the old addresses as `id` into the articles, or build once with `--force`.",
  },
  "ids-changed": {
    what: "More published articles than `guards.ids` allows would come under other ids: their files, slugs or topics changed.",
    fix: "Write into each the `id` that the message names, or undo the change. If it is meant, build with `--force`.",
  },
  "id-changed": {
    what: "A published article has another id, mostly because its file, slug or topic changed. It is published as a new story.",
    fix: "Write the old id into its front matter, as the hint says; its address may change all the same.",
  },
  "dates-moved": {
    what: "More published articles than `guards.dates` allows have a later date than in the last build.",
    fix: "Set `date` back to the day of publication, and write the day of the change as `updated`. If it is meant, build with `--force`.",
  },
};

export const notifyExplained: Explanations<typeof notifyProblems> = {
  "hub-missing": {
    what: "`feedwright notify` has no hub to tell.",
    fix: "Name one: `websub: { hubs: [https://hub.example/] }`, then build, so that the feeds name it too.",
  },
  "feeds-unknown": {
    what: "There are no notes of a build, so nothing says which files are feeds.",
    fix: "Run `feedwright build` first, and keep `.feedwright/` between the two.",
  },
  "feed-unreadable": {
    what: "A feed that the last build wrote can't be read any more.",
    fix: "Build again, and let the feeds stay in the output folder until the hubs are told.",
  },
  "feed-not-live": {
    what: "The feed's own address doesn't serve yet what was built.",
    fix: "Publish the output folder, wait for the caches before it, and run `feedwright notify --check` again.",
  },
  "hub-owed": {
    what: "A hub didn't take a notice.",
    fix: "Run `feedwright notify` again later. If it never takes one, look whether the hub's address is still right.",
  },
  "notices-unwritable": {
    what: "What the hubs were told can't be written down.",
    fix: "Let whoever runs the command write into `.feedwright/`.",
  },
};

export const feedExplained: Explanations<typeof feedProblems> = {
  "feed-item-date": {
    what: "An item that was given to `Feed` has no date, or one that doesn't exist.",
    fix: "Give a `Date` that is valid: `new Date(text)` is none where it can't read the text.",
  },
  "feed-item-link": {
    what: "An item that was given to `Feed` has a relative link.",
    fix: "Give the whole address: `new URL(link, site).href`.",
  },
  "feed-item-unusable": {
    what: "Something was given to `Feed` as an item that is none.",
    fix: "Give an object with `title`, `link` and `date`.",
  },
  "feed-value": {
    what: "A field of what was given to `Feed` has a value of the wrong kind. It is left out.",
    fix: "Give what the field's type says; TypeScript finds most of them.",
  },
  "feed-address": {
    what: "An address that was given to `Feed` is relative. It is left out.",
    fix: "Give the whole address, with `https://`.",
  },
  "feed-extension": {
    what: "An extension that was given to `Feed` can't be written as XML. It is left out.",
    fix: "Declare its prefix in `namespaces`, and give its content as text, elements and attributes.",
  },
};
