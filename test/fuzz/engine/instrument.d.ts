/** Counts the branches that a program takes, each in the global `$branches`; `code` is an ECMAScript module. */
export function instrument(code: string): string;
