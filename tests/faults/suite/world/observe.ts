/** Writes down what a step changed: new requests into the event log, faults that struck, and what each order is worth and asks for now. */
import type { LoggedRequest } from "#sandbox/quickbooks/company/state.ts";
import { meet } from "../faults/coverage.ts";
import { GIVEN_BACK } from "../faults/quickbooks-faults.ts";
import { type PipelineStep, stepOfRequest } from "../faults/pipeline-step.ts";
import { waitsFor } from "#sandbox/quickbooks/api/planned-faults.ts";
import { orderFacts } from "../oracle/order-facts.ts";
import { isEligible, wantedOf } from "../oracle/wishes.ts";
import { worthOf } from "../oracle/worth.ts";
import type { Member, World } from "./world.ts";

export function observe(world: World): void {
  for (const member of world.members) {
    observeRequests(world, member);
    observeShopify(world, member);
    observeOrders(member);
  }
}

function observeRequests(world: World, member: Member): void {
  const { tenant, troubles } = member;
  const { requests } = world.simulators.quickbooks.company(tenant.realmId);
  for (const request of requests.slice(member.seen)) {
    const { method, path, query, status } = request;
    const what = query["query"] ?? query["requestid"] ?? "";
    world.log.add(`QB ${tenant.name} ${method} ${path} ${status || "dropped"}`, method === "GET" ? what : { key: what, body: request.body });
  }
  for (const request of requests.slice(member.seen)) {
    const code = /"code":"(6140|6240|5010|6210|610|6540|620)"/.exec(JSON.stringify(request.response))?.[1];
    if (code !== undefined) meet(world.coverage, `error ${code}`, stepOfRequest(request));
    const given = GIVEN_BACK.find((entity) => request.method === "POST" && request.path === `/${entity.toLowerCase()}`);
    if (given) meet(world.coverage, `${given} ${request.status === 200 ? "made" : "in trouble"}`, stepOfRequest(request));
  }
  member.seen = requests.length;
  for (const trouble of troubles) {
    const { armed: { fault, seen }, kind, step } = trouble;
    const { nth = 1, times = 1 } = fault;
    const struck = Math.min(times, Math.max(0, seen - nth + 1));
    if (trouble.counted >= struck) continue;
    const met = requests.slice(trouble.since).filter(({ method, path, query, body }) => waitsFor(fault, { method, path, query: query["query"] ?? "", body: JSON.stringify(body) }));
    for (; trouble.counted < struck; trouble.counted += 1) strike(world, member, kind, step ?? stepOf(met[nth - 1 + trouble.counted]));
  }
  member.troubles = troubles.filter(({ armed: { fault }, counted }) => counted < (fault.times ?? 1));
}

/** A fault counts the requests it waits for as the log does. */
function stepOf(request: LoggedRequest | undefined): PipelineStep {
  if (!request) throw new Error("a fault struck a request that is in no log");
  return stepOfRequest(request);
}

function strike(world: World, member: Member, kind: string, step: PipelineStep): void {
  const { tenant } = member;
  // Two in a row say that a new token does not help.
  if (kind === "401") member.refusals += 1;
  if (member.refusals > 1) member.mayPark = true;
  world.log.add(`FAULT ${kind}`, { shop: tenant.name, step });
  meet(world.coverage, kind, step);
}

/** Plans strike one after the other: each waits for the first call after the one before. */
function observeShopify(world: World, member: Member): void {
  const { tenant, shopifyTroubles } = member;
  const struck = world.simulators.shopify.faultsStruck(tenant.domain).length;
  for (; member.shopifyStruck < struck; member.shopifyStruck += 1) {
    const trouble = shopifyTroubles.shift();
    if (!trouble) continue;
    world.log.add(`FAULT ${trouble.kind}`, { shop: tenant.name });
    meet(world.coverage, trouble.kind, "fetch");
  }
}

function observeOrders({ tenant, story }: Member): void {
  const { orders } = tenant.shop();
  for (const told of story.orders) {
    const order = orders.find(({ id }) => id === told.id);
    if (!order) continue;
    const worth = worthOf(order);
    const last = told.worths.at(-1);
    if (!last || [...worth].some(([account, minor]) => last.get(account) !== minor)) told.worths.push(worth);
    const facts = orderFacts(order);
    const wanted = wantedOf(story.config, facts);
    if (wanted.treatment !== "sync" || facts.unsupported) continue;
    if (isEligible(story.config, facts)) told.everEligible = true;
    if (!told.everEligible) continue;
    told.everWanted.salesOrder ||= wanted.salesOrder;
    told.everWanted.invoice ||= wanted.invoice;
    told.everWanted.payment ||= wanted.payment;
  }
}
