import { isNode, type Node, nameOf, nodes } from "./node.ts";

/** A value that is told when it is asked for. */
export type Value = () => unknown;

/** The value of a name; nothing where it isn't known. */
export type Scope = (name: string) => Value | undefined;

/** What an expression may hang on beside names. */
export interface Around {
  /** What another file of the site exports. */
  load(path: string): unknown;
  /** Steps that are left; a program that is made to take long is not known. */
  readonly budget: { steps: number };
}

type Evaluation = (node: Node, value: (node: unknown, scope?: Scope) => unknown, given: Given) => unknown;

interface Given extends Around {
  readonly scope: Scope;
}

/** Steps into an expression; what nests deeper isn't a configuration. */
const deepest = 100;

/**
 * The value of an expression, as far as it is plain: nothing of it is run. What isn't known is
 * `undefined`; of `known ?? other` and `unknown || default` the value is what it would be without
 * an environment.
 */
export function evaluate(node: unknown, scope: Scope, around: Around, depth = 0): unknown {
  if (!isNode(node) || depth > deepest || around.budget.steps-- <= 0) return undefined;
  const inner = (below: unknown, own = scope) => evaluate(below, own, around, depth + 1);
  return evaluations.get(node.type)?.(node, inner, { ...around, scope });
}

const wrapped: Evaluation = ({ expression, argument }, value) => value(expression ?? argument);

const evaluations: ReadonlyMap<string, Evaluation> = new Map<string, Evaluation>([
  ["Literal", ({ value }) => (typeof value === "object" ? undefined : value)],
  ["TemplateLiteral", template],
  ["ObjectExpression", object],
  ["ArrayExpression", ({ elements }, value) => nodes(elements).map((each) => value(each))],
  ["Identifier", ({ name }, _, { scope }) => (name === "__dirname" ? "." : scope(String(name))?.())],
  [
    "MemberExpression",
    ({ object, property, computed }, value) => {
      const name = computed === true ? value(property) : nameOf(property);
      return own(value(object), name);
    },
  ],
  [
    "LogicalExpression",
    ({ operator, left, right }, value) => {
      if (operator === "&&") return undefined;
      return value(left) || value(right);
    },
  ],
  ["BinaryExpression", sum],
  ["CallExpression", call],
  // `new URL("./posts", import.meta.url)` is a path.
  [
    "NewExpression",
    ({ callee, arguments: given }, value) =>
      nameOf(callee) === "URL" && nodes(given).length === 2 ? value(nodes(given)[0]) : undefined,
  ],
  ["ArrowFunctionExpression", returned],
  ["FunctionExpression", returned],
  ["FunctionDeclaration", returned],
  ["AwaitExpression", wrapped],
  ["ChainExpression", wrapped],
  ["TSAsExpression", wrapped],
  ["TSSatisfiesExpression", wrapped],
  ["TSNonNullExpression", wrapped],
  ["TSTypeAssertion", wrapped],
]);

function own(value: unknown, name: unknown): unknown {
  if (typeof value !== "object" || value === null || !/^(?:string|number)$/.test(typeof name))
    return undefined;
  return Object.getOwnPropertyDescriptor(value, String(name))?.value;
}

function template({ quasis, expressions }: Node, value: (node: unknown) => unknown): unknown {
  const values = nodes(expressions).map((each) => value(each));
  if (!values.every(isShort)) return undefined;
  const texts = nodes(quasis).map(({ value: text }) => String(own(text, "cooked") ?? ""));
  return texts.map((text, index) => text + String(values[index] ?? "")).join("");
}

function sum({ operator, left, right }: Node, value: (node: unknown) => unknown): unknown {
  const values = [value(left), value(right)];
  return operator === "+" && values.every(isShort) && values.some((each) => typeof each === "string")
    ? values.join("")
    : undefined;
}

/** What is put together of itself again and again would fill the memory. */
function isShort(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && value.length < 2000);
}

function object({ properties }: Node, value: (node: unknown) => unknown): unknown {
  const entries = nodes(properties).flatMap((each): (readonly [string, unknown])[] => {
    if (each.type === "SpreadElement") return Object.entries(value(each.argument) ?? {});
    const name = each.computed === true ? value(each.key) : nameOf(each.key);
    return typeof name === "string" ? [[name, value(each.value)]] : [];
  });
  return Object.fromEntries(entries);
}

const paths = new Set(["join", "resolve", "fileURLToPath"]);

/** `defineConfig({…})` and its like give back what they are given; of others nothing is known. */
function call(
  { callee, arguments: given }: Node,
  value: (node: unknown) => unknown,
  { load }: Given,
): unknown {
  const values = nodes(given).map((each) => value(each));
  const name =
    isNode(callee) && callee.type === "MemberExpression" ? nameOf(callee.property) : nameOf(callee);
  if (name === "require" && typeof values[0] === "string") return load(values[0]);
  if (name !== undefined && paths.has(name) && values.every((each) => typeof each === "string"))
    return values.join("/");
  return typeof values[0] === "object" ? values[0] : undefined;
}

/** What a function gives: its expression, or what its last `return` at the top says. */
function returned(
  { body }: Node,
  value: (node: unknown, scope?: Scope) => unknown,
  { scope }: Given,
): unknown {
  if (!isNode(body) || body.type !== "BlockStatement") return value(body);
  const statements = nodes(body.body);
  const inner: Scope = (name) => {
    for (const { declarations } of statements) {
      const found = nodes(declarations).find(({ id }) => nameOf(id) === name);
      // Later names of the same function aren't looked at from here: what hangs on itself would never end.
      if (found !== undefined) return () => value(found.init);
    }
    return scope(name);
  };
  const last = statements.findLast(({ type }) => type === "ReturnStatement");
  return value(last?.argument, inner);
}
