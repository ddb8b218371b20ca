/**
 * The partners room: a partner's profile and the stories that it may have come in, its document goes
 * out as text in pieces, in the partner's own dialect. `mayHave` says beforehand, of an article's
 * head, whether and until when the partner may have it; `profile/` is the language that profiles
 * are written in.
 *
 * What can go wrong: a story that breaks one of the partner's rules is left out of its document and
 * named in `refused`, with a problem that says which rule, what was seen and where the rule stands; a
 * document with too few items, or cut short by its size, is warned of. Nothing is thrown.
 */
/*
 * What is asked of heads (`mayHave.ts`, `partner.ts`, `tombstones.ts`) has doors of its own: most builds don't write
 * a partner's document.
 */
export { type DocumentSources, PartnerDocument, type Recipient, type Story } from "./document.ts";
export type { Partner } from "./partner.ts";
