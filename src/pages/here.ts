import { fromPage } from "../delivery/index.ts";
import { addressOf } from "../serialise/channel.ts";

/** A page's own place, and other places as seen from there. */
export class Here {
  /**
   * @param path below the output folder
   * @param address the page's own, absolute
   * @param isAnywhere whether it is shown at any address, as what stands where nothing is
   */
  constructor(
    readonly path: string,
    readonly siteUrl: string,
    readonly address = addressOfPage(path, siteUrl),
    private readonly isAnywhere = false,
  ) {}

  /** An address as a link has it; nothing where it would be none. */
  link(address: string | undefined): string | undefined {
    if (address === undefined) return undefined;
    if (this.isAnywhere && address.startsWith(this.siteUrl)) {
      const { pathname, search, hash } = new URL(address);
      return pathname + search + hash;
    }
    return fromPage(this.path, address, this.siteUrl);
  }

  /** The same of a file in the output folder. */
  to(path: string): string | undefined {
    return this.link(addressOfPage(path, this.siteUrl));
  }
}

/** A page's address; that of an index is its folder's. */
function addressOfPage(path: string, siteUrl: string): string {
  return addressOf(siteUrl, path.replace(/(^|\/)index\.html$/, "$1"));
}
