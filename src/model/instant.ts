/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A day of 24 hours, as periods are counted: in milliseconds. */
export const day = 24 * 60 * 60 * 1000;
