/**
 * The ledger of what was sold and taken back, as Shopify's Order.agreements tells it: derived from the order record whenever it is asked for,
 * append-only because the record is. Must never hold a figure of its own: all sales but adjustments add up to the order's current total.
 */
import type { MinorBag } from "../money/bag.ts";
import { addBags, negateBag, NOTHING, parseBag, subtractBags } from "../money/bag.ts";
import type { ChargeRecord, EditRecord, LineRecord, OrderRecord, RefundRecord, ShippingLineRecord } from "../state/order-record.ts";
import type { SoldAmounts } from "./line-sales.ts";
import { addedUnits, firstUnits, removedUnits } from "./line-sales.ts";
import { shippingTaxes } from "./current-amounts.ts";
import { allocatedTo, taxOf } from "./price-totals.ts";

export type Sale = {
  /** Null for shipping and adjustments, negative for what was taken back. */
  quantity: number | null;
  actionType: "ORDER" | "RETURN";
  /** After discounts and with tax. */
  total: MinorBag;
} & Pick<SoldAmounts, "tax" | "discount" | "taxes"> & ({ of: "line"; line: LineRecord } | { of: "shipping"; line: ShippingLineRecord } | { of: "charge"; charge: ChargeRecord } | { of: "tip" | "adjustment" });

export type Agreement = { id: string; at: string; sales: Sale[] } & ({ by: "order" } | { by: "edit" } | { by: "refund"; refund: RefundRecord });

/** Oldest first. An edit is one agreement with what it added and what it removed; a cancellation is a refund. */
export function salesAgreements(order: OrderRecord): Agreement[] {
  const changes: Agreement[] = [
    ...order.edits.map((edit): Agreement => ({ by: "edit", id: edit.id, at: edit.at, sales: editSales(order, edit) })),
    ...order.refunds.filter(({ editId }) => editId === undefined).map((refund): Agreement => ({ by: "refund", refund, id: refund.id, at: refund.createdAt, sales: refundSales(order, refund) })),
  ];
  return [{ by: "order", id: order.id, at: order.createdAt, sales: orderSales(order) }, ...changes.sort(byTime)];
}

/** Actions within one second are told apart by their ids, which are given out one after the other. */
function byTime(a: Agreement, b: Agreement): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return Number(BigInt(a.id) - BigInt(b.id));
}

function orderSales(order: OrderRecord): Sale[] {
  const lines = order.lines.flatMap((line): Sale[] => {
    const { units, ...sold } = firstUnits(line, order);
    return units === 0 ? [] : [{ of: "line", line, ...sale(order, sold, units) }];
  });
  const shipping = order.shippingLines.filter(({ removed }) => !removed).map((line): Sale => ({ of: "shipping", line, ...sale(order, soldShipping(line, order), null) }));
  const tip = parseBag(order.tip, order);
  return [...lines, ...shipping, ...(tip.shop === 0n ? [] : [tipSale(tip, "ORDER")]), ...order.charges.map((charge) => chargeSale(charge, parseBag(charge.price, order), "ORDER"))];
}

function editSales(order: OrderRecord, edit: EditRecord): Sale[] {
  const added = edit.additions.flatMap((addition): Sale[] => {
    const line = order.lines.find(({ id }) => id === addition.lineId);
    return line ? [{ of: "line", line, ...sale(order, addedUnits(line, addition, order), addition.delta) }] : [];
  });
  return [...added, ...order.refunds.filter(({ editId }) => editId === edit.id).flatMap((refund) => refundSales(order, refund))];
}

function refundSales(order: OrderRecord, refund: RefundRecord): Sale[] {
  const lines = refund.lines.flatMap((removed): Sale[] => {
    const line = order.lines.find(({ id }) => id === removed.lineId);
    return line ? [{ of: "line", line, ...takenBack(order, removedUnits(line, removed, order), removed.quantity) }] : [];
  });
  const shipping = refund.shippingLines.flatMap((removed): Sale[] => {
    const line = order.shippingLines.find(({ id }) => id === removed.shippingLineId);
    return line ? [{ of: "shipping", line, ...takenBack(order, removedShipping(line, removed, order), null) }] : [];
  });
  const tip = refund.tip ? [tipSale(negateBag(parseBag(refund.tip, order)), "RETURN")] : [];
  const charges = (refund.charges ?? []).flatMap(({ chargeId, amount }) => {
    const charge = order.charges.find(({ id }) => id === chargeId);
    return charge ? [chargeSale(charge, negateBag(parseBag(amount, order)), "RETURN")] : [];
  });
  const adjustments = refund.adjustments.map(({ amount, tax }): Sale => {
    const part = parseBag(tax, order);
    return { of: "adjustment", actionType: "RETURN", quantity: null, total: addBags(parseBag(amount, order), part), tax: part, discount: NOTHING, taxes: [] };
  });
  return [...lines, ...shipping, ...tip, ...charges, ...adjustments];
}

function tipSale(total: MinorBag, actionType: Sale["actionType"]): Sale {
  return { of: "tip", actionType, quantity: actionType === "ORDER" ? 1 : -1, total, tax: NOTHING, discount: NOTHING, taxes: [] };
}

function chargeSale(charge: ChargeRecord, total: MinorBag, actionType: Sale["actionType"]): Sale {
  return { of: "charge", charge, actionType, quantity: null, total, tax: NOTHING, discount: NOTHING, taxes: [] };
}

function soldShipping(line: ShippingLineRecord, order: OrderRecord): SoldAmounts {
  const discount = allocatedTo(line, order);
  return {
    discount, net: subtractBags(parseBag(line.price, order), discount), tax: taxOf(line, order),
    taxes: line.taxLines.map((taxLine) => ({ taxLine, amount: parseBag(taxLine.price, order) })),
  };
}

/** Which of several taxes carries a refund follows the order's current tax lines; a discount on shipping stays with what was sold. */
function removedShipping(line: ShippingLineRecord, removed: RefundRecord["shippingLines"][number], order: OrderRecord): SoldAmounts {
  const earlier = order.refunds.flatMap(({ shippingLines }) => shippingLines).filter(({ shippingLineId }) => shippingLineId === line.id);
  const before = earlier.slice(0, earlier.indexOf(removed)).reduce((left, refund) => subtractBags(left, parseBag(refund.tax, order)), taxOf(line, order));
  const tax = parseBag(removed.tax, order);
  const after = shippingTaxes(line, order, subtractBags(before, tax));
  const taxes = shippingTaxes(line, order, before).map(({ taxLine, amount }, index) => ({ taxLine, amount: subtractBags(amount, after[index]?.amount ?? NOTHING) }));
  return { discount: NOTHING, net: parseBag(removed.subtotal, order), tax, taxes };
}

type Figures = Pick<Sale, "quantity" | "actionType" | "total" | "tax" | "discount" | "taxes">;

function sale({ taxesIncluded }: OrderRecord, { net, tax, discount, taxes }: SoldAmounts, quantity: number | null): Figures {
  return { actionType: "ORDER", quantity, total: taxesIncluded ? net : addBags(net, tax), tax, discount, taxes };
}

function takenBack(order: OrderRecord, sold: SoldAmounts, units: number | null): Figures {
  const { total, tax, discount, taxes } = sale(order, sold, units);
  return {
    actionType: "RETURN", quantity: units === null ? null : -units, total: negateBag(total), tax: negateBag(tax), discount: negateBag(discount),
    taxes: taxes.map(({ taxLine, amount }) => ({ taxLine, amount: negateBag(amount) })),
  };
}
