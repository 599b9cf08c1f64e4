/** Runs one GraphQL request as Shopify does: validate, price, throttle, execute; every outcome is HTTP 200 (design page 06). */
import type { DocumentNode, FragmentDefinitionNode, GraphQLFieldResolver, GraphQLFormattedError, GraphQLSchema } from "graphql";
import { execute, getOperationAST, GraphQLError, parse, validate } from "graphql";
import { queryCost } from "./query-cost.ts";
import type { QueryBucket } from "./query-bucket.ts";
import { VALIDATION_RULES } from "./undefined-field-rule.ts";
import type { View } from "./views/view-context.ts";

/** Requested points above which a single query is refused. */
export const MAX_QUERY_COST = 1000;
const DOCUMENTATION = "https://shopify.dev/api/usage/rate-limits";

export type QueryRequest = { query: string; variables: Record<string, unknown>; operationName: string | null };
export type QueryAnswer = { data?: unknown; errors?: GraphQLFormattedError[]; extensions?: { cost: unknown } };

/** `bucket` undefined: throttling is off (benchmarks); the ceiling per query stays. `fieldResolver`: for planned faults. */
export function executeQuery(
  schema: GraphQLSchema,
  rootValue: View,
  request: QueryRequest,
  bucket: QueryBucket | undefined,
  fieldResolver?: GraphQLFieldResolver<unknown, unknown>,
): QueryAnswer {
  const document = validDocument(schema, request.query);
  if (Array.isArray(document)) return { errors: document.map((error) => error.toJSON()) };
  const operation = getOperationAST(document, request.operationName);
  if (!operation) return { errors: [new GraphQLError(`No operation named "${request.operationName ?? ""}"`).toJSON()] };

  const priced = { operation, fragments: fragmentsOf(document), variables: { ...defaultsOf(operation), ...request.variables } };
  const requested = queryCost(schema, priced);
  if (requested > MAX_QUERY_COST) return { errors: [tooExpensive(requested)] };
  if (bucket && !bucket.take(requested)) return { errors: [throttled()], ...costOf(requested, null, bucket) };

  const result = execute({ schema, document, rootValue, variableValues: request.variables, operationName: request.operationName, fieldResolver });
  if (result instanceof Promise) throw new Error("a view must answer at once");
  const actual = Math.min(requested, queryCost(schema, priced, result.data));
  bucket?.giveBack(requested - actual);
  const errors = result.errors?.map((error) => error.toJSON());
  return { ...(result.data !== undefined && { data: result.data }), ...(errors && { errors }), ...costOf(requested, actual, bucket) };
}

/** An app sends the same few texts over and over: each is read and checked once for a schema. */
const known = new WeakMap<GraphQLSchema, Map<string, DocumentNode>>();

function validDocument(schema: GraphQLSchema, query: string): DocumentNode | GraphQLError[] {
  const documents = known.get(schema) ?? new Map<string, DocumentNode>();
  known.set(schema, documents);
  const before = documents.get(query);
  if (before) return before;
  const document = parseDocument(query);
  if (document instanceof GraphQLError) return [document];
  const invalid = validate(schema, document, VALIDATION_RULES);
  if (invalid.length > 0) return [...invalid];
  documents.set(query, document);
  return document;
}

function parseDocument(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === "FragmentDefinition");
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** Only whole numbers matter here: the sizes of pages. */
function defaultsOf(operation: NonNullable<ReturnType<typeof getOperationAST>>): Record<string, unknown> {
  const defaults = (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) =>
    defaultValue?.kind === "IntValue" ? [variable.name.value, Number(defaultValue.value)] : [],
  );
  return Object.fromEntries(defaults.filter((entry) => entry.length > 0));
}

function throttled(): GraphQLFormattedError {
  return { message: "Throttled", extensions: { code: "THROTTLED", documentation: DOCUMENTATION } };
}

function tooExpensive(cost: number): GraphQLFormattedError {
  return {
    message: `Query cost is ${cost}, which exceeds the single query max cost limit (${MAX_QUERY_COST}).`,
    extensions: { code: "MAX_COST_EXCEEDED", cost, maxCost: MAX_QUERY_COST, documentation: DOCUMENTATION },
  };
}

const UNTHROTTLED = { maximumAvailable: 2000, currentlyAvailable: 2000, restoreRate: 100 };

function costOf(requestedQueryCost: number, actualQueryCost: number | null, bucket: QueryBucket | undefined): Pick<QueryAnswer, "extensions"> {
  return { extensions: { cost: { requestedQueryCost, actualQueryCost, throttleStatus: bucket?.status() ?? UNTHROTTLED } } };
}
