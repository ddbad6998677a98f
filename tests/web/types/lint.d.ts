// What the rules of the house use of the linter's interface, which is that of ESLint.
// Knows names and types, nothing of the rules.

interface SyntaxNode {
  type: string;
  parent?: SyntaxNode;
  kind?: string;
  name?: string;
  /** Of a `try`. */
  block?: SyntaxNode;
}

interface LintScope {
  block: SyntaxNode;
  /** The function, or the module, that it belongs to. */
  variableScope: LintScope;
}

interface Variable {
  name: string;
  scope: LintScope;
  identifiers: SyntaxNode[];
  references: { from: LintScope }[];
}

interface RuleContext {
  options: unknown[];
  sourceCode: { getDeclaredVariables(node: SyntaxNode): Variable[] };
  report(fault: { node: SyntaxNode, message: string }): void;
}

interface Rule {
  meta?: object;
  create(context: RuleContext): Record<string, (node: SyntaxNode) => void>;
}
