/** Gathers what the oracle needs of a world at rest, and asks it. */
import { documentsInBooks } from "../oracle/documents-in-books.ts";
import type { Evidence, RecordedOrder, Violation } from "../oracle/evidence.ts";
import { judgePace, judgeSecrets } from "../oracle/judge-requests.ts";
import { judgeProtocol } from "../oracle/judge-protocol.ts";
import { judgeTenant } from "../oracle/judge-tenant.ts";
import { gid } from "./come-to-rest.ts";
import { drainAll } from "./drain.ts";
import { repositoriesOf } from "./repositories-of.ts";
import { APP_SECRETS } from "./simulators.ts";
import type { Member, World } from "./world.ts";

export async function judgeWorld(world: World): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const member of world.members) violations.push(...judgeTenant(await evidenceOf(world, member)));
  violations.push(...(await judgeRest(world)));
  for (const { tenant } of world.members) {
    const requests = world.simulators.quickbooks.requests(tenant.realmId);
    violations.push(...judgePace(tenant.name, requests), ...judgeProtocol(tenant.name, requests));
  }
  const log = world.capture.text();
  violations.push(...judgeErrors(log), ...world.findings);
  violations.push(...judgeSecrets(log, [...world.simulators.tokens, ...APP_SECRETS]));
  return violations;
}

async function evidenceOf({ prisma, simulators }: World, { tenant, story }: Member): Promise<Evidence> {
  const { shopId, realmId } = tenant;
  const [rows, waits, inbox] = await Promise.all([
    prisma.order.findMany({ where: { shopId }, select: { orderGid: true, state: true, reason: true } }),
    prisma.issueOrder.findMany({ where: { shopId, issue: { state: "open" } }, select: { orderGid: true, issue: { select: { code: true } } } }),
    prisma.inboxEvent.findMany({ where: { shopId }, select: { topic: true, disposition: true } }),
  ]);
  const recorded = rows.map(({ orderGid, state, reason }): [string, RecordedOrder] => [
    orderGid.replace(/^.*\//, ""),
    { state, reason, issues: waits.filter((each) => each.orderGid === orderGid).map(({ issue }) => issue.code) },
  ]);
  return {
    tenant: tenant.name, domain: tenant.domain, story, inbox,
    shop: tenant.shop(),
    company: simulators.quickbooks.company(realmId),
    documents: documentsInBooks((entity) => simulators.quickbooks.documents(realmId, entity)),
    recorded: new Map(recorded),
  };
}

/** Everything once more: an order that is where it should be sends nothing. One that waits for a person may try again what was refused. */
async function judgeRest(world: World): Promise<Violation[]> {
  const before = new Map(world.members.map((member) => [member, world.simulators.quickbooks.company(member.tenant.realmId).requests.length]));
  for (const { tenant, story } of world.members) await repositoriesOf(world, tenant).due.mark(story.orders.map(({ id }) => gid(id)), "webhook", world.time.now());
  world.log.add("once more");
  await drainAll(world);
  const violations: Violation[] = [];
  for (const [member, seen] of before) {
    const { recorded } = await evidenceOf(world, member);
    for (const { method, path, body } of world.simulators.quickbooks.company(member.tenant.realmId).requests.slice(seen)) {
      const orderId = /\/admin\/orders\/(\d+)/.exec(JSON.stringify(body))?.[1];
      const waits = orderId !== undefined && recorded.get(orderId)?.state === "attention";
      if (method === "POST" && !waits) violations.push({ invariant: "restless", detail: `shop ${member.tenant.name}: ${method} ${path} though nothing has changed` });
    }
  }
  return violations;
}

/** An error nobody planned stops an order "to protect the books"; here it is a mistake of ours. A process that was killed fails everywhere on purpose. */
function judgeErrors(log: string): Violation[] {
  return log
    .split("\n")
    .filter((line) => line.includes('"level":"error"') && !line.includes('"type":"Crash"'))
    .map((line) => ({ invariant: "error", detail: line.slice(0, 600) }));
}
