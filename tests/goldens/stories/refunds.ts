/** Stories of money and goods that go back. */
import { Temporal } from "temporal-polyfill";
import type { Story } from "../story.ts";
import { TWO_LINES, unpaid, WEEK } from "./orders.ts";

/** Three days after the orders are placed, and four before the week is over. */
const CLOSED = { closedThrough: Temporal.PlainDate.from("2026-11-05") };

export const REFUND_STORIES: Story[] = [
  { name: "a08-cancelled-before-shipping", title: "A8: cancelled before shipping, refunded", tells: "The order was paid and cancelled before it shipped. Nothing was sold, so the money goes straight back from the payment that brought it.",
    steps: [TWO_LINES, WEEK, { do: "cancel", refund: true }] },
  { name: "a09-one-line-refunded", title: "A9: one line refunded after the invoice", tells: "The lamp came back after everything had shipped and was paid. A refund receipt takes its income and tax back and pays the money out; receivables do not move.",
    steps: [TWO_LINES, WEEK, { do: "fulfil" }, WEEK, { do: "refund", lines: [{ sku: "LAMP", quantity: 1, restock: true }] }] },
  { name: "a09-one-of-two-units", title: "A9: one unit of two refunded after the invoice", tells: "One of two blankets came back. Half of the line and half of its tax go back by a refund receipt.",
    steps: [TWO_LINES, { do: "fulfil" }, { do: "refund", lines: [{ sku: "BLANKET", quantity: 1 }] }] },
  { name: "a09-shipping-refunded", title: "A10: shipping refunded after the invoice", tells: "The parcel came late and the merchant gave the shipping back. The refund receipt takes it off shipping income.",
    steps: [TWO_LINES, { do: "fulfil" }, { do: "refund", shipping: "full" }] },
  { name: "a10-goodwill-after", title: "A10: a goodwill amount after shipping", tells: "The merchant gave 5.00 back for nothing that was returned. It stands on the refund discrepancy account; invoice and payment are untouched.",
    steps: [TWO_LINES, { do: "fulfil" }, { do: "refund", amount: "5.00" }] },
  { name: "a10-goodwill-before", title: "A10: a goodwill amount before shipping", tells: "The merchant gave 5.00 back before the order shipped. It stands on the refund discrepancy account; the later invoice has its full amount and the payment covers it.",
    steps: [TWO_LINES, { do: "refund", amount: "5.00" }, WEEK, { do: "fulfil" }] },
  { name: "a12-edited-unpaid", title: "A12: edited after the invoice, unpaid", tells: "A line was added while nobody had paid the invoice. The invoice is updated; there is one document.",
    mode: "invoices_payments", steps: [unpaid(TWO_LINES), { do: "edit", add: [{ sku: "MUG", title: "Mug", quantity: 1, price: "10.00" }] }, { do: "pay" }] },
  { name: "a12-edited-partly-paid", title: "A12: lowered after the invoice, partly paid", tells: "Of 92.40 the customer had paid 80.00 when the lamp was taken out of the order. The invoice is lowered to 60.00; 20.00 of the payment stay as the customer's credit.",
    mode: "invoices_payments", tellsOf: ["customer_is_owed"], steps: [unpaid(TWO_LINES), { do: "pay", amount: "80.00" }, { do: "edit", set: [{ sku: "LAMP", quantity: 0 }] }] },
  { name: "a12-added-after-paid", title: "A12: a line added after the invoice was paid", tells: "A mug was added when the invoice was paid already. A paid invoice is never changed, so the mug has an invoice of its own, and its payment covers that.",
    steps: [TWO_LINES, { do: "fulfil" }, { do: "edit", add: [{ sku: "MUG", title: "Mug", quantity: 1, price: "10.00" }] }, { do: "pay" }] },
  { name: "a12-lowered-in-closed-period", title: "A12: lowered after the invoice, whose period is closed", tells: "Nobody had paid the invoice when the lamp was taken out of the order, but its period is closed. The invoice stays, and a credit memo dated on the day of the edit takes the lamp off what is owed.",
    mode: "invoices_payments", company: CLOSED, steps: [unpaid(TWO_LINES), WEEK, { do: "edit", set: [{ sku: "LAMP", quantity: 0 }] }, { do: "pay" }] },
  { name: "a12-added-in-closed-period", title: "A12: a line added after the invoice, on a day that is closed", tells: "A mug was added while nobody had paid the invoice, but both days are closed. The mug has an invoice of its own, dated on the first open day.",
    mode: "invoices_payments", company: CLOSED, steps: [unpaid(TWO_LINES), { do: "edit", add: [{ sku: "MUG", title: "Mug", quantity: 1, price: "10.00" }] }] },
  { name: "a22-exchange", title: "A22: an exchange after the invoice was paid", tells: "A blanket came back and a mug went out instead. A credit memo for the blanket pays the mug's invoice; the rest is the customer's.",
    tellsOf: ["customer_is_owed"], mode: "invoices_payments", steps: [TWO_LINES, { do: "edit", set: [{ sku: "BLANKET", quantity: 1 }], add: [{ sku: "MUG", title: "Mug", quantity: 1, price: "10.00" }] }] },
  { name: "a30-one-line-before-shipping", title: "A30: one line refunded before shipping", tells: "The lamp was taken back before anything shipped. The sales order is lowered, the money goes back from the payment, and the invoice for the rest takes what is left of it.",
    steps: [TWO_LINES, { do: "refund", lines: [{ sku: "LAMP", quantity: 1, restock: true }] }, WEEK, { do: "fulfil" }] },
  { name: "a31-cancelled-unpaid", title: "A31: cancelled after the invoice, unpaid", tells: "The invoice was never paid and the order was cancelled. The invoice is voided, so nothing is left in the books.",
    mode: "invoices_payments", endsAs: "skipped", steps: [unpaid(TWO_LINES), { do: "cancel" }] },
  { name: "a31-cancelled-paid-refunded", title: "A31: cancelled after the invoice, paid and refunded", tells: "The invoice was paid when the order was cancelled and refunded. A refund receipt takes income, tax and money back.",
    mode: "invoices_payments", steps: [TWO_LINES, { do: "cancel", refund: true }] },
  { name: "a31-cancelled-paid-not-refunded", title: "A31: cancelled after the invoice, paid and not refunded", tells: "The invoice was paid when the order was cancelled, and the money was kept. A credit memo takes the income back; the customer has credit and is owed the money.",
    mode: "invoices_payments", tellsOf: ["customer_is_owed"], steps: [TWO_LINES, { do: "cancel" }] },
  { name: "a31-refunded-later", title: "A31: cancelled after the invoice, refunded later", tells: "The order was cancelled without its money, which went back a week later. The credit memo pays the customer refund.",
    mode: "invoices_payments", steps: [TWO_LINES, { do: "cancel" }, WEEK, { do: "refund", amount: "92.40" }] },
  { name: "a37-all-lines-refunded", title: "A37: every line refunded before shipping", tells: "All lines were refunded before anything shipped, without a cancellation. Nothing was sold, so there is no invoice.",
    steps: [TWO_LINES, { do: "refund" }] },
  { name: "a42-part-paid-return", title: "A42: part paid, goods returned, a part paid back", tells: "Of 92.40 the customer had paid 62.40 when a blanket and the lamp came back, worth 59.40; 29.40 were paid back. A credit memo pays what was open, and the rest of it pays the customer refund.",
    mode: "invoices_payments", steps: [unpaid(TWO_LINES), { do: "pay", amount: "62.40" }, { do: "fulfil" }, { do: "refund", lines: [{ sku: "LAMP", quantity: 1 }, { sku: "BLANKET", quantity: 1 }] }] },
  { name: "a17-gift-card-pays-a-part", title: "A17: a gift card pays a part of an invoiced order", tells: "A gift card paid 20.00 and a card the rest. The gift card pays the invoice by a credit memo, which takes it off the liability.",
    steps: [unpaid(TWO_LINES), { do: "pay", amount: "20.00", gateway: "gift_card" }, { do: "pay" }, { do: "fulfil" }] },
];
