/** Every issue the pure stages can raise, with its sentence and its remedy. */
import type { AccountRole, ItemKey } from "../books/books.ts";
import { formatMoney, isPositive, type Money } from "../money/money.ts";
import type { FoundDocument, Issue } from "./issue.ts";

const ACCOUNT_NAMES: Record<AccountRole, string> = {
  receivable: "Accounts Receivable", income: "product income", shipping: "shipping income", discounts: "discounts given", sales_tax: "sales tax payable",
  tips: "tips payable", gift_cards: "gift card liability", duties_and_fees: "duties and fees", cash_rounding: "cash rounding", marketplace_tax: "tax that a marketplace owes", refund_discrepancy: "refund discrepancies", payable: "Accounts Payable", cost_of_goods: "cost of goods sold",
};

const amount = (value: Money): string => `${formatMoney(value)} ${value.currency}`;

export const accountMissing = (role: AccountRole): Issue => ({
  code: "account_missing",
  cause: role,
  sentence: `No QuickBooks account is chosen for ${ACCOUNT_NAMES[role]}.`,
  remedy: `Create an account for ${ACCOUNT_NAMES[role]} in QuickBooks or choose one in Settings, Accounts.`,
});

export const depositAccountMissing = (name: string): Issue => ({
  code: "account_missing",
  cause: `deposit:${name}`,
  sentence: `The deposit account "${name}" does not exist in QuickBooks.`,
  remedy: `Create a bank account named "${name}" in QuickBooks or choose another deposit account in Settings, Payments.`,
});

/** Asked before money is put on any account (design page 03, "Matching"). */
export const gatewayNotMapped = (gateway: string, name: string, proposed: string): Issue => ({
  code: "gateway_not_mapped",
  cause: gateway,
  sentence: `Money came in through "${name}", and no deposit account is chosen for it yet.`,
  remedy: `Choose the account for "${name}" in Settings, Payments, or let new payment methods go to "${proposed}" there; its orders continue by themselves.`,
});

export const itemMissing = (key: ItemKey, title: string): Issue => ({
  code: "item_missing",
  cause: key,
  sentence: `QuickBooks has no item for "${title}" (${key.replace(/^(sku|title|role|named|account):/, "")}).`,
  remedy: "Create the item in QuickBooks, name another one for it in Settings, Numbers and products, or let Tieout create missing items.",
});

/** Story A23. */
export const customerInactive = (name: string): Issue => ({
  code: "customer_inactive",
  cause: name,
  sentence: `The customer "${name}" was made inactive in QuickBooks, so nothing can be booked on this customer.`,
  remedy: `Make "${name}" active again in QuickBooks (Customers, show inactive), or merge it into the customer that takes its place; its orders continue by themselves.`,
});

export const itemInactive = (key: ItemKey, name: string): Issue => ({
  code: "item_missing",
  cause: `inactive ${key}`,
  sentence: `The item "${name}" was made inactive in QuickBooks, so nothing can be booked on it.`,
  remedy: `Make "${name}" active again in QuickBooks (Products and services); its orders continue by themselves.`,
});

/** Story A9. `why`: what is wrong with the item that was chosen; null where none was. */
export const offStockItemMissing = (name: string, account: string, why: string | null): Issue => ({
  code: "off_stock_item_missing",
  cause: account,
  sentence: `Goods were taken back without being restocked, and "${name}" is an inventory item: QuickBooks would put them back on stock.${why === null ? "" : ` The item that was chosen instead does not do: ${why}.`}`,
  remedy: `Name a non-inventory or service item that books on "${account}" in Settings, Numbers and products; its orders continue by themselves.`,
});

export const itemOnInactiveAccount = (name: string, account: string): Issue => ({
  code: "account_missing",
  cause: `inactive ${account}`,
  sentence: `The item "${name}" books on the account "${account}", which was made inactive in QuickBooks.`,
  remedy: `Make the account "${account}" active again in QuickBooks (Chart of accounts); its orders continue by themselves.`,
});

export const itemOnOtherAccount = (name: string, account: string, wanted: string): Issue => ({
  code: "item_missing",
  cause: `account of ${name}`,
  sentence: `QuickBooks has an item "${name}" that books on ${account}; this line belongs on ${wanted}.`,
  remedy: `Rename that item in QuickBooks or give it the income account ${wanted}, then press Resync.`,
});

/** `why` completes "because …". */
export const receiptCannotFollow = (order: string, why: string): Issue => ({
  code: "receipt_cannot_follow",
  cause: order,
  sentence: `The sales receipt of order ${order} stays as it is, because ${why}.`,
  remedy: "Once the order is paid in one way the receipt follows by itself. Otherwise press Remove from QuickBooks and then Resync: it becomes an invoice with its payments.",
});

/** Story A31: the order is worth less than was paid for it, and Shopify knows of no refund. */
export const customerIsOwed = (orderName: string, owed: Money): Issue => ({
  code: "customer_is_owed",
  cause: orderName,
  sentence: `The customer of order ${orderName} has paid ${amount(owed)} more than the order is worth now; it stands as credit of the customer in QuickBooks.`,
  remedy: "Refund it in Shopify, and the books follow by themselves; or leave the credit for the customer's next order.",
});

/** The order is over before it was sold, and not everything that was paid for it went back as the customer's own. `left`: what the shop still has of it; of 0, what stands is goodwill of a time when the order was worth it. */
export const keptNotBooked = (orderName: string, kept: Money, left: Money): Issue => {
  const byHand = (what: string): string => `book ${what} by an invoice in QuickBooks and put the credit on that.`;
  const isLeft = isPositive(left);
  return {
    code: "kept_not_booked",
    cause: orderName,
    sentence: isLeft
      ? `Order ${orderName} is over and was never invoiced, but ${amount(kept)} of what was paid for it was kept (its shipping, a part of its price, or goodwill that it is not worth any more); it stands as credit of the customer in QuickBooks.`
      : `Order ${orderName} is over and was never invoiced, and all of its money went back. ${amount(kept)} of that went back as goodwill while the order stood: QuickBooks has it as a refund discrepancy, and as credit of the customer that nobody is owed.`,
    remedy: isLeft ? `Refund what is left of it in Shopify, and the books follow by themselves; or ${byHand("what you keep")}` : `To clear both, ${byHand(`${amount(kept)} with the item of refund discrepancies`)}`,
  };
};

export const estimatesOff = (): Issue => ({
  code: "estimates_off",
  cause: "company",
  sentence: "Sales orders become estimates, and estimates are switched off in this QuickBooks company.",
  remedy: "Switch estimates on in QuickBooks (Account and settings, Sales), or choose a mode without sales orders.",
});

export const orderDoesNotAddUp = (orderName: string, shop: Money, lines: Money): Issue => ({
  code: "order_does_not_add_up",
  cause: orderName,
  sentence: `Shopify says order ${orderName} is worth ${amount(shop)}, but its lines, shipping, discounts and tax come to ${amount(lines)}.`,
  remedy: "Check the order in Shopify; it was not posted, so that no figure has to be made up.",
});

export const paymentsDoNotAddUp = (orderName: string, shop: Money, payments: Money): Issue => ({
  code: "order_does_not_add_up",
  cause: `${orderName} payments`,
  sentence: `Shopify says ${amount(shop)} was received for order ${orderName}, but its transactions come to ${amount(payments)}.`,
  remedy: "Check the order's payments in Shopify; nothing was posted.",
});

/** Story A25. `most`: what QuickBooks takes. */
export const tooManyLines = (orderName: string, document: string, lines: number, most: number): Issue => ({
  code: "too_many_lines",
  cause: orderName,
  sentence: `The ${document} of order ${orderName} would have ${lines} lines; QuickBooks takes ${most} at most on one document, so nothing of the order was sent.`,
  remedy: "Split the order in Shopify, and its parts follow by themselves; or book it by hand in QuickBooks and leave it out here.",
});

/** Story A13. */
export const splitShipmentChanged = (orderName: string, why: "both" | "kept"): Issue => ({
  code: "split_shipment_changed",
  cause: orderName,
  sentence: why === "both"
    ? `One change of order ${orderName} took out goods that had shipped and were invoiced, and others that had not shipped: it does not say how much of its money is for which.`
    : `Of goods of order ${orderName} that were taken out before they shipped a part of the price was kept, and the invoice of its first shipment is made already.`,
  remedy: "Refund or edit them one after the other in Shopify; where that is done already, press Remove from QuickBooks and then Resync with one invoice per order chosen in Settings.",
});

export const booksDoNotBalance = (orderName: string, document: string): Issue => ({
  code: "books_do_not_balance",
  cause: `${orderName} ${document}`,
  sentence: `Stopped to protect your books: debits and credits of the ${document} for order ${orderName} differ.`,
  remedy: "This is a fault of Tieout; please report it with the order number. Nothing was posted.",
});

/** `document`: in words. A fault of ours, or a course of events that nobody thought of: then nothing more is written. */
export const notExplained = (orderName: string, document: string): Issue => ({
  code: "books_do_not_balance",
  cause: `${orderName} ${document} unexplained`,
  sentence: `Stopped to protect your books: QuickBooks holds a ${document} of order ${orderName} that does not follow from what happened to the order.`,
  remedy: "Press Remove from QuickBooks and then Resync: the order is booked anew as it is now. Please report it with the order number.",
});

export const echoDiffers = (orderName: string, what: string, planned: string, echoed: string): Issue => ({
  code: "books_differ",
  cause: `${orderName} ${what}`,
  sentence: `QuickBooks holds ${echoed} as ${what} of order ${orderName}; Shopify's figures give ${planned}.`,
  remedy: "Open the document in QuickBooks and look which setting (sales tax, credits, rounding) changed it, then resync the order.",
});

/** Story A26: a bookkeeper changed what the sales order comes to, so that its invoice would differ from it. */
export const salesOrderDiffers = (orderName: string, planned: Money, held: Money): Issue => ({
  code: "books_differ",
  cause: `${orderName} sales order total`,
  sentence: `The sales order of order ${orderName} was changed in QuickBooks: it comes to ${amount(held)} now, Shopify's figures give ${amount(planned)}. Its invoice waits.`,
  remedy: "Set the sales order back to Shopify's figure in QuickBooks, or edit the order in Shopify; the invoice follows by itself.",
});

export const alreadyInQuickBooks = (orderName: string, document: string, number: string, found?: FoundDocument): Issue => ({
  code: "already_in_quickbooks",
  cause: `${orderName} ${document}`,
  sentence: `QuickBooks already has another ${document} numbered ${number}; it was not made by Tieout for order ${orderName}.`,
  remedy: "Link that document, use a number prefix in Settings, or leave the order out.",
  ...(found && { found }),
});

/** A number that no live document has: a voided one keeps its number, and an invoice its link to the sales order too. */
export const numberTaken = (orderName: string, document: string, number: string): Issue => ({
  code: "already_in_quickbooks",
  cause: `${orderName} ${document}`,
  sentence: `QuickBooks refuses the ${document} of order ${orderName}: it counts ${number} as used, although no ${document} that is in force has it. A voided one keeps its number.`,
  remedy: `Delete the voided ${document} in QuickBooks, and the order continues by itself; or leave the order out.`,
});

/** Story A32: the payment keeps its date, whatever happens. */
export const paymentInClosedPeriod = (orderName: string, paidOn: string): Issue => ({
  code: "period_closed",
  cause: `${orderName} payment ${paidOn}`,
  sentence: `The payment of order ${orderName} is dated ${paidOn}, in a period whose books are closed in QuickBooks, so it could not be applied to the invoice. Its date stays as it is.`,
  remedy: "Open the books for that date in QuickBooks (Account and settings, Advanced), or apply the payment to the invoice there; the order continues by itself.",
});

/** Stories A36 and A39: nothing was removed. `document`: such as `payment 1001 of 2026-11-02`. */
export const removalInClosedPeriod = (orderName: string, document: string, closedThrough: string): Issue => ({
  code: "period_closed",
  cause: `${orderName} removal ${document}`,
  sentence: `Nothing of order ${orderName} was removed: its ${document} lies in a period that is closed in QuickBooks, through ${closedThrough}.`,
  remedy: "Open the books for that date in QuickBooks (Account and settings, Advanced) and remove the order again, or press Resync to leave its documents as they are.",
});

export const removalOfDeposited = (orderName: string, document: string, deposit: { id: string; date: string }): Issue => ({
  code: "payment_deposited",
  cause: `${orderName} removal ${document}`,
  sentence: `Nothing of order ${orderName} was removed: its ${document} is part of the bank deposit of ${deposit.date} in QuickBooks.`,
  remedy: "Take it off that deposit in QuickBooks first and remove the order again, or press Resync to leave its documents as they are.",
});

export const removalOfLinked = (orderName: string, document: string): Issue => ({
  code: "removal_refused",
  cause: `${orderName} removal ${document}`,
  sentence: `Nothing of order ${orderName} was removed: its ${document} is linked in QuickBooks to a document that Tieout did not make for this order.`,
  remedy: "Take that link off in QuickBooks and remove the order again, or press Resync to leave its documents as they are.",
});

/** QuickBooks refused in the middle, in its own words. */
export const removalStopped = (orderName: string, document: string, words: string): Issue => ({
  code: "removal_refused",
  cause: `${orderName} removal ${document}`,
  sentence: `QuickBooks did not let the ${document} of order ${orderName} be removed: ${words}`,
  remedy: "Correct what QuickBooks names and remove the order again, or press Resync to make it complete.",
});

type FoundFigures = { name: string; total: Money; sameCustomer: boolean };

const comesTo = ({ total, sameCustomer }: FoundFigures, planned: Money): string =>
  `It comes to ${amount(total)}${sameCustomer ? "" : " for another customer"}; Shopify's figures give ${amount(planned)}.`;

/** Story A28: `found` was made from the sales order by hand. */
export const linkedInvoiceDiffers = (orderName: string, invoice: FoundFigures, planned: Money, found: FoundDocument): Issue => ({
  code: "already_in_quickbooks",
  cause: `${orderName} invoice`,
  sentence: `${invoice.name} was made from the sales order of order ${orderName} by hand. ${comesTo(invoice, planned)}`,
  remedy: "Correct that invoice in QuickBooks or delete it, then press Resync; or link it as it is.",
  found,
});

/** Story A29: a person asked to link it. */
export const foundDocumentDiffers = (orderName: string, kind: string, document: FoundFigures, planned: Money, found: FoundDocument): Issue => ({
  code: "already_in_quickbooks",
  cause: `${orderName} ${kind}`,
  sentence: `The ${document.name} was not linked to order ${orderName}. ${comesTo(document, planned)}`,
  remedy: "Correct it in QuickBooks, and it is linked by itself; link it as it is; or leave the order out.",
  found,
});

export const orderNotReadable = (orderId: string, detail: string): Issue => ({
  code: "order_not_readable",
  cause: orderId,
  sentence: `Shopify's answer for this order could not be read: ${detail}.`,
  remedy: "Press Resync; if it stays, report it with the order number.",
});

export const rejectedByQuickBooks = (subject: string, words: string): Issue => ({
  code: "rejected_by_quickbooks",
  cause: subject,
  sentence: `QuickBooks refused ${subject}: ${words}.`,
  remedy: "Correct what QuickBooks names, then press Resync.",
});

export const goneFromQuickBooks = (orderName: string, documents: string): Issue => ({
  code: "document_changed_in_quickbooks",
  cause: `${orderName} ${documents}`,
  sentence: `The ${documents} of order ${orderName} is no longer in QuickBooks.`,
  remedy: "Press Resync to make it again, or leave it.",
});

/** `document`: such as `payment ch_1 of 2026-11-02`; `id`: QuickBooks' own. */
export const madeTwice = (orderName: string, document: string, id: string, total: Money): Issue => ({
  code: "made_twice",
  cause: `${orderName} ${document} ${id}`,
  sentence: `QuickBooks holds the ${document} of order ${orderName} twice, ${amount(total)} each, and does not let the second one be removed.`,
  remedy: `Delete the one with the id ${id} in QuickBooks (take it off its bank deposit or open the books for its date first); the order continues by itself.`,
});

export const webhooksMissing = (missed: number): Issue => ({
  code: "webhooks_missing",
  cause: "orders",
  sentence: `Shopify has told Tieout of no order for a day, although ${missed} changes were found.`,
  remedy: "Nothing is lost: Tieout looks for changes every 15 minutes, so orders come later than usual. If this stays, report it: Shopify's notifications do not arrive.",
});
