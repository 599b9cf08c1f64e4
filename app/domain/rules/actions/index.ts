/** Every action, in the order in which people are offered them. A new action is one file and one entry here. */
import type { Action } from "./action.ts";
import { doNotSync } from "./do-not-sync.ts";
import { holdForReview } from "./hold-for-review.ts";
import { markAsUnpaid } from "./mark-as-unpaid.ts";
import { stopCreatingInvoices } from "./stop-creating-invoices.ts";
import { stopCreatingSalesOrders } from "./stop-creating-sales-orders.ts";

export const ACTIONS: readonly Action[] = [stopCreatingInvoices, stopCreatingSalesOrders, markAsUnpaid, doNotSync, holdForReview];

export const ACTION_BY_KEY: ReadonlyMap<string, Action> = new Map(ACTIONS.map((action) => [action.key, action]));
