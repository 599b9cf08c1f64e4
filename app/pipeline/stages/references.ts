/** References: the customer and the items a document names, found or created before the document itself. Names are natural keys, so doing this twice creates nothing twice. */
import type { Books, ItemKey } from "#app/domain/books/books.ts";
import { customerKey, customerNames, isSamePerson } from "#app/domain/books/customer.ts";
import { idInKey } from "#app/domain/books/item-key.ts";
import { itemLines, type PlannedDocument } from "#app/domain/documents/document.ts";
import { itemOnOtherAccount, rejectedByQuickBooks } from "#app/domain/issues/catalogue.ts";
import type { DocumentKind } from "#app/domain/documents/kind.ts";
import type { Order } from "#app/domain/order/order.ts";
import type { PostedDocument } from "#app/domain/plan/operation.ts";
import { customerMissing } from "#app/domain/issues/setting-issues.ts";
import { customerExemptInBooks } from "#app/domain/issues/tax-issues.ts";
import { isPositive } from "#app/domain/money/money.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { SettingOptions } from "#app/domain/settings/settings.ts";
import type { DrainContext } from "../context.ts";
import { payloadHash } from "../keys.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerCustomer, NewCustomer, NewItem } from "../ports/ledger.ts";
import type { Binding } from "../ports/repositories.ts";
import { itemBinding } from "./books.ts";

/** `options`: whether one who is missing is made, or waited for. `posted`: documents of the order that are in the books. */
export async function ensureCustomer(
  context: DrainContext, order: Order, { books, options, posted }: { books: Books; options: Pick<SettingOptions, "unknownCustomers">; posted: readonly PostedDocument[] },
): Promise<Result<string, Fault>> {
  const { repositories, ledger } = context;
  const key = customerKey(order, books.company);
  const bound = (await repositories.bindings.load("customer", [key])).get(key);
  const stands = await standsWith(context, posted, bound);
  if (stands) return boundCustomer(context, order, books, stands);
  if (bound?.ledgerId) return boundCustomer(context, order, books, { ...bound, ledgerId: bound.ledgerId });

  const names = customerNames(order, books.company);
  const [name = ""] = names;
  const found = await ledger.findCustomers(names);
  if (!found.ok) return found;
  const known = await adoptable(context, found.value, names, order);
  if (known) return wouldLoseTax(known, order, books) ? failure(exemptInBooks(known, order)) : bindCustomer(context, key, known);

  const taken = new Set(found.value.map((customer) => customer.displayName.toLowerCase()));
  const free = names.filter((each) => !taken.has(each.toLowerCase()));
  if (options.unknownCustomers === "wait") return failure({ kind: "needs_input", issue: customerMissing(free[0] ?? name, books.company.multiCurrency ? order.currency : null) });
  for (const displayName of free) {
    const customer = newCustomer(order, displayName, books);
    const created = await ledger.createCustomer(customer, requestId(context, "customer", key, customer));
    if (created.ok) return bindCustomer(context, key, created.value);
    // A vendor or an employee may have the name (05 §1.2): then the suffixed one is taken.
    if (created.failure.kind !== "duplicate") return created;
  }
  return failure({ kind: "needs_input", issue: rejectedByQuickBooks(order.name, `every name for customer "${name}" is taken`) });
}

/**
 * The customer that the order's documents name, where that is one of ours: whoever bought by now, documents of one order stay with one customer (decision 062).
 * Null for a new order, and for a customer that no binding names any more, such as one that was merged into another.
 */
async function standsWith({ repositories: { bindings } }: DrainContext, posted: readonly PostedDocument[], bound: Binding | undefined): Promise<(Binding & { ledgerId: string }) | null> {
  const [first] = NAME_THE_CUSTOMER.flatMap((kind) => posted.filter((document) => document.kind === kind)).flatMap(({ customerId }) => (customerId ? [customerId] : []));
  if (first === undefined || first === bound?.ledgerId) return null;
  const key = await bindings.boundTo("customer", first);
  const stands = key === null ? undefined : (await bindings.load("customer", [key])).get(key);
  return stands ? { ...stands, ledgerId: first } : null;
}

/** The sale first: money follows it. A purchase order names a vendor. */
const NAME_THE_CUSTOMER: readonly DocumentKind[] = ["invoice", "sales_receipt", "sales_order", "payment", "credit_memo", "refund_receipt", "customer_refund"];

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

/** Same name and no contradiction: not another e-mail address or currency, and not bound to somebody else. */
async function adoptable(
  { repositories }: DrainContext, found: readonly LedgerCustomer[], names: readonly string[], order: Order,
): Promise<LedgerCustomer | null> {
  const email = order.customer?.email ?? order.email;
  for (const name of names) {
    const customer = found.find((each) => each.active && each.displayName.toLowerCase() === name.toLowerCase());
    if (!customer) continue;
    const otherCurrency = customer.currency !== null && customer.currency !== order.currency;
    // One that a rule or a setting names is booked on whoever bought.
    if (order.bookAs?.customer !== undefined && !otherCurrency) return customer;
    const sameEmail = email !== null && email.trim().toLowerCase() === customer.email?.trim().toLowerCase();
    if (otherCurrency || (!sameEmail && email !== null && customer.email !== null)) continue;
    const known = await repositories.bindings.boundTo("customer", customer.id);
    if (known === null || (sameEmail && isSamePerson(order, known))) return customer;
  }
  return null;
}

function newCustomer(order: Order, displayName: string, books: Books): NewCustomer {
  const { customer } = order;
  const currency = books.company.multiCurrency ? order.currency : null;
  // A customer that a rule or a setting names is nobody's own: nothing of this order's buyer belongs to it, but the company that a setting books it on.
  const company = order.bookAs?.bySetting?.["customer"] === "customers" ? order.bookAs.customer : undefined;
  if (order.bookAs?.customer !== undefined) return { displayName, givenName: null, familyName: null, company: company ?? null, email: null, phone: null, billTo: null, shipTo: null, currency };
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
