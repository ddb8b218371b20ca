import { createHash } from "node:crypto";
import type { Channel } from "../../model.ts";

const iri = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s\p{Cc}\p{Surrogate}\uFFFE\uFFFF<>"{}|\\^`]+$/u;

/** RFC 9562, section 6.6: the namespace for names that are URLs. */
const urlNamespace = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");

/** Whether a string is an absolute IRI (RFC 3987), as an `atom:id` has to be. */
export function isIri(value: string): boolean {
  return iri.test(value);
}

/** The feed's id: its own where that is an IRI, else a UUID made from it (RFC 4287, section 4.2.6). */
export function feedId(id: string): string {
  return isIri(id) ? id : `urn:uuid:${format(nameBased(urlNamespace, id))}`;
}

/**
 * An entry's id: its own where that is an IRI, else a UUID made from it and its space, so that a story
 * is the same in each feed and archive of one publication.
 */
export function entryId({ id: channelId, idSpace = channelId }: Channel, id: string): string {
  return isIri(id) ? id : `urn:uuid:${format(nameBased(nameBased(urlNamespace, idSpace), id))}`;
}

/** RFC 9562, section 5.5: UUID version 5. */
function nameBased(namespace: Buffer, name: string): Buffer {
  const hash = createHash("sha1").update(namespace).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash;
}

function format(uuid: Buffer): string {
  return uuid.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
