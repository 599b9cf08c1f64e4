/** What customers and merchants do in the shop. */
import { composeOrder, taxLines } from "#sandbox/shopify/orders/compose-order.ts";
import { paymentTotals } from "#sandbox/shopify/orders/payment-totals.ts";
import { formatMinor, parseMinor } from "#sandbox/shopify/money/minor-units.ts";
import type { OrderRecord } from "#sandbox/shopify/state/order-record.ts";
import { unfulfilledQuantity } from "#sandbox/shopify/orders/order-status.ts";
import { CATALOGUE } from "../world/catalogue.ts";
import type { Member, World } from "../world/world.ts";
import { inShop, someMember, someOrder, type Step } from "./step.ts";

const TAX = { title: "State tax", rate: 0.08875 };
const GATEWAYS = ["shopify_payments", "shopify_payments", "paypal"] as const;
export const MOST_ORDERS = 4;

export const createOrder: Step = (world) => {
  const { random, simulators, members } = world;
  const member = someMember(world);
  const { tenant, story } = member;
  if (members.reduce((sum, each) => sum + each.story.orders.length, 0) >= MOST_ORDERS) return false;
  const lines = random.shuffle(CATALOGUE).slice(0, random.pickFavourite([1, 2, 3])).map((product) => ({ product, quantity: random.pickFavourite([1, 2, 3]) }));
  const draft = composeOrder({
    lines, currency: "USD", taxesIncluded: false,
    ...(random.chance(0.7) ? { tax: TAX } : {}),
    ...(random.chance(0.3) ? { discount: random.chance(0.5) ? { code: "TEN", percentage: 10 } : { code: "FIVE", amount: "5.00" } } : {}),
    ...(random.chance(0.6) ? { shipping: { title: "Standard", price: "7.90" } } : {}),
    ...(random.chance(0.1) ? { tip: "3.01" } : {}),
  });
  // Where the company applies credit by itself, it takes any order of the customer; that the app can only report (finding in the decision record 014).
  const buyer = member.autoApplies ? `Buyer ${story.orders.length + 1}` : random.pickFavourite(["Ada", "Ben", "Cleo"]);
  return inShop(world, member, null, `create (${story.orders.length + 1})`, () => {
    const { id, name } = simulators.shopify.createOrder(tenant.domain, {
      ...draft,
      financial_status: random.pickFavourite(["paid", "pending", "authorized"]),
      gateway: random.pick(GATEWAYS),
      customer: { first_name: buyer, last_name: `Of ${tenant.name}`, email: `${buyer.toLowerCase().replace(" ", "-")}@${tenant.name}.example` },
      tags: random.chance(0.15) ? [random.pick(["hold", "skip"])] : [],
      test: false,
    });
    story.orders.push({ id, name, worths: [], everEligible: false, everWanted: { salesOrder: false, invoice: false, payment: false }, removals: [], taken: false, changes: 0, heard: { changes: 0, configurations: 0 } });
  });
};

export const payOrder: Step = (world) => {
  const { random, simulators } = world;
  const found = someOrder(world, (order) => paymentTotals(order).outstanding.shop > 0n);
  if (!found) return false;
  const { member, order } = found;
  const { shop: open } = paymentTotals(order).outstanding;
  const part = open > 200n && random.chance(0.5) ? { amount: formatMinor((open * BigInt(random.between(20, 80))) / 100n, "USD") } : {};
  const gateway = random.chance(0.2) ? { gateway: random.pick(GATEWAYS) } : {};
  return inShop(world, member, order.id, `pay ${order.name} ${part.amount ?? "all"}`, () => simulators.shopify.pay(member.tenant.domain, order.id, { ...part, ...gateway }));
};

export const fulfilOrder: Step = (world) => {
  const { random } = world;
  const found = someOrder(world, (order) => order.lines.some((line) => unfulfilledQuantity(line) > 0));
  if (!found) return false;
  const line = found.order.lines.find((each) => unfulfilledQuantity(each) > 0);
  return fulfil(world, found, line?.sku && random.chance(0.25) ? { lines: [{ sku: line.sku, quantity: 1 }] } : {});
};

export const fulfil = (world: World, { member, order }: { member: Member; order: OrderRecord }, part: { lines?: { sku: string; quantity: number }[] }): boolean =>
  inShop(world, member, order.id, `fulfil ${order.name} ${part.lines ? "partly" : "all"}`, () => world.simulators.shopify.fulfil(member.tenant.domain, order.id, part));

export const editOrder: Step = (world) => {
  const found = someOrder(world, isOwed);
  return found !== null && edit(world, found);
};

const isOwed = (order: OrderRecord): boolean => paymentTotals(order).outstanding.shop > 0n;

/** Adds an article while somebody still has to pay, so that the first invoice follows. What stands on documents of its own (refunds, returns, additions to paid invoices) this suite's oracle does not know yet. */
export function edit(world: World, { member, order }: { member: Member; order: OrderRecord }): boolean {
  const { random, simulators } = world;
  if (!isOwed(order) || member.closedBooks) return false;
  member.edited = true;
  const article = random.pick(CATALOGUE);
  const tax = article.taxable ? taxLines(parseMinor(article.price, "USD"), TAX, { taxesIncluded: false, currency: "USD" }) : [];
  const input = { add: [{ sku: article.sku, quantity: 1, price: article.price, taxable: article.taxable, tax_lines: tax }] };
  return inShop(world, member, order.id, `edit ${order.name} add`, () => simulators.shopify.edit(member.tenant.domain, order.id, input));
}
