/**
 * The purchase orders of an order: one per vendor who ships something of it (design page 03, "Drop shipping"). What is on one already stays there at its
 * cost, whatever rules or costs say later: only the order itself changes it (law 6). Must never buy a line twice.
 */
import { payableOf } from "../../books/payable.ts";
import type { Vendor } from "../../books/books.ts";
import type { Issue } from "../../issues/issue.ts";
import { purchaseNumberTooLong, purchaseOrdersOff } from "../../issues/purchase-issues.ts";
import { sum } from "../../money/money.ts";
import type { ExistingDocument } from "../../plan/course.ts";
import { shopDate } from "../../time/shop-date.ts";
import type { PurchaseLine, PurchaseOrderDocument } from "../document.ts";
import { formChoices } from "../form-choices.ts";
import type { PlanContext } from "../plan-context.ts";
import { type BuyableLine, buyableLines, isDropShipped, ruledUnits } from "./buyable-lines.ts";
import { purchaseHeadIn, purchaseLinesIn } from "./line-text.ts";
import { purchaseAmount } from "./purchase-amount.ts";

/** `isWanted`: new ones may be made. `issues`: what keeps one from being made; nothing else of the order waits for it. */
export function planPurchaseOrders(context: PlanContext, { existing, isWanted }: { existing: readonly ExistingDocument[]; isWanted: boolean }, issues: Issue[]): PurchaseOrderDocument[] {
  const before = existing.flatMap((document) => (document.kind === "purchase_order" && document.aspects ? [standingOrder(document, document.aspects)] : []));
  const open = before.filter(({ isClosed }) => !isClosed);
  // Also what stands on a closed one: whoever closed it, it was ordered.
  const taken = before.flatMap(({ lines }) => lines);
  const added = isWanted || open.length > 0 ? newLines(context, taken, issues) : [];
  const orders = before.map((each): Planned => {
    const lines = each.isClosed ? each.lines : [...stillBought(context, each.lines), ...linesFor(added, each.vendor.id)];
    return each.isClosed || lines.length === 0 ? { ...each, isClosed: true } : { ...each, lines };
  });
  const made = isWanted ? newOrders(added, before) : [];
  return [...orders, ...made].flatMap((order) => document(context, order, issues));

  function linesFor(all: readonly BuyableLine[], vendorId: string): PurchaseLine[] {
    return all.filter(({ vendor }) => vendor.id === vendorId).map(({ line }) => line);
  }

  /** A vendor whose purchase order is closed gets another one. */
  function newOrders(all: readonly BuyableLine[], known: readonly Planned[]): Planned[] {
    const orderedFrom = new Set(open.map(({ vendor }) => vendor.id));
    const vendors = new Map(all.filter(({ vendor }) => !orderedFrom.has(vendor.id)).map(({ vendor }) => [vendor.id, vendor]));
    const ordinals = new Set(known.map(({ ordinal }) => ordinal));
    return [...vendors.values()].map((vendor): Planned => {
      const ordinal = firstFree(ordinals);
      ordinals.add(ordinal);
      return { part: partFor(vendor, known), vendor, ordinal, lines: linesFor(all, vendor.id), isClosed: false };
    });
  }
}

type Planned = { part: string; vendor: Pick<Vendor, "id" | "name">; ordinal: number; lines: PurchaseLine[]; isClosed: boolean };

/** As our record has it. The part begins with the vendor's id in the ledger, which stays when a name changes. */
function standingOrder({ part }: ExistingDocument, { lines, head, standing }: NonNullable<ExistingDocument["aspects"]>): Planned {
  const { ordinal, name } = purchaseHeadIn(head);
  return { part, vendor: { id: part.split("-")[0] ?? part, name }, ordinal, lines: purchaseLinesIn(lines), isClosed: standing === "closed" };
}

function partFor({ id }: Pick<Vendor, "id">, known: readonly Planned[]): string {
  const before = known.filter(({ vendor }) => vendor.id === id).length;
  return before === 0 ? id : `${id}-${before + 1}`;
}

function firstFree(used: ReadonlySet<number>): number {
  let ordinal = 1;
  while (used.has(ordinal)) ordinal += 1;
  return ordinal;
}

/** Lines on no purchase order yet, as far as vendor and cost are known. Of a bundle each item that it holds may have a vendor, and a purchase order, of its own. */
function newLines({ order, books }: PlanContext, taken: readonly PurchaseLine[], issues: Issue[]): BuyableLine[] {
  const wanted = order.lines.filter(isDropShipped).flatMap((line) => {
    const bought = taken.filter(({ lineId }) => lineId === line.id);
    return bought.some(({ perBundle }) => perBundle === undefined) ? [] : buyableLines(order, line, books, new Set(bought.map(({ item }) => item)));
  });
  if (wanted.length > 0 && books.company.purchaseOrdersAllowed === false) {
    issues.push(purchaseOrdersOff());
    return [];
  }
  return wanted.flatMap((each) => {
    if (each.ok) return [each.value];
    issues.push(each.failure);
    return [];
  });
}

/** At the cost of the day when it was ordered. */
function stillBought({ order }: PlanContext, lines: readonly PurchaseLine[]): PurchaseLine[] {
  return lines.flatMap((line) => {
    const ordered = order.lines.find(({ id }) => id === line.lineId);
    const quantity = ordered ? ruledUnits(order, ordered, line.perBundle) : 0;
    return quantity === 0 ? [] : [{ ...line, quantity, amount: purchaseAmount(line.amount.currency, quantity, line.unitCost) }];
  });
}

function document(context: PlanContext, { part, vendor, ordinal, lines, isClosed }: Planned, issues: Issue[]): PurchaseOrderDocument[] {
  const { order, shop, books } = context;
  const payable = payableOf(books, issues);
  const header = context.header({ kind: "purchase_order", part }, `-D${ordinal}`);
  const own = order.bookAs?.documentNumber ?? order.name.replace(/^#/, "");
  if (header.number !== null && !header.number.includes(own)) {
    issues.push(purchaseNumberTooLong(order.name, `${own}-D${ordinal}`));
    return [];
  }
  if (!payable) return [];
  const { homeCurrency: currency } = books.company;
  return [{
    kind: "purchase_order",
    ...header, currency,
    date: shopDate(order.placedAt, shop.timeZone),
    total: sum(currency, lines.map(({ amount }) => amount)),
    legs: [],
    vendor: { id: vendor.id, name: vendor.name }, payable, ordinal, lines,
    standing: isClosed ? "closed" : "open",
    shipTo: order.shippingAddress,
    codesLines: books.company.country === "US" && books.company.salesTaxUsed,
    chosen: formChoices(order, books),
  }];
}
