/** Fills a shop with a catalogue and sixty days of orders, the same for the same seed and the same end; the app hears nothing of it unless asked. */
import type { Temporal } from "temporal-polyfill";
import { toSeconds } from "../orders/instants.ts";
import { readOrderInput } from "../orders/read-order-input.ts";
import type { ShopifySimulator } from "../simulator.ts";
import type { OrderRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { sampleBuyers } from "./buyers.ts";
import { sampleCatalogue } from "./catalogue.ts";
import { liveOn } from "./live-on.ts";
import type { Random } from "../../chance/seeded-random.ts";
import { seededRandom } from "../../chance/seeded-random.ts";
import { sampleOrder } from "./sample-order.ts";

export type SeedOptions = {
  /** Where the history ends. */
  now: () => Temporal.Instant;
  orders?: number;
  seed?: number;
  /** Sends the webhooks of new orders; by default the history is silent, as the past of a shop that installs an app is. */
  announce?: boolean;
};

const DAYS = 60;
const DEFAULT_ORDERS = 120;
const MINUTES_PER_DAY = 24 * 60;

export function seedShop(simulator: Pick<ShopifySimulator, "writeHistory">, domain: string, { now, orders = DEFAULT_ORDERS, seed = 1, announce = false }: SeedOptions): void {
  simulator.writeHistory(domain, (state) => writeOrders(state, { count: orders, random: seededRandom(seed), end: now() }), { announce });
}

function writeOrders(state: ShopState, { count, random, end }: { count: number; random: Random; end: Temporal.Instant }): OrderRecord[] {
  state.products = sampleCatalogue(state.currency);
  const buyers = sampleBuyers(state);
  return momentsUntil(end, count, random).map((moment) => {
    const createdAt = toSeconds(moment);
    const sample = sampleOrder(state, random.pickFavourite(buyers), random, createdAt);
    const order = readOrderInput(state, sample.input, createdAt);
    state.orders.push(order);
    liveOn(state, order, sample, random, end);
    return order;
  });
}

/** Spread over the days, a little busier towards the end, in order; the last one a few minutes ago. */
function momentsUntil(end: Temporal.Instant, count: number, random: Random): Temporal.Instant[] {
  const minutesAgo = Array.from({ length: count }, (_, index) => (index === 0 ? random.between(4, 40) : Math.floor(random.next() ** 1.5 * DAYS * MINUTES_PER_DAY) + 45));
  return minutesAgo.sort((a, b) => b - a).map((minutes) => end.subtract({ minutes }));
}
