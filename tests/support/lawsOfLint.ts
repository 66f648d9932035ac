/** What the linter gives our rules: where to report, and the syntax nodes that the rules read. */
interface Complaints {
  report(complaint: { readonly node: object; readonly message: string }): void;
}
interface Node {
  readonly parent?: Node;
  readonly type: string;
}

/** Law 1: a module of `shared` or `server` holds no mutable value; changes happen in a state or an object. */
const noModuleState = {
  create: (context: Complaints) => ({
    VariableDeclaration(node: Node & { readonly kind: string }) {
      const around = node.parent?.type === 'ExportNamedDeclaration' ? node.parent.parent : node.parent;
      if (node.kind !== 'const' && around?.type === 'Program')
        context.report({ node, message: 'A module keeps no state: say const, or hold it in an object.' });
    },
  }),
};

/** Law 5: powers differ between engines, and `**` is one. */
const noPower = {
  create: (context: Complaints) => {
    const check = (node: Node & { readonly operator: string }): void => {
      if (node.operator.startsWith('**'))
        context.report({ node, message: 'A power is not the same on every engine.' });
    };
    return { BinaryExpression: check, AssignmentExpression: check };
  },
};

/** Laws of the house for which the linter has no rule. The linter requires a default export. */
export default {
  meta: { name: 'house' },
  rules: { 'no-module-state': noModuleState, 'no-power': noPower },
};
