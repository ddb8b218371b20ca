import type { Channel, Tombstone } from "../model.ts";
import { channelFields, deletionFields, itemFields, type Told } from "./profile/fields.ts";
import { filters } from "./profile/filters.ts";
import {
  type Expression,
  expressionsIn,
  type Path,
  parseTemplate,
  type Template,
} from "./profile/template.ts";
import { type Fields, isEmpty, isList, isRecord, textOf, type Value } from "./profile/value.ts";
import { fieldAt } from "./profile/walk.ts";

/** Gives a field's value; nothing where there is no such field. */
type Read = (name: string) => Value;

/** What all templates of a document share. */
interface Common {
  readonly channel: Channel;
  readonly values: Readonly<Record<string, string>>;
  /** How a date is written that no filter wrote. */
  date(instant: number): string;
}

/** Fills templates: of the feed, or of one item, or of one that was withdrawn. */
export class Filler {
  readonly #common: Common;
  readonly #read: Read;
  readonly #bound: Fields;

  constructor(common: Common, read: Read = () => undefined, bound: Fields = {}) {
    this.#common = common;
    this.#read = read;
    this.#bound = bound;
  }

  /** The same for an item. */
  ofItem(told: Told, extra: Fields = {}): Filler {
    return new Filler(this.#common, (name) =>
      name === "extra" ? extra : Object.hasOwn(itemFields, name) ? itemFields[name]?.read(told) : undefined,
    );
  }

  /** The same for an article that was withdrawn. */
  ofDeletion(tombstone: Tombstone): Filler {
    return new Filler(this.#common, (name) =>
      Object.hasOwn(deletionFields, name) ? deletionFields[name]?.read(tombstone) : undefined,
    );
  }

  /** A template's value: of a single field that of its kind, else text. Nothing where all its fields are empty. */
  value(source: string): Value {
    const template = parsed(source);
    const [only] = template;
    if (template.length === 1 && typeof only === "object") return this.#of(only);
    return this.#joined(template);
  }

  /** The same as text, empty where there is nothing. */
  text(source: string): string {
    return this.asText(this.value(source));
  }

  /** A filler for each of a list, in which its member goes by the list's name in the singular. */
  each(list: string): Filler[] {
    const source = `\${${list}}`;
    const [name] = expressionsIn(parsed(source)).map(({ path }) => oneOf(path));
    const value = this.value(source);
    return (isList(value) ? value : [value])
      .filter((each) => !isEmpty(each))
      .map((each) => new Filler(this.#common, this.#read, { ...this.#bound, [name ?? "it"]: each }));
  }

  #joined(template: Template): string | undefined {
    const parts = template.map((part) => (typeof part === "string" ? part : this.asText(this.#of(part))));
    const fields = parts.filter((_, index) => typeof template[index] !== "string");
    return fields.length > 0 && fields.every((text) => text === "") ? undefined : parts.join("");
  }

  #of({ path, calls }: Expression): Value {
    return calls.reduce<Value>((value, { filter, args }) => {
      const given = args.map((each) => (typeof each === "object" ? this.#at(each.path) : each));
      return filters[filter]?.apply(value, given, (each) => this.asText(each));
    }, this.#at(path));
  }

  #at([first = "", ...rest]: Path): Value {
    const { channel, values } = this.#common;
    if (first === "values") return rest.reduce<Value>(stepInto, values);
    if (Object.hasOwn(this.#bound, first)) return rest.reduce(stepInto, this.#bound[first]);
    if (first !== "channel") return rest.reduce(stepInto, this.#read(first));
    const [name = "", ...further] = rest;
    const field = Object.hasOwn(channelFields, name) ? channelFields[name] : undefined;
    return further.reduce(stepInto, field?.read(channel));
  }

  /** A value as text. */
  asText(value: Value): string {
    return textOf(value, this.#common.date);
  }
}

/** A list's field is the list of its members' fields. */
function stepInto(value: Value, step: string): Value {
  if (isList(value)) return value.map((each) => stepInto(each, step));
  return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function oneOf(path: Path): string | undefined {
  return (fieldAt(path, "item", new Map()) ?? fieldAt(path, "channel", new Map()))?.field.one;
}

const templates = new Map<string, Template>();

/** A profile has some dozens of templates, and fills each for every item. */
function parsed(source: string): Template {
  const known = templates.get(source);
  if (known) return known;
  const template = parseTemplate(source);
  templates.set(source, template);
  return template;
}

/** Whether a template always says the same. */
export function isFixed(source: string): boolean {
  return parsed(source).every((part) => typeof part === "string");
}
