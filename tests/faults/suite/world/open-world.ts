/** Opens the world of a seed on a database: simulators, shops with their companies, and the app between them. */
import { withFailpoints } from "#app/pipeline/with-failpoints.ts";
import type { TestDatabase } from "#app/database/testing.ts";
import { CATALOGUE } from "./catalogue.ts";
import { type Random, seededRandom } from "#sandbox/chance/seeded-random.ts";
import type { Coverage } from "../faults/coverage.ts";
import { OWN_ACCOUNTS } from "../oracle/worth.ts";
import { interrupt } from "../steps/interrupt.ts";
import { startProcess } from "./app-process.ts";
import { drawConfig, GIVING_BACK } from "./config.ts";
import { configure } from "./configure.ts";
import { mortality } from "./crash.ts";
import { eventLog } from "./event-log.ts";
import { captureLog } from "./log-capture.ts";
import { openPostOffice } from "./post-office.ts";
import { startSimulators } from "./simulators.ts";
import { openTenant } from "./tenant.ts";
import { virtualTime } from "./virtual-time.ts";
import type { Member, World } from "./world.ts";

export async function openWorld(seed: number, database: TestDatabase, coverage: Coverage): Promise<World> {
  const random = seededRandom(seed);
  const time = virtualTime();
  const capture = captureLog();
  const simulators = await startSimulators(time);
  const { prisma } = database;
  const parts = {
    prisma, simulators, time,
    databaseUrl: database.url,
    log: capture,
    latency: () => random.between(3, 60),
  } satisfies Omit<Parameters<typeof startProcess>[0], "around">;
  const start = (): World["process"] => {
    const hit = mortality(() => world);
    return startProcess({ ...parts, around: (context) => withFailpoints(context, hit) });
  };
  const world: World = {
    seed, random, time, capture, prisma, simulators, coverage,
    log: eventLog(time),
    post: openPostOffice({ prisma, time, log: capture, simulators }),
    members: [],
    process: start(),
    restart: () => {
      world.process = start();
    },
    crash: null,
    interruptIn: null,
    interrupt: () => interrupt(world),
    findings: [],
    reuseRevokes: random.chance(0.4),
    givesBack: random.chance(0.3),
  };
  simulators.quickbooks.setOAuthSwitches({ reuseRevokes: world.reuseRevokes, rotation: random.pick(["always", "daily"]) });
  const shops = random.pickFavourite([1, 1, 1, 1, 2, 3]);
  for (const name of ["a", "b", "c"].slice(0, shops)) world.members.push(await openMember(world, name));
  return world;
}

async function openMember(world: World, name: string): Promise<Member> {
  const { seed, random, prisma, simulators, time, givesBack } = world;
  const autoApplies = !givesBack && random.chance(0.2);
  const tenant = await openTenant({ seed, name, prisma, simulators, time, company: { ...companyOf(random, autoApplies, name), ...(givesBack && { accounts: [], items: [] }) } });
  tenant.shop().products.push(...CATALOGUE);
  const config = givesBack ? GIVING_BACK : drawConfig(random);
  const member: Member = { tenant, autoApplies, troubles: [], shopifyTroubles: [], shopifyStruck: 0, seen: 0, banked: [], closedBooks: false, edited: false, configurations: 0, mayPark: false, refusals: 0, story: { config, orders: [], handMade: new Set(), memos: new Map() } };
  await configure(world, member, config);
  return member;
}

/** What public material leaves open is thrown anew for every company. */
function companyOf(random: Random, autoApplies: boolean, shop: string): object {
  return {
    accounts: Object.values(OWN_ACCOUNTS).map((Name) => ({ Name, AccountType: "Income", AccountSubType: "SalesOfProductIncome" })),
    items: Object.entries(OWN_ACCOUNTS).map(([Sku, account]) => ({ Name: Sku, Sku, Type: "NonInventory", IncomeAccountRef: { name: account } })),
    // A vendor has a buyer's name already, and QuickBooks gives a name only once (6240).
    vendors: random.chance(0.2) ? [{ DisplayName: `Ada Of ${shop}` }] : [],
    preferences: { "SalesFormsPrefs.AutoApplyCredit": autoApplies, "SalesFormsPrefs.AutoApplyPayments": autoApplies && random.chance(0.5) },
    switches: {
      linkClosesEstimate: random.chance(0.7),
      retryAfterSeconds: random.chance(0.5) ? random.between(1, 90) : null,
      depositedAllowsApplying: random.chance(0.4),
      closedPeriodAllowsApplying: random.chance(0.5),
      queryLagMs: random.chance(0.3) ? random.between(100, 30_000) : 0,
      requestIds: random.pickFavourite(["remember", "forget", "ignore"] as const),
    },
  };
}
