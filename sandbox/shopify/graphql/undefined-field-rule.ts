/** An unknown field in Shopify's words and with its extensions, in place of graphql-js' own rule. */
import type { ASTVisitor, ValidationContext } from "graphql";
import { FieldsOnCorrectTypeRule, GraphQLError, specifiedRules } from "graphql";

function UndefinedFieldRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      const parent = context.getParentType();
      if (!parent || context.getFieldDef()) return;
      const fieldName = node.name.value;
      context.reportError(
        new GraphQLError(`Field '${fieldName}' doesn't exist on type '${parent.name}'`, {
          nodes: node,
          extensions: { code: "undefinedField", typeName: parent.name, fieldName },
        }),
      );
    },
  };
}

export const VALIDATION_RULES = [...specifiedRules.filter((rule) => rule !== FieldsOnCorrectTypeRule), UndefinedFieldRule];
