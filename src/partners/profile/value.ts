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

/** What front matter says, as templates may ask for it: what is neither text, number, list nor record is left out. */
export function fieldsFrom(said: Readonly<Record<string, unknown>>): Fields {
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, valueFrom(value)]));
}

function valueFrom(said: unknown): Value {
  if (typeof said === "string" || typeof said === "number" || typeof said === "boolean") return said;
  if (Array.isArray(said)) return said.map(valueFrom);
  if (said instanceof Date || typeof said !== "object" || said === null) return undefined;
  return fieldsFrom({ ...said });
}
