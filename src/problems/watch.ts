import { systemReason, wording } from "./wording.ts";

/** What can be wrong while folders are watched and feeds are shown. */
export const watchProblems = {
  "watch-limited": wording<{ error: unknown; seconds: number }>({
    severity: "warning",
    why: "Systems limit how many folders programs may watch; some disks tell of no change at all.",
    message: ({ error, seconds }) =>
      `this folder can't be watched: ${systemReason(error)}; it is looked at every ${seconds} seconds instead`,
    hint: () => "on Linux, raise fs.inotify.max_user_watches or fs.inotify.max_user_instances with sysctl",
  }),
  "flags-together": wording<{ flag: string; other: string }>({
    severity: "fatal",
    why: "Of two flags that ask for opposite things, one would be silently without effect.",
    message: ({ flag, other }) => `\`${flag}\` and \`${other}\` don't go together`,
    hint: ({ other }) => `leave out ${other}`,
  }),
  "serve-unavailable": wording<{ host: string; port: number; error: unknown }>({
    severity: "fatal",
    why: "Without an address to listen at there is no preview.",
    message: ({ host, port, error }) =>
      `nothing can be served at ${host}, port ${port}: ${systemReason(error)}`,
    hint: () => "name one of this machine's own addresses with --host, and a free port with --port",
  }),
} as const;
