import { posix } from "node:path";
import { evaluate, type Scope, type Value } from "./evaluate.ts";
import { below, isNode, type Node, nameOf, nodes } from "./node.ts";

/** Where modules find others. */
export interface Files {
  isFile(path: string): boolean;
  moduleAt(path: string): Module | undefined;
  json(path: string): unknown;
}

const endings = ["", ".ts", ".js", ".mjs", ".mts", ".cjs", ".json", "/index.ts", "/index.js", "/index.mjs"];

/**
 * A program, looked at without running it. What is plain data in it is told: literals, constants, what is
 * imported from files beside it. What would have to be run is not known, and so nothing.
 */
export class Module {
  readonly #names = new Map<string, Value>();
  readonly #budget = { steps: 20_000 };

  constructor(
    private readonly program: Node,
    private readonly folder: string,
    private readonly files: Files,
  ) {
    for (const statement of nodes(program.body)) this.#declare(statement);
  }

  /**
   * What it exports: by `export default` or `module.exports`, or by a name.
   * @param given what names mean that its functions take
   */
  exported(name = "default", given: Readonly<Record<string, unknown>> = {}): unknown {
    for (const statement of nodes(this.program.body)) {
      if (name === "default" && statement.type === "ExportDefaultDeclaration")
        return this.#value(statement.declaration, given);
      if (name === "default" && isModuleExports(statement)) return this.#value(assigned(statement), given);
      const inner = reexported(statement, name);
      if (inner !== undefined) return this.lookUp(inner)?.();
    }
    return name === "default" ? undefined : this.lookUp(name)?.();
  }

  /** The constants at its top, by name. */
  constants(): ReadonlyMap<string, unknown> {
    return new Map([...this.#names].map(([name, value]) => [name, value()]));
  }

  /** The first argument of each call of a function or method of this name, wherever it stands. */
  calls(name: string): readonly unknown[] {
    return [...below(this.program)]
      .filter((node) => node.type === "CallExpression" && calleeOf(node) === name)
      .map((node) => this.#value(nodes(node.arguments)[0]));
  }

  private lookUp(name: string): Value | undefined {
    return this.#names.get(name);
  }

  #value(node: unknown, given: Readonly<Record<string, unknown>> = {}): unknown {
    const scope: Scope = (name) =>
      this.lookUp(name) ?? (Object.hasOwn(given, name) ? () => given[name] : undefined);
    return evaluate(node, scope, { load: (path) => this.#loaded(path), budget: this.#budget });
  }

  #declare(statement: Node): void {
    const inner = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (!isNode(inner)) return;
    if (inner.type === "ImportDeclaration") this.#import(inner);
    if (inner.type === "FunctionDeclaration") this.#name(nameOf(inner.id), inner);
    if (inner.type === "VariableDeclaration")
      for (const { id, init } of nodes(inner.declarations))
        this.#bind(
          id,
          once(() => this.#value(init)),
        );
  }

  #name(name: string | undefined, node: Node): void {
    if (name !== undefined)
      this.#names.set(
        name,
        once(() => this.#value(node)),
      );
  }

  /** `const a = …`, and `const { a, b: c } = …`. */
  #bind(pattern: unknown, value: Value): void {
    if (!isNode(pattern)) return;
    const name = nameOf(pattern);
    if (name !== undefined) this.#names.set(name, value);
    if (pattern.type !== "ObjectPattern") return;
    for (const { key, value: target } of nodes(pattern.properties)) {
      const [from, to] = [nameOf(key), nameOf(target)];
      if (from !== undefined && to !== undefined) this.#names.set(to, () => member(value(), from));
    }
  }

  #import({ source, specifiers }: Node): void {
    const path = isNode(source) ? String(source.value) : "";
    for (const { type, imported, local } of nodes(specifiers)) {
      const name = type === "ImportDefaultSpecifier" ? "default" : nameOf(imported);
      const load = () =>
        type === "ImportNamespaceSpecifier" ? this.#loaded(path, "*") : this.#loaded(path, name);
      this.#names.set(nameOf(local) ?? "", once(load));
    }
  }

  /** From a file of the same site: packages are code, and are not looked at. */
  #loaded(path: string, name = "default"): unknown {
    const aliased = path.replace(/^[@~]\//, "/src/");
    if (!/^(?:\.{1,2}\/|\/src\/)/.test(aliased)) return undefined;
    const start = aliased.startsWith("/") ? aliased.slice(1) : posix.join(this.folder, aliased);
    const typed = start.replace(/\.js$/, ".ts");
    const file = [...endings.map((ending) => start + ending), typed].find((each) => this.files.isFile(each));
    if (file === undefined || file.startsWith("..")) return undefined;
    if (file.endsWith(".json"))
      return name === "default" ? this.files.json(file) : member(this.files.json(file), name);
    const module = this.files.moduleAt(file);
    return name === "*" ? module && Object.fromEntries(module.constants()) : module?.exported(name);
  }
}

/** What hangs on itself is not known. */
function once(value: Value): Value {
  let state: "new" | "running" | "done" = "new";
  let result: unknown;
  return () => {
    if (state === "new") {
      state = "running";
      result = value();
      state = "done";
    }
    return result;
  };
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

function isModuleExports({ type, expression }: Node): boolean {
  if (type !== "ExpressionStatement" || !isNode(expression) || expression.type !== "AssignmentExpression")
    return false;
  const { left } = expression;
  return isNode(left) && left.type === "MemberExpression" && nameOf(left.property) === "exports";
}

function assigned({ expression }: Node): unknown {
  return isNode(expression) ? expression.right : undefined;
}

/** The name that `export { a as b }` gives another. */
function reexported({ type, specifiers }: Node, name: string): string | undefined {
  if (type !== "ExportNamedDeclaration") return undefined;
  const found = nodes(specifiers).find(({ exported }) => nameOf(exported) === name);
  return nameOf(found?.local);
}

function calleeOf({ callee }: Node): string | undefined {
  return isNode(callee) && callee.type === "MemberExpression" ? nameOf(callee.property) : nameOf(callee);
}
