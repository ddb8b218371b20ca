import type { Item, Picture } from "../../model.ts";
import type { Profile } from "../profile/schema.ts";
import { bytes } from "../profile/units.ts";
import type { Breach } from "./breach.ts";

type Rules = NonNullable<Profile["images"]>;
type Pixels = NonNullable<Rules["minimum"]>;

/** The pictures that fit the rules, the lead picture first, and what is wrong with those that don't. */
export function fittingPictures(
  { image }: Item,
  inBody: readonly Picture[],
  rules: Rules = {},
): { readonly pictures: readonly Picture[]; readonly breaches: readonly Breach[] } {
  const others = rules.which === "all" ? inBody.filter(({ url }) => url !== image?.url) : [];
  const all = image ? [image, ...others] : others;
  const judged = all.map((picture) => ({ picture, wrong: wrongWith(picture, rules) }));
  const pictures = judged.flatMap(({ picture, wrong }) => (wrong.length === 0 ? [picture] : []));
  const wrong = judged.flatMap((each) => each.wrong);
  const isLight = !(rules.every || (rules.required && pictures.length === 0));
  const breaches = wrong.map((each) => ({ ...each, isLight }));
  if (!rules.required || all.length > 0) return { pictures, breaches };
  return { pictures, breaches: [{ rule: "image-missing", seen: "there is no picture", expected: "one" }] };
}

function wrongWith(picture: Picture, rules: Rules): Breach[] {
  return [...sizeOf(picture, rules), ...ratioOf(picture, rules), ...kindOf(picture, rules)];
}

const sides: Readonly<Record<keyof Pixels, (width: number, height: number) => number>> = {
  width: (width) => width,
  height: (_, height) => height,
  shorter: Math.min,
  longer: Math.max,
};

const names = { width: "wide", height: "high", shorter: "on the shorter side", longer: "on the longer side" };

function sizeOf({ url, width, height }: Picture, { minimum, maximum, unknown }: Rules): Breach[] {
  if (minimum === undefined && maximum === undefined) return [];
  const told = (seen: string, expected: string) => [{ rule: "image-size", seen: `${url} ${seen}`, expected }];
  if (width === undefined || height === undefined)
    return unknown === "refuse" ? told("has no known size", "one") : [];
  for (const side of ["width", "height", "shorter", "longer"] as const) {
    const pixels = sides[side](width, height);
    const [least = 0, most = Number.POSITIVE_INFINITY] = [minimum?.[side], maximum?.[side]];
    const seen = `is ${width} × ${height} px`;
    if (pixels < least) return told(seen, `at least ${least} px ${names[side]}`);
    if (pixels > most) return told(seen, `at most ${most} px ${names[side]}`);
  }
  return [];
}

function ratioOf({ url, width, height }: Picture, { ratio }: Rules): Breach[] {
  if (ratio === undefined || !width || !height) return [];
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY } = ratio;
  if (width / height >= minimum && width / height <= maximum) return [];
  const seen = `${url} is ${width} × ${height} px, a ratio of ${(width / height).toFixed(2)}`;
  const expected =
    ratio.maximum === undefined
      ? `${minimum} or more`
      : ratio.minimum === undefined
        ? `${maximum} or less`
        : `${minimum} to ${maximum}`;
  return [{ rule: "image-ratio", seen, expected }];
}

function kindOf({ url, type, length }: Picture, { types, bytes: size, unknown }: Rules): Breach[] {
  const breaches: Breach[] = [];
  if (types && (type === undefined ? unknown === "refuse" : !types.includes(type)))
    breaches.push({
      rule: "image-type",
      seen: `${url} is ${type ?? "of no known type"}`,
      expected: types.join(", "),
    });
  if (size !== undefined && length !== undefined && length > bytes(size))
    breaches.push({ rule: "image-bytes", seen: `${url} has ${length} bytes`, expected: `at most ${size}` });
  return breaches;
}
