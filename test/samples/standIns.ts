/**
 * Programs that stand in for others while a document's commands are tried, as scripts for `sh`: npx and npm, so that this
 * build is meant by `feedwright` and nothing is fetched; and whatever reaches beyond the folder.
 */
export function standIns(repository: string): Readonly<Record<string, string>> {
  return {
    npx: `case $1 in
  feedwright) shift; exec feedwright "$@" ;;
  *) if [ -x "${repository}/node_modules/.bin/$1" ]; then name=$1; shift; exec "${repository}/node_modules/.bin/$name" "$@"; fi
     echo "npx: $1 is not here" >&2; exit 127 ;;
esac`,
    // Scripts of the folder's own package run; those of this repository are what CI runs, and only have to be there.
    npm: `case "$*" in
  ci|cit|pack|test|"install feedwright"|"install --save-dev feedwright") exit 0 ;;
  "init -y") printf '{ "name": "news", "private": true }\\n' >package.json; exit 0 ;;
  "run "*) ;;
  *) echo "npm: $* is not known here" >&2; exit 127 ;;
esac
has() { node -e 'process.exit(require(process.argv[1]).scripts?.[process.argv[2]] === undefined ? 1 : 0)' "$1" "$2"; }
if [ -f package.json ] && has "$PWD/package.json" "$2"; then
  exec sh -c "$(node -p 'require(process.argv[1]).scripts[process.argv[2]]' "$PWD/package.json" "$2")"
fi
has ${repository}/package.json "$2" || { echo "npm: there is no script $2" >&2; exit 1; }`,
    // No hub is told of an example.
    feedwright: `case " $* " in
  " notify "*) set -- "$@" --dry-run ;;
  *" --notify "*) echo "feedwright: hubs would be told" >&2; exit 1 ;;
esac
exec node ${repository}/lib/cli/bin.js "$@"`,
    // The other machine: what is sent has to be there.
    rsync: `for word in "$@"; do case $word in -*) ;; *:*) ;; *) [ -e "$word" ] || { echo "rsync: no $word" >&2; exit 23; } ;; esac; done`,
    "systemd-run": `case "$*" in *" systemctl start "*) ;; *) exit 1 ;; esac`,
    // Time passes at once, and the second time the loop around it has been seen.
    sleep: `case $1 in *[!0-9]*|"") exit 1 ;; esac
if [ -f "$FEEDWRIGHT_SHIMS/slept" ]; then rm "$FEEDWRIGHT_SHIMS/slept"; kill -TERM $PPID; else : >"$FEEDWRIGHT_SHIMS/slept"; fi`,
  };
}
