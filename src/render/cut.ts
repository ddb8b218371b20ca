/** Whether a comment is the mark, of one generator or another, that a summary ends at. */
export function isCut(comment: string): boolean {
  return /^\s*(?:more|truncate|excerpt|pelican_end_summary)\s*$/i.test(comment);
}
