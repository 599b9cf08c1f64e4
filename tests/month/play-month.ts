/** Plays a month of mixed orders through the real app, in one process and on a clock of its own: every evening the webhooks of the day arrive and the app works. */
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import { ORDER_STATUSES } from "#app/domain/order/status.ts";
import type { TestDatabase } from "#app/database/testing.ts";
import { seededRandom } from "#sandbox/chance/seeded-random.ts";
import type { CompanyState } from "#sandbox/quickbooks/company/state.ts";
import type { ShopState } from "#sandbox/shopify/state/shop-state.ts";
import { type AppProcess, startProcess } from "../faults/suite/world/app-process.ts";
import { captureLog } from "../faults/suite/world/log-capture.ts";
import { openPostOffice, type PostOffice } from "../faults/suite/world/post-office.ts";
import { startSimulators } from "../faults/suite/world/simulators.ts";
import { openIssues, type StoredOrder, storedOrders } from "../faults/suite/world/stored.ts";
import { openTenant, type Tenant } from "../faults/suite/world/tenant.ts";
import { type VirtualTime, virtualTime } from "../faults/suite/world/virtual-time.ts";
import { UNLESS_SHIPPED } from "../goldens/story.ts";
import { act } from "./act.ts";
import { drawLife, type PlannedAct } from "./draw-life.ts";
import { drawOrder } from "./draw-order.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Orders are placed in the first weeks, so that most of their lives fit in. */
const DAYS_OF_ORDERS = 25;
/** The longest life: eight acts, four days apart. */
const DAYS = DAYS_OF_ORDERS + 32;

export type PlayedMonth = {
  shop: ShopState;
  company: CompanyState;
  /** What was done to each order, by its name. */
  lives: ReadonlyMap<string, string[]>;
  recorded: (StoredOrder & { issues: string[] })[];
  log: string;
  /** HTTP calls of the app to QuickBooks. */
  calls: number;
};

type LiveOrder = { id: string; acts: PlannedAct[]; next: number };
type Scene = { tenant: Tenant; time: VirtualTime; post: PostOffice; process: AppProcess };

export async function playMonth(database: TestDatabase, { orders, seed }: { orders: number; seed: number }): Promise<PlayedMonth> {
  const random = seededRandom(seed);
  const time = virtualTime();
  const capture = captureLog();
  const simulators = await startSimulators(time);
  try {
    const { prisma } = database;
    const tenant = await openTenant({ seed, name: "m", prisma, simulators, time, company: {} });
    await tenant.configuration.saveSettings({ ...DEFAULT_SETTINGS, statuses: [...ORDER_STATUSES] }, time.now());
    await tenant.configuration.publishRules([UNLESS_SHIPPED], time.now());
    const process = startProcess({ prisma, databaseUrl: database.url, simulators, time, log: capture, latency: () => 5, around: (context) => context });
    const scene: Scene = { tenant, time, process, post: openPostOffice({ prisma, time, log: capture, simulators }) };
    const { shopify } = simulators;
    const lives = new Map<string, string[]>();
    const live: LiveOrder[] = [];
    const month = { random, customers: Math.max(2, Math.ceil(orders / 3)) };
    const placedOn = Array.from({ length: orders }, () => random.between(0, DAYS_OF_ORDERS - 1)).sort((a, b) => a - b);
    for (let day = 0; day < DAYS; day += 1) {
      const evening = time.ms() + DAY;
      for (const order of live.filter(({ acts, next }) => acts.length > 0 && next <= day)) {
        const planned = order.acts.shift();
        const record = tenant.shop().orders.find(({ id }) => id === order.id);
        if (!planned || !record) continue;
        order.next = day + (order.acts[0]?.days ?? 0);
        if (act({ shopify, domain: tenant.domain, order: record, random }, planned.act)) lives.get(record.name)?.push(planned.act);
        time.advance(MINUTE);
      }
      for (const number of placedOn.flatMap((placed, index) => (placed === day ? [index] : []))) {
        const { id, name, financialStatus } = shopify.createOrder(tenant.domain, drawOrder(month, 2_000 + number));
        const acts = drawLife(random);
        live.push({ id, acts, next: day + (acts[0]?.days ?? 0) });
        lives.set(name, [financialStatus.toLowerCase()]);
        time.advance(MINUTE);
      }
      await work(scene);
      time.advance(evening - time.ms());
    }
    // What waits is tried again within a quarter of an hour.
    for (let round = 0; round < 3; round += 1) {
      time.advance(16 * MINUTE);
      await work(scene);
    }
    const issues = await openIssues(database, tenant);
    const recorded = (await storedOrders(database, tenant)).map((order) => ({ ...order, issues: issues.filter(({ orderGid }) => orderGid === order.orderGid).map(({ code }) => code) }));
    const company = simulators.quickbooks.company(tenant.realmId);
    return { shop: tenant.shop(), company, lives, recorded, log: capture.text(), calls: company.requests.length };
  } finally {
    await simulators.close();
  }
}

async function work({ tenant, post, process }: Scene): Promise<void> {
  post.collect(tenant.domain, 0, () => false);
  for (const { webhook } of post.take()) await post.deliver(webhook);
  await process.drain(tenant);
}
