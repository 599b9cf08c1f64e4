/** Which orders the list shows: a tab, words to look for, and one page of them, newest first. */
import { displayName } from "../orders/customers.ts";
import { financialStatus, fulfillmentStatus } from "../orders/order-status.ts";
import type { OrderRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";

export const TABS = [
  { key: "all", label: "All" },
  { key: "unfulfilled", label: "Unfulfilled" },
  { key: "unpaid", label: "Unpaid" },
  { key: "shipped", label: "Fulfilled" },
  { key: "refunded", label: "Refunded" },
  { key: "cancelled", label: "Canceled" },
] as const;
export type Tab = (typeof TABS)[number]["key"];

export type OrderFilter = { tab: Tab; words: string; page: number };
export type OrderPage = { orders: OrderRecord[]; total: number; page: number; pages: number };

const PAGE_SIZE = 25;
const UNPAID = ["PENDING", "AUTHORIZED", "PARTIALLY_PAID", "EXPIRED"];

const BELONGS: Record<Tab, (order: OrderRecord) => boolean> = {
  all: () => true,
  unfulfilled: (order) => order.cancelledAt === null && fulfillmentStatus(order) !== "FULFILLED",
  unpaid: (order) => order.cancelledAt === null && UNPAID.includes(financialStatus(order)),
  shipped: (order) => fulfillmentStatus(order) === "FULFILLED",
  refunded: (order) => financialStatus(order).endsWith("REFUNDED"),
  cancelled: (order) => order.cancelledAt !== null,
};

/** What is not understood is taken as not said. */
export function readFilter(query: URLSearchParams): OrderFilter {
  const tab = TABS.find(({ key }) => key === query.get("tab"))?.key ?? "all";
  const page = Number(query.get("page") ?? "1");
  return { tab, words: (query.get("q") ?? "").trim(), page: Number.isInteger(page) && page > 0 ? page : 1 };
}

export function filterQuery({ tab, words, page }: OrderFilter): string {
  const query = new URLSearchParams();
  if (tab !== "all") query.set("tab", tab);
  if (words !== "") query.set("q", words);
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** A page beyond the last is the last. */
export function filterOrders(shop: ShopState, { tab, words, page }: OrderFilter): OrderPage {
  const found = shop.orders.filter((order) => BELONGS[tab](order) && matches(order, shop, words.toLowerCase()));
  const sorted = found.sort((a, b) => compare(b, a));
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
  const shown = Math.min(page, pages);
  return { orders: sorted.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE), total: sorted.length, page: shown, pages };
}

function compare(a: OrderRecord, b: OrderRecord): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.number - b.number || Number(a.id) - Number(b.id);
}

function matches(order: OrderRecord, shop: ShopState, words: string): boolean {
  if (words === "") return true;
  const customer = shop.customers.find(({ id }) => id === order.customerId);
  const text = [order.name, order.email, customer && displayName(customer), ...order.tags, ...order.lines.flatMap(({ sku, title }) => [sku, title])];
  return text.some((part) => part?.toLowerCase().includes(words));
}
