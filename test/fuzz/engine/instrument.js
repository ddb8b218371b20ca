import { parseAst } from "rolldown/parseAst";

/**
 * Counts the branches that a program takes: each gets a counter in the global `$branches`, as the
 * compilers' instrumentation for AFL does. V8's own coverage would cost milliseconds an input.
 * @param {string} code an ECMAScript module
 * @returns the same program, counting
 */
export function instrument(code) {
  const marks = [];
  let counters = 0;
  const count = () => `$branches[${counters++}]++`;

  /** An expression that is counted when it is evaluated. */
  const expression = (node) => node && put(node, `(${count()},`, ")");
  /** A statement that is counted when it is reached. */
  const statement = (node) => {
    if (!node) return;
    if (node.type === "BlockStatement") marks.push([node.start + 1, 1, `${count()};`]);
    else put(node, `{${count()};`, "}");
  };
  // At one place, what an inner node ends with comes first, and what an outer one begins with.
  const put = ({ start, end }, before, after) => marks.push([start, 1, before], [end, 0, after]);

  const branching = {
    IfStatement: (node) => [statement(node.consequent), statement(node.alternate)],
    ConditionalExpression: (node) => [expression(node.consequent), expression(node.alternate)],
    LogicalExpression: (node) => expression(node.right),
    SwitchCase: (node) =>
      node.consequent.length > 0 && marks.push([node.consequent[0].start, 1, `${count()};`]),
    CatchClause: (node) => statement(node.body),
    ForStatement: (node) => statement(node.body),
    ForOfStatement: (node) => statement(node.body),
    ForInStatement: (node) => statement(node.body),
    WhileStatement: (node) => statement(node.body),
    FunctionDeclaration: (node) => statement(node.body),
    FunctionExpression: (node) => statement(node.body),
    ArrowFunctionExpression: ({ body }) =>
      body.type === "BlockStatement" ? statement(body) : expression(body),
  };
  const walk = (node) => {
    branching[node.type]?.(node);
    for (const child of Object.values(node)) {
      if (Array.isArray(child)) for (const each of child) each?.type && walk(each);
      else if (child?.type) walk(child);
    }
  };
  walk(parseAst(code));

  // What was marked first at a place is the outer node's, so it opens first, and closes last.
  const inOrder = marks.map((mark, at) => ({ mark, at })).sort(byPlace);
  let [text, from] = [`const $branches = (globalThis.$branches = new Uint8Array(${counters}));\n`, 0];
  for (const {
    mark: [place, , words],
  } of inOrder) {
    text += code.slice(from, place) + words;
    from = place;
  }
  return text + code.slice(from);
}

function byPlace(one, other) {
  const [place, opens] = one.mark;
  const [otherPlace, otherOpens] = other.mark;
  if (place !== otherPlace) return place - otherPlace;
  if (opens !== otherOpens) return opens - otherOpens;
  return opens ? one.at - other.at : other.at - one.at;
}
