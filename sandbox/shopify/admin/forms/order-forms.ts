/** Turns the forms of an order page into the inputs of its actions; whether an action is allowed is the action's business. */
import { CANCEL_REASONS } from "../../orders/cancel.ts";
import type { CancelInput } from "../../orders/cancel.ts";
import { taxLines } from "../../orders/compose-order.ts";
import type { EditInput } from "../../orders/edit.ts";
import type { FulfilInput } from "../../orders/fulfil.ts";
import type { PayInput } from "../../orders/pay.ts";
import type { RefundInput } from "../../orders/refund.ts";
import { parseMinor } from "../../money/minor-units.ts";
import type { OrderRecord } from "../../state/order-record.ts";
import type { ShopState } from "../../state/shop-state.ts";
import { FormError } from "./form-error.ts";
import { amount, checked, lineQuantities, text, wholeNumber } from "./read-fields.ts";

export function payForm(form: URLSearchParams): PayInput {
  return { amount: amount(form, "amount", "the payment"), gateway: text(form, "gateway") };
}

export function fulfilForm(form: URLSearchParams): FulfilInput {
  const lines = lineQuantities(form).filter(({ quantity }) => quantity > 0);
  if (lines.length === 0) throw new FormError("Choose at least one item to fulfill.");
  return { lines };
}

/** An added article is taxed as the order's other taxed lines are. */
export function editForm(form: URLSearchParams, order: OrderRecord, shop: ShopState): EditInput {
  const set = lineQuantities(form).filter(({ lineId, quantity }) => order.lines.some((line) => line.id === lineId && line.currentQuantity !== quantity));
  return { set, add: addedArticle(form, order, shop), note: text(form, "note") };
}

function addedArticle(form: URLSearchParams, order: OrderRecord, shop: ShopState): NonNullable<EditInput["add"]> {
  const product = shop.products.find(({ sku }) => sku === text(form, "sku"));
  if (!product) return [];
  const quantity = wholeNumber(form.get("added") ?? "", product.title);
  const rate = order.lines.flatMap((line) => line.taxLines).find((tax) => tax.rate !== null);
  const worth = parseMinor(product.price, shop.currency) * BigInt(quantity);
  const taxes = product.taxable && rate ? taxLines(worth, { title: rate.title, rate: rate.rate ?? 0 }, order) : [];
  return [{ sku: product.sku, quantity, tax_lines: taxes }];
}

export function refundForm(form: URLSearchParams): RefundInput {
  const restock = checked(form, "restock");
  const lines = lineQuantities(form).filter(({ quantity }) => quantity > 0).map((line) => ({ ...line, restock }));
  const shipping = amount(form, "shipping", "shipping");
  const paidBack = amount(form, "amount", "the refund");
  if (lines.length === 0 && shipping === undefined && paidBack === undefined) throw new FormError("Choose what to refund: items, shipping, or an amount.");
  return { lines, shipping: isZero(shipping) ? undefined : shipping, amount: paidBack, note: text(form, "note") };
}

export function cancelForm(form: URLSearchParams): CancelInput {
  const reason = CANCEL_REASONS.find((known) => known === form.get("reason")) ?? "OTHER";
  return { refund: checked(form, "refund"), restock: checked(form, "restock"), reason };
}

function isZero(written: string | undefined): boolean {
  return written !== undefined && !/[1-9]/.test(written);
}
