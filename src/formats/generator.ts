/** What the feeds say of the program that wrote them. No version: an upgrade alone changes no byte. */
export const generator = "feedwright";
