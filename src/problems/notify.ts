import { systemReason, wording } from "./wording.ts";

/** Why a hub doesn't know of a feed's change. What it said itself is plain text already. */
export type Hindrance =
  | { readonly kind: "unreachable"; readonly reason: string }
  | { readonly kind: "silent"; readonly seconds: number }
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly said?: string | undefined;
      /** How many seconds it asks to wait. */
      readonly wait?: number | undefined;
    }
  | { readonly kind: "moved"; readonly status: number; readonly to: string | undefined }
  | { readonly kind: "late"; readonly seconds: number }
  /** An address serves another version of its feed. */
  | { readonly kind: "stale" };

/** What can be wrong when hubs are told of changed feeds. */
export const notifyProblems = {
  "hub-missing": wording<object>({
    severity: "fatal",
    why: "Only a hub that the feeds name has subscribers who wait for them.",
    message: () => "no WebSub hub is configured",
    hint: () => "name one with `hubs:` below `websub:` in the configuration, and build again",
  }),
  "feeds-unknown": wording<{ folder: string }>({
    severity: "fatal",
    why: "Which files are feeds, and which of them may be told of, stands in the last build's notes.",
    message: ({ folder }) => `no build's feeds are known in ${folder}`,
    hint: () => "run feedwright build first, and keep .feedwright/ until feedwright notify has run",
  }),
  "feed-unreadable": wording<{ error: unknown }>({
    severity: "warning",
    why: "Whether a feed changed is told by its file; no hub is told of one that can't be read.",
    message: ({ error }) => `this feed can't be read: ${systemReason(error)}`,
    hint: () => "build again, and leave the feeds in the output folder",
  }),
  "feed-not-live": wording<{ address: string; hindrance: Hindrance }>({
    severity: "warning",
    why: "A hub fetches a feed as soon as it is told. Where the old one is still served, it finds nothing new, and its subscribers hear of nothing.",
    message: ({ address, hindrance }) => `no hub was told of ${address}: ${worded(hindrance)}`,
    hint: () =>
      "publish the output folder, mind the caches before it, and run feedwright notify --check again",
  }),
  "hub-owed": wording<{ hub: string; feeds: number; hindrance: Hindrance }>({
    severity: "warning",
    why: "Its subscribers see the change when they next look themselves. What a hub wasn't told is still owed: the next notify tells it.",
    message: ({ hub, feeds, hindrance }) =>
      `${hub} was not told of ${counted(feeds, "feed")}: ${worded(hindrance)}`,
    hint: ({ hindrance }) => remedy(hindrance),
  }),
  "notices-unwritable": wording<{ error: unknown }>({
    severity: "warning",
    why: "Without its notes the next notify tells the hubs again what they know; they bear that.",
    message: ({ error }) => `what the hubs were told can't be kept: ${systemReason(error)}`,
    hint: () => "make the folder writable",
  }),
};

function worded(hindrance: Hindrance): string {
  switch (hindrance.kind) {
    case "unreachable":
      return `it can't be reached (${hindrance.reason})`;
    case "silent":
      return `it gave no answer in ${counted(hindrance.seconds, "second")}`;
    case "late":
      return `there was no time left for it after ${counted(hindrance.seconds, "second")}`;
    case "stale":
      return "it doesn't serve the new feed yet";
    case "moved":
      return `it answered ${hindrance.status}, and points to ${hindrance.to ?? "nothing that can be followed"}`;
    case "refused": {
      const { status, wait, said } = hindrance;
      const asked = wait === undefined ? "" : `, and asks to wait ${counted(wait, "second")}`;
      return `it answered ${status}${asked}${said === undefined ? "" : ` (“${said}”)`}`;
    }
  }
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function remedy(hindrance: Hindrance): string {
  const ours = hindrance.kind === "refused" && hindrance.status < 500 && hindrance.wait === undefined;
  if (hindrance.kind === "moved" || ours) return "check the hub's address, and what it asks of publishers";
  return "run feedwright notify again later; only what is still owed is told";
}
