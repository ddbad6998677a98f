// Rules of the house that no linter has. Knows scopes and syntax, nothing of what the scripts do.

/** Functions and the module: what a closure may be over. */
const CLOSURES = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression", "Program"];

/**
 * At most so many `let`s of one function, or of one module, may be used by the functions inside it: what changes
 * belongs into one state with a name.
 * @type {Rule}
 */
const capturedLets = {
  meta: { schema: [{ type: "integer" }] },
  create(context) {
    const most = Number(context.options[0]);
    /** @type {Map<unknown, Variable[]>} */
    const captured = new Map();
    return {
      VariableDeclaration(node) {
        if (node.kind !== "let") return;
        for (const variable of context.sourceCode.getDeclaredVariables(node)) {
          const owner = variable.scope.variableScope;
          if (!variable.references.some((it) => it.from.variableScope !== owner)) continue;
          captured.set(owner.block, [...(captured.get(owner.block) || []), variable]);
        }
      },
      "Program:exit"(node) {
        for (const variables of captured.values()) {
          if (variables.length <= most) continue;
          const names = variables.map((it) => it.name).join(", ");
          const message = `${variables.length} variables of one closure change (${names}); ${most} may: make them one state`;
          context.report({ node: variables[0]?.identifiers[0] || node, message });
        }
      },
    };
  },
};

/**
 * Storage may be blocked, and asking for it may throw: only inside `try`, and in the same function.
 * @type {Rule}
 */
const guardedStorage = {
  create(context) {
    return {
      Identifier(node) {
        if (node.name !== "localStorage" && node.name !== "sessionStorage") return;
        for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
          if (outer.type === "TryStatement" && outer.block === inner) return;
          if (CLOSURES.includes(outer.type)) break;
        }
        context.report({ node, message: `\`${node.name}\` may throw: use it inside \`try\`` });
      },
    };
  },
};

export default {
  meta: { name: "house" },
  rules: { "captured-lets": capturedLets, "guarded-storage": guardedStorage },
};
