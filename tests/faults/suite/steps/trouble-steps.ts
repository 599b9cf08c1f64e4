/** Plans what goes wrong next: at QuickBooks, at Shopify, with the process, with the tokens. */
import type { FailpointName } from "#app/pipeline/failpoints.ts";
import { armFaults } from "#sandbox/quickbooks/api/planned-faults.ts";
import { meet } from "../faults/coverage.ts";
import { QUICKBOOKS_FAULTS, type QuickBooksFaultKind, type Target, TARGETS } from "../faults/quickbooks-faults.ts";
import { SHOPIFY_FAULTS, type ShopifyFaultKind } from "../faults/shopify-faults.ts";
import { SUITE_MODES } from "../oracle/story.ts";
import { someMember, type Step } from "./step.ts";

const CRASH_POINTS: readonly FailpointName[] = [
  "ledger.write:before", "ledger.write:after", "ledger.lookUp:before", "ledger.lookUp:after", "ledger.read:after", "ledger.createCustomer:after", "ledger.createItem:after", "bindings.bind:before",
  "postings.intend:after", "postings.markSent:after", "postings.markUnknown:before", "postings.settle:before", "postings.settle:after", "postings.observe:before", "orders.record:before",
  "orders.record:after", "due.finish:before", "due.finish:after",
];
const SHOPIFY_KINDS = Object.keys(SHOPIFY_FAULTS).filter((kind): kind is ShopifyFaultKind => kind in SHOPIFY_FAULTS);
const KINDS = Object.keys(QUICKBOOKS_FAULTS).filter((kind): kind is QuickBooksFaultKind => kind in QUICKBOOKS_FAULTS);

export const planQuickBooksFault: Step = (world) => {
  const { random, simulators, log } = world;
  const { tenant, troubles, story } = someMember(world);
  const kind = random.pick(KINDS);
  const { targets, plan } = QUICKBOOKS_FAULTS[kind];
  const makes = SUITE_MODES[story.config.mode];
  const unused = [...(makes.salesOrder ? [] : [TARGETS.estimates.on]), ...(makes.invoice ? [] : [TARGETS.invoices.on]), ...(makes.payment ? [] : [TARGETS.payments.on])];
  const { on } = random.pick(targets.filter((target: Target) => !unused.some((each) => each === target.on)));
  const [armed] = armFaults([{ on, nth: random.pickFavourite([1, 1, 2, 3, 4, 6]), times: random.pickFavourite([1, 1, 1, 2]), ...plan(random) }]);
  if (!armed) return false;
  const company = simulators.quickbooks.company(tenant.realmId);
  company.faults.push(armed);
  troubles.push({ kind, armed, since: company.requests.length, counted: 0 });
  log.add(`plan ${tenant.name} ${kind}`, armed.fault);
  return true;
};

export const planShopifyFault: Step = (world) => {
  const { random, simulators, log } = world;
  const { tenant, shopifyTroubles } = someMember(world);
  const kind = random.pick(SHOPIFY_KINDS);
  shopifyTroubles.push({ kind, plan: SHOPIFY_FAULTS[kind] });
  simulators.shopify.setFaults(tenant.domain, shopifyTroubles.map(({ plan }, index) => ({ on: "graphql", nth: index + 1, ...plan })));
  log.add(`plan ${tenant.name} ${kind}`);
  return true;
};

/** After so many points, or at a point of one's choice, which reaches the rarer ones as well. */
export const planCrash: Step = (world) => {
  const { random, log } = world;
  world.crash = random.chance(0.5) ? { after: random.chance(0.5) ? random.between(1, 12) : random.between(1, 60) } : { at: random.pick(CRASH_POINTS) };
  log.add("plan crash", world.crash);
  return true;
};

/** Something will happen in the shop while the app is at work. */
export const planInterrupt: Step = (world) => {
  world.interruptIn = world.random.between(1, 25);
  return true;
};

/** The next refresh of the company's token is answered to nobody. */
export const loseTokenAnswer: Step = (world) => {
  const { random, simulators, log, coverage } = world;
  if (world.reuseRevokes) return false;
  const member = someMember(world);
  const { tenant } = member;
  member.mayPark = true;
  const [armed] = armFaults([{ on: "POST /oauth2/v1/tokens/bearer", do: random.pick(["commitThenDrop", "dropBefore"]) }]);
  if (!armed) return false;
  simulators.quickbooks.company(tenant.realmId).faults.push(armed);
  meet(coverage, armed.fault.do === "dropBefore" ? "time-out before" : "time-out after", "tokens");
  log.add(`plan ${tenant.name} token answer ${armed.fault.do}`);
  return true;
};

/** A person disconnects the app inside QuickBooks; the merchant connects again later. */
export const revoke: Step = (world) => {
  const member = someMember(world);
  const { tenant } = member;
  member.mayPark = true;
  world.simulators.quickbooks.disconnect(tenant.realmId);
  meet(world.coverage, "revoked", "tokens");
  world.log.add(`${tenant.name}: disconnected in QuickBooks`);
  return true;
};

/** Web and worker need a new access token at the same moment: one of them refreshes, both get one that works. Where a token's answer was lost, or a person disconnected, the connection may end here. */
export const refreshTwice: Step = async (world) => {
  const { tenant, mayPark } = someMember(world);
  if (!world.simulators.quickbooks.isConnected(tenant.realmId)) return false;
  world.time.advance(55 * 60_000);
  const answers = await Promise.all([world.process.accessToken(tenant), world.process.accessToken(tenant)]);
  world.log.add(`${tenant.name}: two refreshers`);
  meet(world.coverage, "two refreshers", "tokens");
  for (const answer of answers) if (!mayPark && !answer.ok && answer.failure.kind === "needs_auth") world.findings.push({ invariant: "parked", detail: `shop ${tenant.name}: two refreshers ended the connection` });
  return true;
};
