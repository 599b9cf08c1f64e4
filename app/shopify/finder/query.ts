/** What is asked of Shopify to find orders, and nothing more. Validated against Shopify's own schema by tests/contracts/shopify-documents.test.ts. */

/** Shopify's maximum; two and a half dozen points of the thousand a query may ask for. */
const ORDERS_PER_PAGE = 250;

/** The search names no status: cancelled and archived orders are found, too. */
export const FIND_ORDERS = `
query FindOrders($query: String!, $after: String) {
  orders(first: ${ORDERS_PER_PAGE}, after: $after, query: $query, sortKey: CREATED_AT) { pageInfo { hasNextPage endCursor } nodes { id name createdAt } }
}`;

export const NAME_FORMAT = `query NameFormat { shop { orderNumberFormatPrefix orderNumberFormatSuffix } }`;

export const GRANTED_SCOPES = `query GrantedScopes { currentAppInstallation { accessScopes { handle } } }`;

export const START_HISTORY = `
mutation StartHistory($query: String!) { bulkOperationRunQuery(query: $query) { bulkOperation { id } userErrors { code message } } }`;

export const STOP_HISTORY = `
mutation StopHistory($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { id status } userErrors { message } } }`;

export const HISTORY = `
query History($id: ID!) { bulkOperation(id: $id) { status errorCode objectCount url } }`;

/** The document Shopify runs by itself: no variables, no page sizes, hence the search as text within. */
export const historyDocument = (search: string): string =>
  `{ orders(query: ${JSON.stringify(search)}, sortKey: CREATED_AT) { edges { node { id name createdAt } } } }`;
