/** The issue of a sales receipt that was brought to the bank before the order changed; it must never decide when it is raised. */
import type { Issue } from "./issue.ts";

/** `deposit`: the day of the bank deposit. */
export const receiptDeposited = (orderName: string, receipt: string, deposit: string): Issue => ({
  code: "payment_deposited",
  cause: `${orderName} ${receipt}`,
  sentence: `Sales receipt ${receipt} should follow what was added to order ${orderName} and paid since, but it is part of the bank deposit of ${deposit} in QuickBooks; it was left as it is.`,
  remedy: "Take it off that deposit in QuickBooks and press Resync: the receipt then follows by itself, and you can deposit it again.",
});
