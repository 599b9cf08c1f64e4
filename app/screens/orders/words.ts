/** Every word of the list of orders. */

export const ORDERS_WORDS = {
  title: "Orders",
  filters: "Orders by state",
  search: "Search by order number",
  searchPlaceholder: "Order number, such as 1001",
  searchButton: "Search",
  clear: "Clear search",
  columns: { order: "Order", placed: "Placed", status: "Shopify status", total: "Total", state: "In QuickBooks", documents: "Documents" },
  noDocuments: "No documents",
  checking: "Checking…",
  pages: "Pages",
  newer: "Newer orders",
  older: "Older orders",
  unread: "Not known",
  unreadName: (number: string) => `Order ${number}`,
  waiting: (orders: string) => `${orders} on the way; this list updates by itself.`,
} as const;

/** Why the list is empty, and what follows from it. */
export const EMPTY_WORDS = {
  all: { title: "No orders yet", sentence: "Orders appear here by themselves, a moment after they were placed or changed in Shopify." },
  notConnected: { title: "No orders yet", sentence: "Orders are read once QuickBooks is connected. Those that came in before are waiting and lose nothing." },
  "needs-you": { title: "Nothing needs you", sentence: "No order waits for an answer from you." },
  waiting: { title: "Nothing is waiting", sentence: "Every order has reached QuickBooks or needs nothing." },
  "not-synced": { title: "Nothing was left out", sentence: "Orders that your rules or settings leave out are listed here, with the reason." },
  "up-to-date": { title: "No order is up to date yet", sentence: "Orders whose documents are all in QuickBooks are listed here." },
  underWay: { title: "On the way", sentence: "New orders are listed here once they have been read." },
  search: { title: "No such order", sentence: "No order with this number in this list. Search in “All”, or check the number." },
} as const;
