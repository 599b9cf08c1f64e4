/** Every word of the settings page for people. */

export const MODE_HELP = {
  sales_orders_invoices_payments: "The invoice closes the sales order, and payments are applied to it.",
  sales_orders_no_invoices_payments: "Somebody else makes the invoice in QuickBooks. Payments wait for it as the customer's credit.",
  sales_orders: "Shows what was ordered. Nothing is posted to your accounts; invoices and payments are made by somebody else.",
  invoices: "For payments that reach QuickBooks another way, such as a bank feed.",
  invoices_payments: "Payments are applied to the invoice; its balance is 0 once the order is paid.",
  sales_receipts: "Sale and money in one document. An order paid in several ways becomes an invoice with its payments, since a receipt has one deposit account.",
} as const;

export const WORDS = {
  title: "Settings",
  mode: {
    title: "What Tieout makes of an order",
    about: "In QuickBooks Online a sales order is an estimate: it shows what was ordered and posts nothing until the invoice is made.",
    choices: "Documents per order",
    heldByRule: (title: string) => `Your rule holds the invoice back: “${title}”.`,
    atOnce: "The invoice is made at once. A rule can hold it back until the order is paid or shipped.",
    rules: "Open rules",
  },
  orders: {
    title: "Which orders are synced",
    about: "An order enters when one of these is true of it. Once it has a document, payments, cancellations and refunds always follow.",
    startDate: "Start date",
    startDateHelp: "Orders placed before this day stay out, even if they are paid, shipped or refunded later. Empty: no order is too old.",
    testOrders: "Sync test orders",
    testOrdersHelp: "Orders made while Shopify's test mode is on. They would end up in your books as if they were real.",
    freeOrders: "Sync free orders",
    freeOrdersHelp: "Orders with a total of 0 get documents of 0, and no payment.",
  },
  documents: {
    title: "Numbers and products",
    prefix: "Number prefix",
    prefixHelp: "Put before the order's number, at most 8 characters. Needed when two stores post to one company.",
    unknownItems: "When QuickBooks does not know a product",
    create: "Create it as an item",
    createHelp: "A non-inventory item with the product's SKU and name.",
    wait: "Wait for me",
    waitHelp: "The order waits under “Needs you” until the item exists.",
  },
  deposits: {
    title: "Where payments are deposited",
    about: "Payments go to a bank account of your QuickBooks company, from which payouts are matched later.",
    account: "Deposit account",
    accountHelp: (fallback: string) => `Its name in QuickBooks. Empty: ${fallback}.`,
    perMethod: "A payment method with an account of its own",
    method: "Payment method",
    methodExample: "PayPal",
    ownAccount: "Account in QuickBooks",
    add: "Add payment method",
    remove: (method: string) => (method === "" ? "Remove this payment method" : `Remove ${method}`),
    removeShort: "Remove",
    none: "Every payment method uses the deposit account above.",
    unused: "The chosen documents include no payments, so this has no effect now.",
  },
  saved: "Settings saved",
  problems: "Some settings need a look",
  changedMeanwhile: "Somebody else saved the settings meanwhile. Discard your changes to see theirs, or save again to replace them with yours.",
  notSaved: "The settings could not be saved. Nothing was changed; try again.",
} as const;

export const PROBLEMS = {
  statuses: "Choose at least one status; otherwise no order is ever synced",
  startDate: "Enter a day such as 2026-11-02, or leave it empty",
  prefix: "At most 8 characters",
  method: "Name the payment method",
  methodTwice: "This payment method is in the list already",
  account: "Name the account",
  accountLength: "At most 100 characters",
  tooMany: "At most 50 payment methods",
} as const;
