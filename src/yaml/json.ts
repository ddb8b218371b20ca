/** Where something stands in JSON that it has no sign or word for; nothing where all are its own. */
export function strayInJson(source: string): number | undefined {
  const token = /\s*(?:[{}[\],:]|"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|(?:true|false|null)\b)/sy;
  let end = 0;
  while (token.test(source)) end = token.lastIndex;
  const stray = source.slice(end).search(/\S/);
  return stray === -1 ? undefined : end + stray;
}
