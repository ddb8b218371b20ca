import { describe, expect, it } from "vitest";
import { Feed } from "../../src/feed.ts";
import { archiveChannel, channel, fullChannel, fullItem, item, tombstone, written } from "./samples.ts";
import { complaints as against, lacksXmllint } from "./xmllint.ts";

const complaints = (xml: string) => against("atom.rng", xml);

describe.skipIf(lacksXmllint("Atom"))("Atom, by a schema of RFC 4287, RFC 5005 and RFC 6721", () => {
  it("is valid with everything there is to say", () => {
    expect(complaints(written("atom", [fullItem, item], fullChannel))).toBe("");
  });

  it("is valid as an archive (RFC 5005)", () => {
    expect(complaints(written("atom", [fullItem], archiveChannel))).toBe("");
  });

  it("is valid with stories that were taken back (RFC 6721)", () => {
    const gone = [tombstone, { ...tombstone, id: "no iri", reason: undefined }];
    expect(complaints(written("atom", [fullItem], fullChannel, gone))).toBe("");
  });

  it("is valid while it is empty, and without an IRI for an id", () => {
    expect(complaints(written("atom", [], { ...channel, id: "feed 1", self: {} }))).toBe("");
    expect(complaints(written("atom", [{ ...item, id: "no iri", title: "" }]))).toBe("");
  });

  it("is valid from the Feed class, with a stylesheet and extensions", () => {
    const feed = new Feed({
      title: "T",
      id: "1",
      link: "https://news.example/",
      stylesheet: "/a.xsl?b&c",
      podcast: true,
    });
    feed.addItem({
      title: "",
      link: "https://news.example/a",
      date: new Date(0),
      extensions: [
        { name: "slash:comments", objects: { _text: 3 } },
        { name: "_x", objects: {} },
      ],
    });
    expect(complaints(feed.atom1())).toBe("");
  });

  it("would be found out if it weren't", () => {
    const xml = written("atom", [fullItem], fullChannel);
    expect(complaints(xml.replace(/<updated>.*?<\/updated>/, ""))).not.toBe("");
    expect(complaints(xml.replace("<content ", "<body ").replace("</content>", "</body>"))).not.toBe("");
    expect(complaints(xml.replaceAll(/<author>.*?<\/author>/gs, ""))).not.toBe("");
    expect(complaints(xml.replace("2025-02-23T18:04:00Z", "23 Feb 2025"))).not.toBe("");
    const archive = written("atom", [fullItem], archiveChannel);
    expect(complaints(archive.replace("<fh:archive/>", "<fh:archive>2024</fh:archive>"))).not.toBe("");
    expect(complaints(archive.replace("</entry>", "<fh:archive/></entry>"))).not.toBe("");
    const gone = written("atom", [fullItem], fullChannel, [tombstone]);
    expect(complaints(gone.replace(/ when="[^"]*"/, ""))).not.toBe("");
    expect(complaints(gone.replace(/ ref="[^"]*"/, ' ref="b"'))).not.toBe("");
    expect(complaints(gone.replace("</entry>", '<at:comment xml:lang="en"/></entry>'))).not.toBe("");
  });
});
