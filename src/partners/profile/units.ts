export const duration = /^(\d{1,5})\s*([mhd])$/;

const minutes = { m: 1, h: 60, d: 24 * 60 };

/** Milliseconds of `90m`, `48h` or `30d`. */
export function milliseconds(text: string): number {
  const [, count = "0", unit = ""] = duration.exec(text) ?? [];
  const each = unit === "d" ? minutes.d : unit === "h" ? minutes.h : minutes.m;
  return Number(count) * each * 60_000;
}

export const size = /^(\d{1,6})\s*(kB|KB|MB)$/;

/** Bytes of `500kB` or `15MB`; a kB has 1024, as file managers count. */
export function bytes(text: string): number {
  const [, count = "0", unit = ""] = size.exec(text) ?? [];
  return Number(count) * (unit === "MB" ? 1024 * 1024 : 1024);
}
