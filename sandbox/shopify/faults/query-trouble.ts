/** What can go wrong inside a query that is answered with 200: no points left, or an answer of which a part is missing. */
import type { GraphQLFieldResolver } from "graphql";
import { GraphQLError, defaultFieldResolver } from "graphql";
import type { QueryBucket } from "../graphql/query-bucket.ts";
import type { ShopifyFault } from "./planned-faults.ts";

/** Put in the place of a shop's own bucket and of the default way to read a field. */
export type QueryTrouble = { bucket?: QueryBucket; fieldResolver?: GraphQLFieldResolver<unknown, unknown> };

/** Roots that answer one node. */
const ONE_NODE = ["order", "node"];
const DEFAULT_FIELD = "customer";

export function troubleOf(fault: ShopifyFault, restoreRate: number): QueryTrouble {
  if (fault.do === "throttled") return { bucket: emptyBucket(restoreRate) };
  return { fieldResolver: fault.part === "node" ? withoutNode(fault.index ?? 0) : withoutField(fault.field ?? DEFAULT_FIELD) };
}

/** One point short of what the query asks for, so that a patient client does not wait long. */
function emptyBucket(restoreRate: number): QueryBucket {
  let asked = 0;
  return {
    take: (points) => {
      asked = points;
      return false;
    },
    giveBack: () => undefined,
    status: () => ({ maximumAvailable: 2000, currentlyAvailable: Math.max(0, asked - 1), restoreRate }),
  };
}

function withoutField(field: string): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) => {
    if (info.parentType.name === "Order" && info.fieldName === field) throw denied(field);
    return defaultFieldResolver(source, args, context, info);
  };
}

function withoutNode(index: number): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) => {
    const isRoot = info.parentType.name === "QueryRoot";
    if (isRoot && ONE_NODE.includes(info.fieldName)) throw internal();
    const value = defaultFieldResolver(source, args, context, info);
    if (!isRoot || info.fieldName !== "nodes" || !Array.isArray(value)) return value;
    return value.map((node: unknown, place) => (place === index % value.length ? internal() : node));
  };
}

function denied(field: string): GraphQLError {
  return new GraphQLError(`Access denied for ${field} field.`, { extensions: { code: "ACCESS_DENIED", documentation: "https://shopify.dev/api/usage/access-scopes" } });
}

function internal(): GraphQLError {
  return new GraphQLError("Internal error. Looks like something went wrong on our end.", { extensions: { code: "INTERNAL_SERVER_ERROR" } });
}
