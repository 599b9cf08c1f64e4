/** Relay connections with real cursors over a list that is already in memory. */
import { GraphQLError } from "graphql";

/** "Arrays ≤250" (design page 06, search and paging). */
export const MAX_PAGE = 250;

export type PageArguments = { first?: number | null; after?: string | null; reverse?: boolean | null };

type Connection<Node> = {
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  nodes: Node[];
  edges: { cursor: string; node: Node }[];
};

/**
 * The page after a cursor. A cursor names the item it was made of, so a page stays right when items are added in front.
 * Throws GraphQLError for a missing or too large `first` and for a cursor that was never handed out.
 */
export function connectionOf<Item, Node>(
  items: readonly Item[],
  page: PageArguments,
  { cursorOf, toNode }: { cursorOf: (item: Item) => string; toNode: (item: Item) => Node },
): Connection<Node> {
  const ordered = page.reverse ? [...items].reverse() : [...items];
  const start = page.after ? indexAfter(ordered.map(cursorOf), page.after) : 0;
  const chosen = ordered.slice(start, start + pageSize(page.first));
  const edges = chosen.map((item) => ({ cursor: cursorOf(item), node: toNode(item) }));
  return {
    pageInfo: {
      hasNextPage: start + chosen.length < ordered.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    nodes: edges.map(({ node }) => node),
    edges,
  };
}

/** Opaque to clients, shaped like Shopify's own. */
export function encodeCursor(id: string, value: string): string {
  return Buffer.from(JSON.stringify({ last_id: id, last_value: value })).toString("base64");
}

export function pageSize(first: number | null | undefined): number {
  if (first === null || first === undefined) throw badRequest("you must provide one of first or last");
  if (first < 0 || first > MAX_PAGE) throw badRequest(`first must be between 0 and ${MAX_PAGE}`);
  return first;
}

export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } });
}

function indexAfter(cursors: readonly string[], after: string): number {
  const index = cursors.indexOf(after);
  if (index < 0) throw badRequest(`Invalid cursor for current pagination sort.`);
  return index + 1;
}
