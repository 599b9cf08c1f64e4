/** All that the simulated Shopify knows of one shop: plain serialisable data, so that it can be written to disk and read back. */
import type { BulkOperationRecord } from "../bulk/bulk-operation.ts";
import type { OrderRecord } from "./order-record.ts";

export type CustomerRecord = {
  id: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  taxExempt: boolean;
  tags: string[];
};

/** An article of the shop's catalogue; orders of articles that are not in it are fine too. */
export type ProductRecord = {
  sku: string;
  title: string;
  vendor: string;
  productType: string;
  /** In shop currency. */
  price: string;
  unitCost: string | null;
  taxable: boolean;
  giftCard: boolean;
};

/** One access token with the refresh token that was handed out beside it. */
export type TokenPair = {
  accessToken: string;
  accessExpiresAt: string;
  refreshToken: string;
  refreshExpiresAt: string;
  /** The refresh token this pair replaced; that one stays usable until this pair is used. */
  replaces: string | null;
  used: boolean;
};

export type DeliveryLogEntry = {
  topic: string;
  orderName: string | null;
  webhookId: string;
  /** HTTP status, "lost" for a delivery the policy swallowed, "failed" when there was no answer. */
  status: number | "lost" | "failed";
  /** 1 for the first try of a delivery. */
  attempt: number;
};

export type ShopSettings = {
  domain: string;
  name: string;
  currency: string;
  timeZone: string;
  country: string;
  taxesIncluded: boolean;
  /** The app was not granted `read_all_orders`: it sees the orders of the last 60 days only. */
  recentOrdersOnly?: boolean;
  /** What stands around an order's number in its name; `#` and nothing where none is said. */
  orderNumberFormat?: { prefix: string; suffix: string };
};

export type ShopState = ShopSettings & {
  id: string;
  installed: boolean;
  /** Points given back to the query bucket per second; depends on the shop's plan. */
  restoreRate: number;
  nextId: number;
  nextOrderNumber: number;
  orders: OrderRecord[];
  /** Gone from everything an app can read; kept for whoever tells a story about them. */
  deletedOrders: OrderRecord[];
  customers: CustomerRecord[];
  products: ProductRecord[];
  /** Product ids by SKU (by title where there is none): the same article keeps its ids over all orders. */
  catalogue: Record<string, { productId: string; variantId: string; inventoryItemId: string }>;
  tokens: TokenPair[];
  graphqlCalls: number;
  deliveries: DeliveryLogEntry[];
  /** Oldest first; files of before there were any have no such list. */
  bulkOperations?: BulkOperationRecord[];
};

/** `index` keeps the ids of several shops of one simulator apart. */
export function newShopState(settings: ShopSettings & { restoreRate: number }, index: number): ShopState {
  const firstId = 6_000_000_000_000 + index * 1_000_000_000;
  return {
    ...settings,
    id: String(firstId),
    installed: true,
    nextId: firstId + 1,
    nextOrderNumber: 1001,
    orders: [],
    deletedOrders: [],
    customers: [],
    products: [],
    catalogue: {},
    tokens: [],
    graphqlCalls: 0,
    deliveries: [],
  };
}

/** A fresh numeric id, unique within the simulator. */
export function takeId(shop: ShopState): string {
  const id = shop.nextId;
  shop.nextId += 1;
  return String(id);
}
