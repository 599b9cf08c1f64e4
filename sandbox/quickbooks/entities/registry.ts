/** Every entity the simulator has, by path and by name. A new entity adds its line here. */
import { account } from "./account.ts";
import { creditMemo } from "./credit-memo.ts";
import { customer } from "./customer.ts";
import { deposit } from "./deposit.ts";
import type { EntityDefinition } from "./definition.ts";
import { estimate } from "./estimate.ts";
import { invoice } from "./invoice.ts";
import { item } from "./item.ts";
import { payment } from "./payment.ts";
import { purchase } from "./purchase.ts";
import { purchaseOrder } from "./purchase-order.ts";
import { companyInfo, preferences, taxAgency, taxCode, taxRate } from "./read-only.ts";
import { refundReceipt } from "./refund-receipt.ts";
import { salesReceipt } from "./sales-receipt.ts";
import { classEntity, department, paymentMethod, term } from "./simple-lists.ts";
import { vendor } from "./vendor.ts";

export const ENTITIES: readonly EntityDefinition[] = [
  ...[account, classEntity, companyInfo, creditMemo, customer, department, deposit, estimate, invoice, item, payment],
  ...[paymentMethod, preferences, purchase, purchaseOrder, refundReceipt, salesReceipt, taxAgency, taxCode, taxRate, term, vendor],
];

const BY_PATH = new Map(ENTITIES.map((definition) => [definition.name.toLowerCase(), definition]));

/** The entity of a path segment, a query or a body key; upper and lower case do not matter. */
export function findEntity(name: string): EntityDefinition | undefined {
  return BY_PATH.get(name.toLowerCase());
}
