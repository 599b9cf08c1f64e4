/** Heals everything that can be healed and lets time pass until nothing can run any more. */
import type { LoggedRequest } from "#sandbox/quickbooks/company/state.ts";
import type { OrderStory } from "../oracle/story.ts";
import { openAgain } from "../steps/bookkeeper-steps.ts";
import { handIn } from "../steps/app-steps.ts";
import { drainAll } from "./drain.ts";
import { observe } from "./observe.ts";
import { repositoriesOf } from "./repositories-of.ts";
import { connectionStatus, openIssues, storedOrders } from "./stored.ts";
import type { Tenant } from "./tenant.ts";
import type { Member, World } from "./world.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Retries come at the latest after 15 minutes, the latest commit after six hours, the latest webhook after a day. */
const BEFORE_SWEEP = [40 * SECOND, 16 * MINUTE, 7 * HOUR, 18 * HOUR, 16 * MINUTE];
const AFTER_SWEEP = [16 * MINUTE, 16 * MINUTE];

export async function comeToRest(world: World): Promise<void> {
  world.log.add("heal");
  world.crash = null;
  world.interruptIn = null;
  for (const member of world.members) await heal(world, member);
  await letPass(world, BEFORE_SWEEP);
  await sweep(world);
  await letPass(world, AFTER_SWEEP);
  // Where settings never changed, the last look of all (`judgeRest`) asks the same of every order.
  if (world.members.some(({ configurations }) => configurations > 1)) {
    await touch(world);
    await letPass(world, AFTER_SWEEP);
  }
  if (!(await askAgain(world))) return;
  await drainAll(world);
  world.time.advance(16 * MINUTE);
  await drainAll(world);
}

async function heal(world: World, member: Member): Promise<void> {
  const { tenant } = member;
  const company = world.simulators.quickbooks.company(tenant.realmId);
  observe(world);
  company.faults = [];
  openAgain(world, member);
  member.troubles = [];
  member.shopifyTroubles = [];
  world.simulators.shopify.setFaults(tenant.domain, []);
  world.simulators.quickbooks.setSwitches(tenant.realmId, { queryLagMs: 0 });
  if ((await connectionStatus(world, tenant)) !== "active" || !world.simulators.quickbooks.isConnected(tenant.realmId)) {
    if (!member.mayPark) world.findings.push({ invariant: "parked", detail: `shop ${tenant.name}: the connection was given up for no reason` });
    await tenant.connect();
    world.log.add(`${tenant.name}: reconnected`);
  }
}

async function letPass(world: World, pauses: readonly number[]): Promise<void> {
  for (const pause of pauses) {
    world.time.advance(pause);
    await deliverAll(world);
    await drainAll(world);
  }
}

/** Finds what no webhook told. An order the app had been told everything about, and that waits for nobody, must already be right: then the sweep makes nothing. */
async function sweep(world: World): Promise<void> {
  world.log.add("sweep");
  const everythingHeard = ({ changes, heard }: OrderStory, { configurations }: Member): boolean => heard.changes === changes && heard.configurations === configurations;
  await mustMakeNothing(world, everythingHeard, "only the sweep brought it into the books, though webhooks had told everything", async () => {
    for (const { tenant } of world.members) await world.process.sweep(tenant);
  });
}

/** Settings count from an order's next change on: every order changes once more. Where settings never changed, sweep and webhooks together have found everything. */
async function touch(world: World): Promise<void> {
  await mustMakeNothing(world, (_told, { configurations }) => configurations === 1, "neither webhooks nor the sweep brought it into the books", async () => {
    for (const { tenant, story } of world.members) await repositoriesOf(world, tenant).due.mark(story.orders.map(({ id }) => gid(id)), "webhook", world.time.now());
  });
}

/** Orders that wait for a person try again by themselves and are left out. */
async function mustMakeNothing(world: World, judged: (told: OrderStory, member: Member) => boolean, complaint: string, mark: () => Promise<void>): Promise<void> {
  const waiting = (await Promise.all(world.members.map(({ tenant }) => storedOrders(world, tenant)))).flat().filter(({ state }) => state === "attention");
  const before = new Map(world.members.map(({ tenant }) => [tenant.name, requestsOf(world, tenant).length]));
  await mark();
  await drainAll(world);
  for (const member of world.members) {
    const sent = requestsOf(world, member.tenant).slice(before.get(member.tenant.name));
    for (const { id, name } of member.story.orders.filter((told) => judged(told, member) && waiting.every(({ orderGid }) => orderGid !== gid(told.id)))) {
      const made = sent.filter(({ method, body }) => method === "POST" && JSON.stringify(body).includes(`/admin/orders/${id}`));
      if (made.some(({ status }) => status === 200)) world.findings.push({ invariant: "unheard", detail: `shop ${member.tenant.name}, order ${name}: ${complaint}` });
    }
  }
}

const requestsOf = ({ simulators }: World, { realmId }: Tenant): LoggedRequest[] => simulators.quickbooks.company(realmId).requests;

async function deliverAll(world: World): Promise<void> {
  for (const letter of world.post.take()) await handIn(world, letter, 1);
}

/** A refusal that was planned stops its order until a person asks again. */
async function askAgain(world: World): Promise<boolean> {
  let asked = false;
  for (const { tenant, story } of world.members) {
    for (const { orderGid, code } of await openIssues(world, tenant)) {
      if (code !== "rejected_by_quickbooks") continue;
      const told = story.orders.find(({ id }) => gid(id) === orderGid);
      for (const removal of told?.removals ?? []) removal.resynced = true;
      await repositoriesOf(world, tenant).due.mark([orderGid], "person", world.time.now());
      world.log.add(`${tenant.name}: resync ${told?.name ?? orderGid} after a refusal`);
      asked = true;
    }
  }
  return asked;
}

export const gid = (id: string): string => `gid://shopify/Order/${id}`;
