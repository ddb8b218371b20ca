/** What a template's field can be; a record's first field is what it says as text. */
export type Value = string | number | boolean | Date | undefined | readonly Value[] | Fields;

/** A record, or all that a template may ask for. */
export interface Fields {
  readonly [name: string]: Value;
}

/** Whether there is nothing to write. */
export function isEmpty(value: Value): boolean {
  if (value === undefined || value === "") return true;
  if (isList(value)) return value.every(isEmpty);
  return isRecord(value) && Object.values(value).every(isEmpty);
}

/** Whether a condition holds: there is something, and it isn't `false`. */
export function holds(value: Value): boolean {
  return value !== false && !isEmpty(value);
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isRecord(value: Value): value is Fields {
  return typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);
}

/**
 * A value as text.
 * @param date how a date is written that no filter wrote
 */
export function textOf(value: Value, date: (instant: number) => string): string {
  if (value === undefined) return "";
  if (value instanceof Date) return date(value.getTime());
  if (isList(value)) {
    return value
      .filter((each) => !isEmpty(each))
      .map((each) => textOf(each, date))
      .join(", ");
  }
  return isRecord(value) ? textOf(Object.values(value)[0], date) : String(value);
}

/** Whatever data it is, as far as templates can tell it. */
export function fieldsFrom(data: Readonly<Record<string, unknown>>): Fields {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, valueFrom(value)]));
}

function valueFrom(data: unknown): Value {
  if (typeof data === "string" || typeof data === "number" || typeof data === "boolean") return data;
  if (data instanceof Date) return Number.isNaN(data.getTime()) ? undefined : data;
  if (typeof data !== "object" || data === null) return undefined;
  return Array.isArray(data) ? data.map(valueFrom) : fieldsFrom({ ...data });
}
