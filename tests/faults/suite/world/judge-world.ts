/** Gathers what the oracle needs of a world at rest, and asks it. */
import { documentsInBooks } from "../oracle/documents-in-books.ts";
import type { Evidence, RecordedOrder, Violation } from "../oracle/evidence.ts";
import { judgeGivenBack } from "../oracle/judge-given-back.ts";
import { judgePace, judgeSecrets } from "../oracle/judge-requests.ts";
import { judgeProtocol } from "../oracle/judge-protocol.ts";
import { judgeTenant } from "../oracle/judge-tenant.ts";
import { gid } from "./come-to-rest.ts";
import { drainAll } from "./drain.ts";
import { repositoriesOf } from "./repositories-of.ts";
import { APP_SECRETS } from "./simulators.ts";
import { inboxOf, openIssues, storedOrders } from "./stored.ts";
import type { Member, World } from "./world.ts";

export async function judgeWorld(world: World): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const member of world.members) violations.push(...(world.givesBack ? judgeGivenBack : judgeTenant)(await evidenceOf(world, member)));
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

async function evidenceOf(world: World, { tenant, story }: Member): Promise<Evidence> {
  const { simulators } = world;
  const { realmId } = tenant;
  const [rows, waits, inbox] = await Promise.all([storedOrders(world, tenant), openIssues(world, tenant), inboxOf(world, tenant)]);
  const recorded = rows.map(({ orderGid, state, reason }): [string, RecordedOrder] => [
    idOf(orderGid),
    { state, reason, issues: waits.filter((each) => each.orderGid === orderGid).map(({ code }) => code) },
  ]);
  return {
    tenant: tenant.name, domain: tenant.domain, story, inbox,
    shop: tenant.shop(),
    company: simulators.quickbooks.company(realmId),
    documents: documentsInBooks((entity) => simulators.quickbooks.documents(realmId, entity)),
    recorded: new Map(recorded),
  };
}

const idOf = (orderGid: string): string => orderGid.replace(/^.*\//, "");

/** Everything once more: an order that is where it should be sends nothing. One that waits for a person may try again what was refused. */
async function judgeRest(world: World): Promise<Violation[]> {
  const before = new Map(world.members.map((member) => [member, world.simulators.quickbooks.company(member.tenant.realmId).requests.length]));
  for (const { tenant, story } of world.members) await repositoriesOf(world, tenant).due.mark(story.orders.map(({ id }) => gid(id)), "webhook", world.time.now());
  world.log.add("once more");
  await drainAll(world);
  const violations: Violation[] = [];
  for (const [member, seen] of before) {
    const sent = world.simulators.quickbooks.company(member.tenant.realmId).requests.slice(seen).filter(({ method }) => method === "POST");
    if (sent.length === 0) continue;
    const waiting = new Set((await storedOrders(world, member.tenant)).filter(({ state }) => state === "attention").map(({ orderGid }) => idOf(orderGid)));
    for (const { method, path, body } of sent) {
      const orderId = /\/admin\/orders\/(\d+)/.exec(JSON.stringify(body))?.[1];
      if (orderId === undefined || !waiting.has(orderId)) violations.push({ invariant: "restless", detail: `shop ${member.tenant.name}: ${method} ${path} though nothing has changed` });
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
