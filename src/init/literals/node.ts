/** A node of a program's syntax tree (ESTree): what else it has hangs on its type. */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The nodes in a list. */
export function nodes(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** A name, or a key written as one or as text. */
export function nameOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === "Identifier") return String(value.name);
  return value.type === "Literal" ? String(value.value) : undefined;
}

/** All nodes below one, itself first. */
export function* below(node: Node): Generator<Node> {
  const waiting: Node[] = [node];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    yield each;
    const inner = Object.values(each).flatMap((value) => (Array.isArray(value) ? value : [value]));
    waiting.push(...inner.filter(isNode).reverse());
  }
}
