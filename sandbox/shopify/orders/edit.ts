/** Edits an order as orderEditCommit does: adds lines, sets quantities. Must never take out what has shipped. */
import { addBags, formatBag, parseBag, shareOfBag } from "../money/bag.ts";
import type { EditRecord, LineRecord, OrderRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { takeId } from "../state/shop-state.ts";
import { inlineLine } from "./inline-line.ts";
import type { InlineTaxLine } from "./inline-order-schema.ts";
import { ShopifyActionError } from "./order-errors.ts";
import { changeTotals, sumTaxLines } from "./price-totals.ts";
import type { RemovedUnits } from "./remove-units.ts";
import { removeUnits } from "./remove-units.ts";

export type EditInput = {
  /** `price` in shop currency, default the catalogue's; tax is what `tax_lines` say, the simulator computes none. */
  add?: readonly { sku: string; quantity: number; price?: string | undefined; title?: string | undefined; taxable?: boolean | undefined; tax_lines?: InlineTaxLine[] | undefined }[] | undefined;
  /** The units a line shall have; zero takes it out. By SKU (the first line that is still there) or by line. */
  set?: readonly ({ quantity: number; restock?: boolean | undefined } & ({ sku: string; lineId?: undefined } | { lineId: string; sku?: undefined }))[] | undefined;
  note?: string | undefined;
};

type Changes = Pick<EditRecord, "additions" | "removals">;
type Addition = EditRecord["additions"][number];

/** Throws ShopifyActionError for a cancelled order, unknown articles, shipped units, and an edit that changes nothing. */
export function edit(shop: ShopState, order: OrderRecord, { add = [], set = [], note }: EditInput, at: string): EditRecord {
  if (order.cancelledAt !== null) throw new ShopifyActionError(`order ${order.name}: a cancelled order cannot be edited`);
  return changeTotals(order, () => {
    const changes: Changes = { additions: [], removals: [] };
    const removed: RemovedUnits[] = [];
    for (const { quantity, restock = false, ...reference } of set) {
      const line = lineToSet(order, reference);
      const delta = quantity - line.currentQuantity;
      if (quantity < line.fulfilledQuantity) throw new ShopifyActionError(`order ${order.name}: ${line.fulfilledQuantity} of ${line.sku ?? line.title} have shipped and cannot be removed`);
      if (delta > 0) changes.additions.push(addUnits(shop, order, line, delta));
      if (delta < 0) {
        removed.push({ line, quantity: -delta, restock });
        changes.removals.push({ lineId: line.id, delta: -delta });
      }
    }
    for (const article of add) changes.additions.push(addLine(shop, order, article));
    if (changes.additions.length + changes.removals.length === 0) throw new ShopifyActionError(`order ${order.name}: the edit changes nothing`);
    const record = { id: takeId(shop), at, note: note ?? null, ...changes };
    recordRemovals(shop, order, removed, record);
    order.edits.push(record);
    order.stated.financialStatus = null;
    return record;
  });
}

function lineToSet(order: OrderRecord, { sku, lineId }: { sku?: string | undefined; lineId?: string | undefined }): LineRecord {
  const candidates = order.lines.filter((line) => (lineId === undefined ? line.sku === sku : line.id === lineId));
  const line = candidates.find(({ currentQuantity }) => currentQuantity > 0) ?? candidates[0];
  if (!line) throw new ShopifyActionError(`order ${order.name} has no ${sku ?? `line ${lineId}`}`);
  return line;
}

/** Added units cost what the line's units cost before discounts, with tax in proportion. A line that lost units gets them as a new line, so that its refunds stay exact. */
function addUnits(shop: ShopState, order: OrderRecord, line: LineRecord, units: number): Addition {
  const taxFor = (count: number): LineRecord["taxLines"] =>
    line.taxLines.map((tax) => ({ ...tax, price: formatBag(shareOfBag(parseBag(tax.price, order), count, line.quantity), order) }));
  const added = { ...line, id: takeId(shop), quantity: units, currentQuantity: units, fulfilledQuantity: 0, allocations: [], taxLines: taxFor(units) };
  stateTaxes(order, added);
  if (line.currentQuantity < line.quantity) {
    order.lines.push(added);
    return additionOf(added);
  }
  line.taxLines = line.taxLines.map((tax, index) => {
    const more = added.taxLines[index];
    return more ? { ...tax, price: formatBag(addBags(parseBag(tax.price, order), parseBag(more.price, order)), order) } : tax;
  });
  line.quantity += units;
  line.currentQuantity += units;
  return { ...additionOf(added), lineId: line.id };
}

function additionOf({ id, quantity, taxLines }: LineRecord): Addition {
  return { lineId: id, delta: quantity, taxes: taxLines.map(({ price }) => price) };
}

function addLine(shop: ShopState, order: OrderRecord, article: NonNullable<EditInput["add"]>[number]): Addition {
  if (order.currency !== order.presentmentCurrency) throw new ShopifyActionError(`order ${order.name}: nothing can be added to an order in two currencies here`);
  const price = article.price ?? shop.products.find(({ sku }) => sku === article.sku)?.price;
  if (price === undefined) throw new ShopifyActionError(`order ${order.name}: ${article.sku} is not in the catalogue, so it needs a price`);
  if (article.quantity < 1) throw new ShopifyActionError(`order ${order.name}: at least one ${article.sku} must be added`);
  const line = lineOf(shop, order, { ...article, price });
  order.lines.push(line);
  stateTaxes(order, line);
  return additionOf(line);
}

function lineOf(shop: ShopState, order: OrderRecord, article: Parameters<typeof inlineLine>[1]): LineRecord {
  try {
    return inlineLine(shop, article);
  } catch (error) {
    if (error instanceof RangeError) throw new ShopifyActionError(`order ${order.name}: ${error.message}`);
    throw error;
  }
}

/** An imported file lists the order's taxes itself; what is added belongs there too. */
function stateTaxes(order: OrderRecord, { taxLines }: LineRecord): void {
  if (order.stated.taxLines) order.stated.taxLines = sumTaxLines([...order.stated.taxLines, ...taxLines], order);
}

/** Shopify records removed units as a refund without a transaction. */
function recordRemovals(shop: ShopState, order: OrderRecord, removed: readonly RemovedUnits[], { id, at }: EditRecord): void {
  if (removed.length === 0) return;
  const lines = removeUnits(shop, order, removed);
  order.refunds.push({ id: takeId(shop), note: null, createdAt: at, processedAt: at, lines, shippingLines: [], tip: null, adjustments: [], transactionIds: [], editId: id });
}
