/** Runs a bulk query at once over everything the shop holds and writes it as JSONL; must never page, price or throttle. */
import type { DocumentNode, GraphQLFieldResolver, GraphQLSchema } from "graphql";
import { defaultFieldResolver, execute, getNamedType, GraphQLError, parse, TypeInfo, validate, visit, visitWithTypeInfo } from "graphql";
import { z } from "zod";
import { MAX_PAGE } from "../graphql/connection.ts";
import { VALIDATION_RULES } from "../graphql/undefined-field-rule.ts";
import type { View } from "../graphql/views/view-context.ts";

export type BulkRun = { ok: true; jsonl: string; objects: number; rootObjects: number } | { ok: false; message: string };

/** https://shopify.dev/docs/api/usage/bulk-operations/queries */
const MOST_CONNECTIONS = 5;
const DEEPEST_CONNECTION = 2;

export function runBulkQuery(schema: GraphQLSchema, root: View, query: string): BulkRun {
  const document = documentOf(schema, query);
  if (typeof document === "string") return { ok: false, message: document };
  const result = execute({ schema, document, rootValue: root, fieldResolver: wholeConnections });
  if (result instanceof Promise) throw new Error("a view must answer at once");
  if (result.errors?.[0]) return { ok: false, message: result.errors[0].message };
  const rows: string[] = [];
  let rootObjects = 0;
  for (const value of Object.values(result.data ?? {})) {
    const nodes = nodesOf(value);
    rootObjects += nodes?.length ?? 0;
    for (const node of nodes ?? []) writeRows(node, null, rows);
  }
  return { ok: true, jsonl: rows.map((row) => `${row}\n`).join(""), objects: rows.length, rootObjects };
}

/** The document, or in words why it cannot be run in bulk. */
function documentOf(schema: GraphQLSchema, query: string): DocumentNode | string {
  try {
    const document = parse(query);
    return validate(schema, document, VALIDATION_RULES)[0]?.message ?? bulkProblem(schema, document) ?? document;
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
}

function bulkProblem(schema: GraphQLSchema, document: DocumentNode): string | undefined {
  const types = new TypeInfo(schema);
  let connections = 0;
  let depth = 0;
  let deepest = 0;
  let problem: string | undefined;
  const isConnection = (): boolean => getNamedType(types.getType())?.name.endsWith("Connection") ?? false;
  visit(document, visitWithTypeInfo(types, {
    OperationDefinition: ({ operation }) => {
      if (operation !== "query") problem = "Only queries are allowed";
    },
    Field: {
      enter: ({ name }) => {
        if (types.getParentType() === schema.getQueryType() && (name.value === "node" || name.value === "nodes")) problem = "Bulk queries cannot contain a top level node or nodes field";
        if (!isConnection()) return;
        connections += 1;
        depth += 1;
        deepest = Math.max(deepest, depth);
      },
      leave: () => {
        if (isConnection()) depth -= 1;
      },
    },
  }));
  if (problem !== undefined) return problem;
  if (connections === 0) return "Bulk queries must contain at least one connection";
  if (connections > MOST_CONNECTIONS) return `Bulk queries cannot contain more than ${MOST_CONNECTIONS} connections`;
  return deepest > DEEPEST_CONNECTION ? `Bulk queries cannot contain connections with a nesting depth greater than ${DEEPEST_CONNECTION}` : undefined;
}

const pageSchema = z.looseObject({ pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }), edges: z.array(z.unknown()), nodes: z.array(z.unknown()) });

/** A connection is asked for page after page and becomes one. */
const wholeConnections: GraphQLFieldResolver<unknown, unknown> = (source, args: Record<string, unknown>, context, info) => {
  if (!getNamedType(info.returnType).name.endsWith("Connection")) return defaultFieldResolver(source, args, context, info);
  const edges: unknown[] = [];
  const nodes: unknown[] = [];
  let after: string | null = null;
  for (;;) {
    const page = pageSchema.parse(defaultFieldResolver(source, { ...args, first: MAX_PAGE, after }, context, info));
    edges.push(...page.edges);
    nodes.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    if (after === null) return { ...page, edges, nodes };
  }
};

type Row = Record<string, unknown>;
const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

/** The nodes of what looks like a connection's answer, whether asked for by edges or by nodes. */
function nodesOf(value: unknown): Row[] | undefined {
  if (!isRow(value)) return undefined;
  if (Array.isArray(value["edges"])) return value["edges"].map((edge: unknown) => (isRow(edge) ? edge["node"] : undefined)).filter(isRow);
  return Array.isArray(value["nodes"]) ? value["nodes"].filter(isRow) : undefined;
}

function writeRows(node: Row, parentId: unknown, rows: string[]): void {
  const fields = Object.entries(node).map(([name, value]) => ({ name, value, nested: nodesOf(value) }));
  const own = Object.fromEntries(fields.filter(({ nested }) => !nested).map(({ name, value }) => [name, value]));
  rows.push(JSON.stringify(parentId === null ? own : { ...own, __parentId: parentId }));
  for (const { nested } of fields) for (const child of nested ?? []) writeRows(child, node["id"] ?? null, rows);
}
