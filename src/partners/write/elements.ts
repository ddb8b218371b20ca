import { attributes, cdata, element, emptyElement, parentElement, text } from "../../formats/xml.ts";
import { type Filler, isFixed } from "../fill.ts";
import type { ElementRule } from "../profile/elements.ts";
import { holds } from "../profile/value.ts";

/**
 * A profile's elements, filled. One is left out where its text is empty, or all that was to be
 * filled in its attributes and children: what is fixed alone says nothing.
 */
export function elementsText(
  margin: string,
  rules: readonly ElementRule[] | undefined,
  filler: Filler,
): string {
  let written = "";
  for (const rule of rules ?? [])
    for (const each of rule.each === undefined ? [filler] : filler.each(rule.each))
      written += elementText(margin, rule, each);
  return written;
}

function elementText(margin: string, rule: ElementRule, filler: Filler): string {
  if (rule.if !== undefined && !holds(filler.value(rule.if))) return "";
  if (rule.unless !== undefined && holds(filler.value(rule.unless))) return "";
  const pairs = attributePairs(rule.attributes, filler);
  const words = rule.cdata ?? rule.text;
  if (words !== undefined) {
    const said = filler.text(words);
    if (said === "" && !rule.keep) return "";
    return element(margin, rule.element, rule.cdata === undefined ? text(said) : cdata(said), pairs.written);
  }
  const children = elementsText(`${margin}  `, rule.elements, filler);
  const isAsked = pairs.asked > 0 || rule.elements !== undefined;
  const isFilled = pairs.filled > 0 || children !== "";
  if (isAsked && !isFilled && !rule.keep) return "";
  if (children === "") return emptyElement(margin, rule.element, pairs.written);
  return parentElement(margin, rule.element, children, pairs.written);
}

/** Attributes as they are written; how many of them had something to fill in, and how many were filled. */
function attributePairs(given: Readonly<Record<string, string>> | undefined, filler: Filler) {
  const pairs = Object.entries(given ?? {}).map(([name, source]) => {
    return { name, isFixed: isFixed(source), value: filler.text(source) };
  });
  const toFill = pairs.filter(({ isFixed }) => !isFixed);
  return {
    written: attributes(
      Object.fromEntries(
        pairs.filter(({ isFixed, value }) => isFixed || value !== "").map(({ name, value }) => [name, value]),
      ),
    ),
    asked: toFill.length,
    filled: toFill.filter(({ value }) => value !== "").length,
  };
}

/** Attributes of an element that stands in any case. */
export function attributesText(given: Readonly<Record<string, string>> | undefined, filler: Filler): string {
  return attributePairs(given, filler).written;
}
