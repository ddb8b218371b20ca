const token = /YYYY|YY|MM|DD|HH|mm|ss|SSS|ZZ|Z/g;

/** Writes an instant by a pattern, as clocks in a zone show it. */
export function pictured(instant: number, pattern: string, zone: string): string {
  const parts = partsIn(zone, instant);
  return pattern.replace(token, (name) => parts[name] ?? name);
}

/** Whether a pattern has anything of an instant in it. */
export function isPattern(pattern: string): boolean {
  return pattern.search(token) !== -1;
}

function partsIn(zone: string, instant: number): Readonly<Record<string, string>> {
  const local = new Date(instant + offsetOf(zone, instant)).toISOString();
  const day = local.indexOf("T");
  const [YYYY, MM, DD] = [local.slice(0, day - 6), local.slice(day - 5, day - 3), local.slice(day - 2, day)];
  const [HH, mm, ss] = [
    local.slice(day + 1, day + 3),
    local.slice(day + 4, day + 6),
    local.slice(day + 7, day + 9),
  ];
  const Z = written(offsetOf(zone, instant));
  const SSS = local.slice(day + 10, -1);
  return { YYYY, YY: YYYY.slice(-2), MM, DD, HH, mm, ss, SSS, Z, ZZ: Z.replace(":", "") };
}

/** Milliseconds that a zone is ahead of UTC. */
function offsetOf(zone: string, instant: number): number {
  if (zone === "UTC") return 0;
  const format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name) ?? [];
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === "-" ? -size : size;
}

function written(offset: number): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  const two = (count: number) => String(Math.floor(count)).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}
