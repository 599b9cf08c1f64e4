/**
 * What a query costs in points. Shopify does not publish its connection formula; this one reproduces all figures that
 * microsoft/BCApps notes beside its queries (see ASSUMPTIONS.md): connection = 2 + floor(2 · ln(first)) × one node; money is free.
 */
import type { FieldNode, FragmentDefinitionNode, GraphQLNamedType, GraphQLOutputType, GraphQLSchema, OperationDefinitionNode, SelectionSetNode } from "graphql";
import { getNamedType, isAbstractType, isListType, getNullableType, isObjectType, isInterfaceType, isLeafType, valueFromASTUntyped } from "graphql";

/** Objects that add nothing of their own. */
const FREE_TYPES = new Set(["MoneyBag", "MoneyV2", "PageInfo"]);
const CONNECTION_BASE = 2;
/** Design page 06, cost and throttling. */
const MUTATION_COST = 10;

type Variables = Record<string, unknown>;
type Cost = {
  schema: GraphQLSchema;
  fragments: Record<string, FragmentDefinitionNode>;
  variables: Variables;
};

/**
 * Points of one operation of a valid document. With `data` (the answer) it is the actual cost: pages count what they really hold
 * and what is null costs nothing.
 */
export function queryCost(
  schema: GraphQLSchema,
  { operation, fragments, variables }: { operation: OperationDefinitionNode; fragments: Record<string, FragmentDefinitionNode>; variables: Variables },
  data?: unknown,
): number {
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  return (operation.operation === "mutation" ? MUTATION_COST : 0) + selectionCost({ schema, fragments, variables }, root, operation.selectionSet, data);
}

function selectionCost(cost: Cost, parent: GraphQLNamedType, selections: SelectionSetNode | undefined, value: unknown): number {
  if (!selections) return 0;
  if (isAbstractType(parent)) {
    const shared = isInterfaceType(parent) ? [parent] : [];
    const candidates = [...shared, ...cost.schema.getPossibleTypes(parent)];
    return Math.max(0, ...candidates.map((type) => concreteCost(cost, type, selections, value)));
  }
  return concreteCost(cost, parent, selections, value);
}

function concreteCost(cost: Cost, parent: GraphQLNamedType, { selections }: SelectionSetNode, value: unknown): number {
  let total = 0;
  for (const selection of selections) {
    if (selection.kind === "Field") {
      total += fieldCost(cost, parent, selection, value);
      continue;
    }
    const fragment = selection.kind === "InlineFragment" ? selection : cost.fragments[selection.name.value];
    if (fragment && applies(cost.schema, fragment.typeCondition?.name.value, parent)) {
      total += concreteCost(cost, parent, fragment.selectionSet, value);
    }
  }
  return total;
}

function applies(schema: GraphQLSchema, condition: string | undefined, parent: GraphQLNamedType): boolean {
  if (condition === undefined || condition === parent.name) return true;
  const type = schema.getType(condition);
  return isAbstractType(type) && (isObjectType(parent) || isInterfaceType(parent)) && schema.isSubType(type, parent);
}

function fieldCost(cost: Cost, parent: GraphQLNamedType, field: FieldNode, parentValue: unknown): number {
  const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
  if (!definition) return 0;
  const type = getNamedType(definition.type);
  const value = childValue(parentValue, field);
  if (isLeafType(type) || value === null) return 0;
  if (type.name.endsWith("Connection")) return connectionCost(cost, type, field, value);
  return listFactor(cost, definition.type, field, value) + elementsCost(cost, definition.type, field, value);
}

function elementsCost(cost: Cost, outputType: GraphQLOutputType, field: FieldNode, value: unknown): number {
  const type = getNamedType(outputType);
  const own = FREE_TYPES.has(type.name) ? 0 : 1;
  const elements = Array.isArray(value) ? value.filter((element) => element !== null) : [value];
  const largest = Math.max(0, ...elements.map((element) => own + selectionCost(cost, type, field.selectionSet, element)));
  return largest * elementCount(cost, outputType, field, value);
}

/** A list cut by `first` is taken to cost as a connection does. */
function listFactor(cost: Cost, type: GraphQLOutputType, field: FieldNode, value: unknown): number {
  return isListType(getNullableType(type)) && argument(cost, field, "first") !== undefined && !isEmpty(value) ? CONNECTION_BASE : 0;
}

function elementCount(cost: Cost, type: GraphQLOutputType, field: FieldNode, value: unknown): number {
  if (!isListType(getNullableType(type))) return 1;
  const ids = argument(cost, field, "ids");
  if (Array.isArray(ids)) return Array.isArray(value) ? value.filter((element) => element !== null).length : ids.length;
  if (isEmpty(value)) return 0;
  const first = argument(cost, field, "first");
  return typeof first === "number" ? pageFactor(Array.isArray(value) ? value.length : first) : 1;
}

function connectionCost(cost: Cost, connection: GraphQLNamedType, field: FieldNode, value: unknown): number {
  const first = argument(cost, field, "first") ?? argument(cost, field, "last");
  const size = actualSize(value) ?? (typeof first === "number" ? first : 0);
  const nodeCost = concreteConnectionCost(cost, connection, field.selectionSet, value);
  return CONNECTION_BASE + pageFactor(size) * nodeCost;
}

/** The cost of one node, whether asked for by `nodes` or by `edges`. */
function concreteConnectionCost(cost: Cost, type: GraphQLNamedType, selections: SelectionSetNode | undefined, value: unknown): number {
  if (!isObjectType(type)) return 0;
  let total = 0;
  for (const selection of selections?.selections ?? []) {
    if (selection.kind !== "Field") {
      const fragment = selection.kind === "InlineFragment" ? selection : cost.fragments[selection.name.value];
      total += concreteConnectionCost(cost, type, fragment?.selectionSet, value);
      continue;
    }
    const definition = type.getFields()[selection.name.value];
    const held = childValue(value, selection);
    const elements = Array.isArray(held) ? held : [held];
    if (!definition) continue;
    if (selection.name.value === "edges") {
      const edge = getNamedType(definition.type);
      total += Math.max(0, ...elements.map((element) => concreteConnectionCost(cost, edge, selection.selectionSet, element)));
    } else if (selection.name.value === "nodes" || selection.name.value === "node") {
      const node = getNamedType(definition.type);
      total += Math.max(0, ...elements.map((element) => 1 + selectionCost(cost, node, selection.selectionSet, element)));
    }
  }
  return total;
}

function pageFactor(size: number): number {
  return size < 1 ? 0 : Math.floor(2 * Math.log(size));
}

function actualSize(value: unknown): number | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const held = Object.values(value).find(Array.isArray);
  return held?.length;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function childValue(value: unknown, field: FieldNode): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return (value as Record<string, unknown>)[field.alias?.value ?? field.name.value];
}

function argument(cost: Cost, field: FieldNode, name: string): unknown {
  const node = field.arguments?.find((candidate) => candidate.name.value === name);
  return node && valueFromASTUntyped(node.value, cost.variables);
}
