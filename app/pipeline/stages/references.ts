/** References: the customer and the items a document names, found or created before the document itself. Names are natural keys, so doing this twice creates nothing twice. */
import type { Books, ItemKey } from "#app/domain/books/books.ts";
import { customerKey, customerNames } from "#app/domain/books/customer.ts";
import { idInKey } from "#app/domain/books/item-key.ts";
import { itemLines, type PlannedDocument } from "#app/domain/documents/document.ts";
import { itemOnOtherAccount, rejectedByQuickBooks } from "#app/domain/issues/catalogue.ts";
import type { Order } from "#app/domain/order/order.ts";
import { customerExemptInBooks } from "#app/domain/issues/tax-issues.ts";
import { isPositive } from "#app/domain/money/money.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import { payloadHash } from "../keys.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerCustomer, NewCustomer, NewItem } from "../ports/ledger.ts";
import type { Binding } from "../ports/repositories.ts";
import { itemBinding } from "./books.ts";

export async function ensureCustomer(context: DrainContext, order: Order, books: Books): Promise<Result<string, Fault>> {
  const { repositories, ledger } = context;
  const key = customerKey(order, books.company);
  const bound = (await repositories.bindings.load("customer", [key])).get(key);
  if (bound?.ledgerId) return boundCustomer(context, order, books, { ...bound, ledgerId: bound.ledgerId });

  const names = customerNames(order, books.company);
  const [name = ""] = names;
  const found = await ledger.findCustomers(names);
  if (!found.ok) return found;
  const known = await adoptable(context, found.value, names, order);
  if (known) return wouldLoseTax(known, order, books) ? failure(exemptInBooks(known, order)) : bindCustomer(context, key, known);

  const taken = new Set(found.value.map((customer) => customer.displayName.toLowerCase()));
  for (const displayName of names.filter((each) => !taken.has(each.toLowerCase()))) {
    const customer = newCustomer(order, displayName, books);
    const created = await ledger.createCustomer(customer, requestId(context, "customer", key, customer));
    if (created.ok) return bindCustomer(context, key, created.value);
    // A vendor or an employee may have the name (05 §1.2): then the suffixed one is taken.
    if (created.failure.kind !== "duplicate") return created;
  }
  return failure({ kind: "needs_input", issue: rejectedByQuickBooks(order.name, `every name for customer "${name}" is taken`) });
}

export async function bindCustomer({ repositories: { bindings }, clock }: DrainContext, localKey: string, customer: LedgerCustomer): Promise<Result<string, Fault>> {
  await bindings.bind("customer", { localKey, ledgerId: customer.id, name: customer.displayName, details: customer.taxable === false ? EXEMPT : {} }, clock.now());
  return success(customer.id);
}

/** Story A38, what is kept with a customer whom QuickBooks charges no tax: only then is she read again. */
const EXEMPT = { exempt: true };

async function boundCustomer(context: DrainContext, order: Order, books: Books, { localKey, ledgerId, name, details }: Binding & { ledgerId: string }): Promise<Result<string, Fault>> {
  const { repositories, ledger, clock } = context;
  if (details["exempt"] !== true || name === null || !wouldLoseTax({ taxable: false }, order, books)) return success(ledgerId);
  const read = await ledger.findCustomers([name]);
  if (!read.ok) return read;
  const now = read.value.find(({ id }) => id === ledgerId);
  if (now && wouldLoseTax(now, order, books)) return failure(exemptInBooks(now, order));
  await repositories.bindings.bind("customer", { localKey, ledgerId, name, details: {} }, clock.now());
  return success(ledgerId);
}

/** A US company leaves the tax of an exempt customer out, whatever total it is sent; elsewhere the line's code decides. */
const wouldLoseTax = ({ taxable }: Pick<LedgerCustomer, "taxable">, { totals }: Order, { company }: Books): boolean =>
  taxable === false && company.country === "US" && company.salesTaxUsed && isPositive(totals.tax);

const exemptInBooks = ({ displayName }: LedgerCustomer, order: Order): Fault => ({ kind: "needs_input", issue: customerExemptInBooks(order.name, displayName, order.totals.tax) });

/** Same name and no contradiction: not bound to somebody else, and not another e-mail address or currency. */
async function adoptable(
  { repositories }: DrainContext, found: readonly LedgerCustomer[], names: readonly string[], order: Order,
): Promise<LedgerCustomer | null> {
  const email = order.customer?.email ?? order.email;
  for (const name of names) {
    const customer = found.find((each) => each.active && each.displayName.toLowerCase() === name.toLowerCase());
    if (!customer) continue;
    const otherCurrency = customer.currency !== null && customer.currency !== order.currency;
    // One that a rule names is booked on whoever bought.
    if (order.bookAs?.customer !== undefined && !otherCurrency) return customer;
    const contradicts = otherCurrency || email !== null && customer.email !== null && email.toLowerCase() !== customer.email.toLowerCase();
    if (!contradicts && (await repositories.bindings.boundTo("customer", customer.id)) === null) return customer;
  }
  return null;
}

function newCustomer(order: Order, displayName: string, { company }: Books): NewCustomer {
  const { customer } = order;
  const currency = company.multiCurrency ? order.currency : null;
  // A customer that a rule names is nobody's own: nothing of this order's buyer belongs to it.
  if (order.bookAs?.customer !== undefined) return { displayName, givenName: null, familyName: null, company: null, email: null, phone: null, billTo: null, shipTo: null, currency };
  return {
    displayName,
    givenName: customer?.firstName ?? null,
    familyName: customer?.lastName ?? null,
    company: customer?.company ?? null,
    email: customer?.email ?? order.email,
    phone: customer?.phone ?? null,
    billTo: order.billingAddress,
    shipTo: order.shippingAddress,
    currency,
  };
}

/** Every item the documents name, created where it is missing. */
export async function ensureItems(
  context: DrainContext, documents: readonly PlannedDocument[], books: Books,
): Promise<Result<Map<ItemKey, string>, Fault>> {
  const ids = new Map<ItemKey, string>();
  for (const line of documents.flatMap(itemLines)) {
    if (ids.has(line.item)) continue;
    const id = idInKey(line.item) ?? books.items.get(line.item)?.id ?? (await boundOrCreated(context, line.item, line.description, line.taxed, books));
    if (typeof id === "string") ids.set(line.item, id);
    else if (!id.ok) return id;
    else ids.set(line.item, id.value);
  }
  return success(ids);
}

async function boundOrCreated(
  context: DrainContext, key: ItemKey, description: string, taxable: boolean, books: Books,
): Promise<Result<string, Fault>> {
  const { repositories, ledger, clock } = context;
  // An earlier order of the same batch may have created it.
  const bound = (await repositories.bindings.load("item", [key])).get(key);
  if (bound?.ledgerId) return success(bound.ledgerId);
  const item = books.items.get(key);
  if (!item) return failure({ kind: "defect", detail: `the plan names item ${key}, the books do not know it` });

  const sku = key.startsWith("sku:") ? key.slice("sku:".length, "sku:".length + 100) : null;
  const wanted: NewItem = { name: item.name, sku, description: key.startsWith("role:") ? null : description, incomeAccountId: item.incomeAccount.id, taxable, ...(item.purchase?.account ? { expenseAccountId: item.purchase.account.id } : {}) };
  const created = await ledger.createItem(wanted, requestId(context, "item", key, wanted));
  const settled = created.ok || created.failure.kind !== "duplicate" ? created : await existingItem(context, item.name);
  if (!settled.ok) return settled;
  // The plan's legs say where the line posts; an item of that name on another account would post elsewhere (law 3).
  if (settled.value.incomeAccount.id !== item.incomeAccount.id) {
    return failure({ kind: "needs_input", issue: itemOnOtherAccount(item.name, settled.value.incomeAccount.name, item.incomeAccount.name) });
  }
  await repositories.bindings.bind("item", itemBinding(key, settled.value), clock.now());
  return success(settled.value.id);
}

async function existingItem({ ledger }: DrainContext, name: string): ReturnType<DrainContext["ledger"]["createItem"]> {
  const found = await ledger.findItems({ skus: [], names: [name] });
  if (!found.ok) return found;
  const item = found.value.find(({ members }) => !members);
  if (item) return success(item);
  return failure({ kind: "needs_input", issue: rejectedByQuickBooks(name, `the name "${name}" is taken by ${found.value.length > 0 ? "a bundle" : "an inactive item or a category"}`) });
}

/** Two orders may describe one customer or item differently, and a changed body never goes out under an old key (R3): the body is part of the key. */
function requestId({ repositories, requestKey }: DrainContext, kind: string, key: string, wanted: NewCustomer | NewItem): string {
  const { connection, shop } = repositories;
  return requestKey({ realmId: connection.realmId, shopDomain: shop.domain, kind, orderId: key, part: payloadHash(wanted), revision: 0 });
}
