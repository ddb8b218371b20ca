/** Where articles of a folder are: what is left out of their own path, and what stands before the rest. */
interface Route {
  readonly dropped: string;
  readonly prefix: string;
}

/**
 * Finds articles' pages among a site's. A page ends like its article's path; which folders it leaves out and what it
 * has before them, the most articles of each folder decide, so that no page that is only called alike is taken.
 * @param articles by file, the path that follows from its name: `blog/first-post`
 * @param pages paths without strokes around them: `news/first-post`
 * @returns by file, where its page is or would be, whether it is there or not
 */
export function matchPages(
  articles: ReadonlyMap<string, string>,
  pages: readonly string[],
): ReadonlyMap<string, string> {
  const byName = grouped(pages, nameOf);
  const folders = grouped(articles, ([, path]) => folderOf(path));
  const found = new Map<string, string>();
  for (const members of folders.values()) {
    const route = commonest(members.flatMap(([, path]) => routesTo(path, byName.get(nameOf(path)) ?? [])));
    for (const [file, path] of members)
      found.set(file, route === undefined ? path : route.prefix + path.slice(route.dropped.length));
  }
  return found;
}

/** The routes by which pages that are called like it may be an article's: the fewest folders left out. */
function routesTo(path: string, pages: readonly string[]): readonly Route[] {
  for (let dropped = ""; ; ) {
    const rest = path.slice(dropped.length);
    const some = pages.filter((page) => page === rest || page.endsWith(`/${rest}`));
    if (some.length > 0) return some.map((page) => ({ dropped, prefix: page.slice(0, -rest.length) }));
    const stroke = rest.indexOf("/");
    if (stroke === -1) return [];
    dropped = path.slice(0, dropped.length + stroke + 1);
  }
}

/** What has all the folders that it leaves out before it comes first, as languages have; then what more have; then the shorter. */
function commonest(routes: readonly Route[]): Route | undefined {
  const votes = [...grouped(routes, ({ dropped, prefix }) => `${dropped} ${prefix}`).values()];
  const ranked = votes.flatMap((alike) => {
    const [route] = alike;
    return route === undefined ? [] : [{ route, count: alike.length, keeps: keepsFolders(route) ? 1 : 0 }];
  });
  const lengthOf = ({ route }: { readonly route: Route }) => route.prefix.length;
  ranked.sort((a, b) => b.keeps - a.keeps || b.count - a.count || lengthOf(a) - lengthOf(b));
  return ranked[0]?.route;
}

function keepsFolders({ dropped, prefix }: Route): boolean {
  const around = prefix.split("/");
  return dropped.split("/").every((folder) => around.includes(folder));
}

function grouped<Each>(
  list: Iterable<Each>,
  keyOf: (each: Each) => string,
): ReadonlyMap<string, readonly Each[]> {
  const groups = new Map<string, Each[]>();
  for (const each of list) {
    const group = groups.get(keyOf(each));
    if (group === undefined) groups.set(keyOf(each), [each]);
    else group.push(each);
  }
  return groups;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
