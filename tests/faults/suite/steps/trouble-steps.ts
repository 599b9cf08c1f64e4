/** Plans what goes wrong next: at QuickBooks, at Shopify, with the process, with the tokens. */
import type { FailpointName } from "#app/pipeline/failpoints.ts";
import { armFaults } from "#sandbox/quickbooks/api/planned-faults.ts";
import { meet } from "../faults/coverage.ts";
import type { PipelineStep } from "../faults/pipeline-step.ts";
import { type AimedStep, GIVEN_BACK, GIVEN_BACK_TARGETS, type GivenBack, QUICKBOOKS_FAULTS, type QuickBooksFaultKind, type Target, TARGETS } from "../faults/quickbooks-faults.ts";
import { SHOPIFY_FAULTS, type ShopifyFaultKind } from "../faults/shopify-faults.ts";
import { type Entity, SUITE_MODES } from "../oracle/story.ts";
import type { Member, World } from "../world/world.ts";
import { giveBack } from "./give-back.ts";
import { provokeChange } from "./provoke-change.ts";
import { someMember, type Step } from "./step.ts";

const CRASH_POINTS: readonly FailpointName[] = [
  "ledger.write:before", "ledger.write:after", "ledger.lookUp:before", "ledger.lookUp:after", "ledger.read:after", "ledger.createCustomer:after", "ledger.createItem:after", "bindings.bind:before",
  "postings.intend:after", "postings.markSent:after", "postings.markUnknown:before", "postings.settle:before", "postings.settle:after", "postings.observe:before", "orders.record:before",
  "orders.record:after", "due.finish:before", "due.finish:after",
];
const SHOPIFY_KINDS = Object.keys(SHOPIFY_FAULTS).filter((kind): kind is ShopifyFaultKind => kind in SHOPIFY_FAULTS);
const KINDS = Object.keys(QUICKBOOKS_FAULTS).filter((kind): kind is QuickBooksFaultKind => kind in QUICKBOOKS_FAULTS);

/** Aimed at a step of the pipeline first, so that the rarer steps meet as much as the others. */
export const planQuickBooksFault: Step = async (world) => {
  const { random } = world;
  const member = someMember(world);
  const kind = random.pick(KINDS);
  const { steps, plan } = QUICKBOOKS_FAULTS[kind];
  const step = random.pick<AimedStep>(steps);
  const targets = [...targetsOf(member, step, kind), ...(world.givesBack ? (GIVEN_BACK_TARGETS[step] ?? []) : [])];
  if (targets.length === 0) return false;
  const target = random.pick(targets);
  const isRare = step === "look-up" || step === "change";
  if (step === "look-up") loseAnswerOf(world, member, target);
  if (step === "change" && target.of && !isGivenBack(target.of)) await provokeChange(world, member, target.of);
  if (target.of && isGivenBack(target.of)) await giveBack(world);
  return armTrouble(world, member, kind, { ...aim(target), nth: isRare ? 1 : random.pickFavourite([1, 1, 2, 3, 4]), times: random.pickFavourite([1, 1, 1, 2]), ...plan(random) });
};

/** For the next document by which something comes back: its create, or the look-up that follows a lost answer. */
export const planTroubleGivingBack: Step = (world) => {
  const { random } = world;
  const member = someMember(world);
  const kind = random.pick(KINDS);
  const { plan, steps } = QUICKBOOKS_FAULTS[kind];
  const of = random.pick(GIVEN_BACK);
  const isLookedFor = steps.some((step) => step === "look-up") && random.chance(0.3);
  const target: Target = isLookedFor ? { on: "GET /query", holds: `FROM ${of}`, of } : { on: `POST /${of.toLowerCase()}`, of };
  if (isLookedFor) loseAnswerOf(world, member, target);
  return armTrouble(world, member, kind, { ...aim(target), nth: 1, times: random.pickFavourite([1, 1, 2]), ...plan(random) });
};

/** What this company gets no documents of has no requests either. */
function targetsOf({ story }: Member, step: AimedStep, kind: QuickBooksFaultKind): readonly Target[] {
  const { salesOrder, invoice, payment } = SUITE_MODES[story.config.mode];
  const made: Record<Entity, boolean> = { Estimate: salesOrder, Invoice: invoice, Payment: payment };
  const writesOnly = "writesOnly" in QUICKBOOKS_FAULTS[kind];
  return TARGETS[step].filter(({ on, of }) => (of === undefined || (!isGivenBack(of) && made[of])) && !(writesOnly && on.startsWith("GET ")));
}

const isGivenBack = (of: Entity | GivenBack): of is GivenBack => GIVEN_BACK.some((each) => each === of);

const aim = ({ on, holds }: Target): Target => ({ on, ...(holds === undefined ? {} : { holds }) });

/** Documents are looked for only where the answer to a create was lost. */
function loseAnswerOf(world: World, member: Member, { of = "Invoice" }: Target): void {
  const lost = world.random.pick<QuickBooksFaultKind>(["time-out after", "time-out before", "502"]);
  armTrouble(world, member, lost, { on: `POST /${of.toLowerCase()}`, ...QUICKBOOKS_FAULTS[lost].plan(world.random) });
}

function armTrouble({ simulators, log }: World, { tenant, troubles }: Member, kind: string, plan: object, step: PipelineStep | null = null): boolean {
  const [armed] = armFaults([plan]);
  if (!armed) return false;
  const company = simulators.quickbooks.company(tenant.realmId);
  company.faults.push(armed);
  troubles.push({ kind, armed, step, since: company.requests.length, counted: 0 });
  log.add(`plan ${tenant.name} ${kind}`, armed.fault);
  return true;
}

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
  const at = random.pick(CRASH_POINTS);
  if (random.chance(0.5)) world.crash = { after: random.chance(0.5) ? random.between(1, 12) : random.between(1, 60) };
  else world.crash = { at };
  if (world.crash !== null && "at" in world.crash && at.startsWith("ledger.lookUp")) {
    const member = someMember(world);
    const targets = targetsOf(member, "look-up", "500");
    if (targets.length > 0) loseAnswerOf(world, member, random.pick(targets));
  }
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
  if (world.reuseRevokes) return false;
  const member = someMember(world);
  member.mayPark = true;
  const kind = world.random.pick<QuickBooksFaultKind>(["time-out after", "time-out before"]);
  // Old enough that the next call asks for a new one.
  world.time.advance(55 * 60_000);
  return armTrouble(world, member, kind, { on: "POST /oauth2/v1/tokens/bearer", ...QUICKBOOKS_FAULTS[kind].plan(world.random) }, "tokens");
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
