/** feedwright's reading time in whole minutes, as its feeds have it in `dc:format`: `PT2M`. */
export function readingMinutes(text: string | undefined): number | undefined {
  const found = /^PT(\d{1,4})M$/.exec(text ?? "")?.[1];
  return found === undefined ? undefined : Number(found);
}
