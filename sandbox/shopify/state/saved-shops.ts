/** The simulator's memory on disk: one JSON file, replaced whole, readable by its owner only because it holds tokens. */
import { readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import type { Webhook } from "../webhooks/webhook-request.ts";
import type { OrderRecord } from "./order-record.ts";
import type { ShopState } from "./shop-state.ts";

export type SavedShop = { state: ShopState; undelivered: Webhook[] };
type FiledOrder = Omit<OrderRecord, "charges"> & Partial<Pick<OrderRecord, "charges">>;
type FiledShop = { state: Omit<ShopState, "deletedOrders" | "orders"> & Partial<Pick<ShopState, "deletedOrders">> & { orders: FiledOrder[] }; undelivered: Webhook[] };

const FORMAT = "tieout-simulated-shopify";
const VERSION = 1;
/** Of the log of webhooks only the latest are worth keeping. */
const DELIVERIES_KEPT = 1000;

/** Only what tells the file's kind is checked: what follows was written by this module. */
const savedFile = z.object({ format: z.literal(FORMAT), version: z.literal(VERSION), shops: z.array(z.custom<FiledShop>((shop) => typeof shop === "object" && shop !== null)) });

/** Atomic: a reader sees the old file or the new one. */
export async function saveShops(file: string, shops: readonly SavedShop[]): Promise<void> {
  const kept = shops.map(({ state, undelivered }) => ({ undelivered, state: { ...state, deliveries: state.deliveries.slice(-DELIVERIES_KEPT) } }));
  const draft = `${file}.${process.pid}.draft`;
  await writeFile(draft, JSON.stringify({ format: FORMAT, version: VERSION, shops: kept }), { mode: 0o600 });
  await rename(draft, file);
}

/** Undefined when there is no such file; throws for a file that is something else or of another version. */
export async function loadShops(file: string): Promise<SavedShop[] | undefined> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const parsed = savedFile.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`${file} was not saved by this version of the simulated Shopify; remove it to begin anew`);
  // Files of before orders could be deleted, or had duties and fees, have no such lists.
  return parsed.data.shops.map(({ state, undelivered }) => ({
    undelivered,
    state: { ...state, deletedOrders: state.deletedOrders ?? [], orders: state.orders.map((order) => ({ ...order, charges: order.charges ?? [] })) },
  }));
}
