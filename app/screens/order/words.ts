/** Every word of an order's page. */

export const ORDER_WORDS = {
  back: "Orders",
  placed: (time: string) => `Placed ${time}`,
  looked: (time: string) => `Last looked at ${time}`,
  neverLooked: "Not looked at yet",
  waitsForConnection: "It is looked at again once QuickBooks is connected.",
  checking: "Checking with Shopify and QuickBooks…",
  openInShopify: "Open in Shopify",
  chain: "Documents in QuickBooks",
  chainEmpty: "No document yet.",
  proof: "Do shop and books agree?",
  proofEmpty: "Compared once the order has documents.",
  why: "Why",
  fields: "what decided each field",
  rules: "Your rules, from top to bottom",
  timeline: "What happened",
  preview: {
    title: "Preview", button: (press: string) => `Preview ${press}`, help: (press: string) => `Shows what ${press} would do to QuickBooks. Nothing is written.`, again: "Preview again",
    failed: "The preview could not be made. Try again.",
  },
  issues: "What to do",
  expected: { title: "New order", sentence: "Tieout has just heard of this order and is reading it. This page looks again by itself.", button: "See all orders" },
  notFound: { title: "There is no such order", sentence: "It was never synced for this shop. An order that was placed just now appears here by itself; of any other, check the number in the list.", button: "See all orders" },
} as const;

/** The button that has the order looked at again; of an order that a rule holds it is the OK that the order waits for (decision 063). */
export const PRESS_WORDS = {
  resync: { label: "Resync", help: "Adds what is missing, corrects what differs, never twice." },
  approve: { label: "Approve and send", help: "Sends the order to QuickBooks although your rule holds it. The rule stays for other orders." },
} as const;

/** The answer to what a person asked; `waits`: while QuickBooks is not connected. */
export const ASKED_WORDS = {
  resync: { started: "Resync started", waits: "Resync noted; it runs once QuickBooks is connected" },
  approve: { started: "Approved; it is being sent", waits: "Approved; it is sent once QuickBooks is connected" },
  remove: { started: "Removal started", waits: "Removal noted; it runs once QuickBooks is connected" },
  leaveOut: { started: "The order is left out", waits: "Noted; the order is left out once QuickBooks is connected" },
  link: { started: "Linking started", waits: "Linking noted; it runs once QuickBooks is connected" },
} as const;

export const REMOVE_WORDS = {
  button: "Remove from QuickBooks …",
  title: (order: string) => `Remove order ${order} from QuickBooks?`,
  documents: "These documents are deleted, or voided where QuickBooks does not let them be deleted:",
  accounts: { title: "What that does to the books", account: "Account", change: "Change", none: "No account changes: these documents do not post." },
  points: [
    "Everything or nothing: if one of them lies in a closed period, or its payment is in a bank deposit, all of them stay and you are told which.",
    "Shopify is not changed. Nothing is made again by itself; Resync makes it again.",
  ],
  confirm: "Remove",
  keep: "Keep them",
} as const;

export const FOUND_WORDS = {
  link: "Link that document",
  linkAsItIs: "Link it as it is",
  leaveOut: "Leave it out",
  makeRule: "Make a rule from this order",
} as const;

/** When a document comes that is not there yet. */
export const EVENT_WORDS = {
  ships: "when it ships",
  paid: "when it is paid",
  authorized: "when it is paid, or the money is reserved",
  rule: (title: string) => `when your rule “${title}” allows it`,
  next: "next",
  fixed: "once this is fixed",
} as const;

export const CHAIN_WORDS = {
  balance: (amount: string) => `Open: ${amount}`,
  unapplied: (amount: string) => `Not applied yet: ${amount}`,
  creditLeft: (amount: string) => `Not used yet: ${amount}`,
  /** A payment of 0 that puts a credit memo on what it pays. */
  spending: "Credit applied",
  open: (entity: string, number: string | null) => (number === null ? `Open ${entity}` : `Open ${entity} ${number}`),
} as const;

export const DOCUMENT_STATUS_WORDS = {
  open: { label: "Open", tone: "info" },
  closed: { label: "Closed", tone: "new" },
  emailed: { label: "E-mailed", tone: "info" },
  billed: { label: "Billed", tone: "success" },
  voided: { label: "Voided", tone: "attention" },
  paid: { label: "Paid", tone: "success" },
  partlyPaid: { label: "Partly paid", tone: "info" },
  applied: { label: "Applied", tone: "success" },
  unapplied: { label: "Waiting for its invoice", tone: "info" },
  givenBack: { label: "Given back", tone: "success" },
  charged: { label: "Charged back", tone: "attention" },
  cameBack: { label: "Came back", tone: "success" },
  creditUsed: { label: "Used", tone: "success" },
  creditLeft: { label: "Customer's credit", tone: "info" },
  intended: { label: "Not sent yet", tone: "info" },
  sent: { label: "On its way", tone: "info" },
  unknown: { label: "Checking with QuickBooks", tone: "info" },
  rejected: { label: "Refused by QuickBooks", tone: "attention" },
  undone: { label: "No longer in QuickBooks", tone: "attention" },
} as const;

export const PROOF_WORDS = {
  columns: { side: "", shop: "Shop", books: "Books", difference: "Difference" },
  income: { label: "Sales", documents: "invoices" },
  money: { label: "Payments", documents: "payments" },
  matches: "Matches, to the cent",
  except: (documents: string, who: string) => `Matches, except ${documents} that ${who} out`,
  differs: (amount: string) => `Differs by ${amount}`,
  incomplete: "Not all documents are in QuickBooks yet",
  leftOutOnPurpose: "Left out",
  leftOut: (amount: string, documents: string, who: string) => `${amount} of ${documents} left out: ${who}.`,
  chargedBack: (amount: string) => `${amount} went to a chargeback and is booked as an expense; sale and payment stay what they are, so it is no difference.`,
  chargebackReturned: "A chargeback took money and all of it came back: booked as an expense and its reversal, no difference.",
  and: " and ",
} as const;

export const WHY_WORDS = {
  made: (who: string) => `Made: ${who}.`,
  refunded: "Made: money or goods went back in Shopify, or the order was changed after its sale.",
  chargedBack: "Made: the buyer's bank charged the payment back, and the money moved.",
  toFollow: "To be made: money or goods went back in Shopify, or the order was changed after its sale.",
  toBeMade: (who: string) => `To be made: ${who}.`,
  madeWhenPaid: (who: string) => `Made for money that Shopify received: ${who}. None was received yet.`,
  notMade: (who: string) => `Not made: ${who}.`,
  stays: (who: string) => `Stays although it would not be made now: ${who}.`,
  notDecided: "Not decided yet: the order has not been looked at, or could not be read.",
  rule: (title: string, values?: string) => `your rule “${title}”${values === undefined ? "" : ` (${values})`}`,
  value: (field: string, value: string | null) => (value === null ? `no ${field}` : `${field}: ${value}`),
  followed: (title: string, kind: "skip" | "hold") => `Your rule “${title}” ${kind === "skip" ? "leaves out" : "holds"} orders like this one. This one was in QuickBooks before, so it is followed.`,
  released: (title: string) => `Your rule “${title}” holds orders like this one. A person approved this one.`,
  mode: (sentence: string) => `you chose “${sentence}”`,
  status: "the order statuses you chose",
  setting: "your settings",
  books: (kind: string) => `the order's ${kind} is in QuickBooks already, and an order keeps its form`,
  severalGateways: "it was paid in several ways, and a sales receipt has one deposit account",
  overpaid: "more was paid than it is worth, and a sales receipt cannot hold what the customer is owed",
  cancelled: "the order was cancelled, or everything was taken back, before it was sold",
  notAuthorizedYet: "nothing is ordered from a vendor before the customer has paid, or the money is reserved",
  notPaidYet: "a sales receipt is made once the order is fully paid",
  matched: "Applied.",
  here: (values: string) => `Here: ${values}.`,
  notMatched: (asks: string, actual: string) => `Did not apply: it asks that ${asks}; here it is “${actual}”.`,
  noValue: (asks: string) => `Did not apply: it asks that ${asks}; here there is none.`,
  disabled: "Switched off.",
  notReached: "Not asked: an earlier rule settled the order.",
} as const;

/** Which setting or value of the order decided a field. */
export const FIELD_WORDS = {
  number: { label: "Number", prefixed: (name: string, prefix: string) => `order name ${name}, with “${prefix}” from your settings in front`, plain: (name: string) => `order name ${name}; your settings put nothing in front`, company: "QuickBooks numbers this document by itself" },
  date: { label: "Date", placed: "the day the order was placed, in your shop's time zone", shipped: "the day the last item shipped, in your shop's time zone", paid: "the day the money was received, in your shop's time zone", refunded: "the day of the refund, in your shop's time zone", edited: "the day of the change, in your shop's time zone", charged: "the day the money was taken, as Shopify Payments has it, in your shop's time zone", cameBack: "the day the money came back, as Shopify Payments has it, in your shop's time zone", marked: "the day the order was placed: a rule marked it as paid, and its money has not come yet", memo: "the day of the credit memo that it spends", ordered: "your setting: the day the order was placed, in your shop's time zone", whenPaid: "your setting: the day the order was paid, in your shop's time zone; until then its own day", opened: (day: string) => `the first open day: the books are closed for ${day}, its own`, kept: "as it was dated when it was made" },
  method: (gateway: string) => `your setting for ${gateway}`,
  customer: { label: "Customer", because: "as the order names the customer" },
  billTo: { label: "Billing address", because: "as on the order" },
  shipTo: { label: "Shipping address", because: "as on the order" },
  email: { label: "E-mail", because: "the order's e-mail address" },
  descriptions: { label: "Descriptions", because: "title and variant of each product, as on the order" },
  taxCodes: { label: "Tax codes", because: "the code chosen in your settings for each set of taxes on the order, else the one code of QuickBooks with the same rates" },
  customField: "as on the order; the field is your company's own",
  memo: { label: "Memo", because: "the order's name, its address in Shopify, its PO number and discount codes" },
  standing: { label: "Status", values: { pending: "pending", accepted: "accepted", closed: "closed" } as Readonly<Record<string, string>>, because: "pending until the order is paid, accepted then, closed once it is invoiced or cancelled" },
  terms: { label: "Terms", due: (day: string) => `due ${day}`, because: "the order's payment terms in Shopify" },
  salesOrder: { label: "Made from", value: "the order's sales order", because: "an invoice closes the sales order that it follows from" },
  shipment: { label: "Shipment", value: "one shipment of the order", because: "your setting: an invoice for each shipment" },
  receivable: { label: "Receivable account", because: "where your company keeps what customers owe, in the order's currency" },
  reference: { label: "Reference", transaction: "Shopify's number of the transaction", marked: "the order's number at Shopify: a rule marked it as paid, and its money has not come yet", memo: "the credit memo that it spends" },
  items: { label: "Items", because: "by the SKU of each line, else by its title; unknown items follow your settings" },
  vendor: { label: "Vendor", because: "your rule that drop ships the lines, else the item's preferred vendor, else the product's vendor in Shopify" },
  unitCosts: { label: "Unit costs", because: "the purchase cost of each line's item in QuickBooks on the day it was ordered, else Shopify's cost per item" },
  accounts: { label: "Accounts", because: "the income account of each line's item in QuickBooks", chargeback: "your settings for chargebacks and their fees" },
  tax: { label: "Tax", because: "as Shopify worked it out" },
  total: { label: "Total", order: "the order's total at Shopify", payment: "the amount Shopify received", marked: "what is still to be paid: a rule marked the order as paid", spent: "it brings no money: it spends a credit memo", receipt: "the order's total at Shopify, less what gift cards paid", refund: "what was taken back and given back at Shopify", addition: "what was added to the order at Shopify", chargeback: "what Shopify Payments took for the chargeback, or gave back of it, with its fee", bought: "the units that the vendor ships, at their unit costs" },
  deposit: { label: "Deposit account", gateway: (gateway: string) => `your setting for ${gateway}`, other: (gateway: string) => `your setting for all other payment methods; ${gateway} has none of its own`, before: "where it was put when it was made, by your settings or rules of then", back: "where the payment that it gives back was put" },
  applied: { label: "Applied to", invoice: (amount: string) => `the order's invoice, ${amount}`, customer_refund: (amount: string) => `money given back to the customer, ${amount}`, credit_memo: (amount: string) => `paid by the credit memo, ${amount}`, because: "the money was received for this order", none: "nothing yet", noInvoice: "there is no invoice of this order to apply it to" },
} as const;

export const TIMELINE_WORDS = {
  placed: "Order placed in Shopify",
  made: (document: string) => `${document} made in QuickBooks`,
  updated: (document: string) => `${document} corrected in QuickBooks`,
  applied: (document: string) => `${document} applied`,
  closed: (document: string) => `${document} closed`,
  closedByLink: (document: string) => `${document} closed by its invoice`,
  adopted: (document: string) => `${document} was in QuickBooks and belongs to this order now`,
  removed: (document: string) => `${document} removed from QuickBooks`,
  voided: (document: string) => `${document} voided: the order was cancelled before anybody paid`,
  passed: (rule: string, by: string | null) => `Approved by a person of the shop${by === null ? "" : ` (Shopify user ${by})`}: your rule “${rule}” had held it`,
  creditFreed: "Other credit that QuickBooks had put on the invoice taken off again",
  creditGathered: "Credit that QuickBooks had spent on something else by itself taken back",
  other: (document: string) => `${document} changed in QuickBooks`,
} as const;

/** What the admin extensions say beside what the order's page says. */
export const EXTENSION_WORDS = {
  unknown: "Tieout has no such order. Orders from before it was installed are brought in from the app.",
  expected: "Tieout has just heard of this order and is reading it.",
  refused: (most: number) => `Between 1 and ${most} orders can be asked for at once.`,
  notices: {
    paused: { title: "Paused: reconnect QuickBooks", sentence: "QuickBooks no longer accepts the connection. Orders wait and continue by themselves once it is reconnected.", path: "/app/connection" },
    not_connected: { title: "QuickBooks is not connected", sentence: "Orders wait until a company is connected.", path: "/app/connection" },
  },
} as const;

/** What rules and settings set, by slot. */
export const RULED_WORDS = {
  settings: (settings: readonly string[]) => `your ${settings.length === 1 ? "setting" : "settings"} for ${settings.join(" and ")}`,
  settingNames: {
    class: "the class", location: "the location", terms: "payment terms", customerMessage: "the message to customers", customFields: "custom fields", items: "items by SKU",
    fallbackItem: "products that QuickBooks does not know", customers: "customers", oneCustomer: "one customer for all orders",
  } as Readonly<Record<string, string>>,
  rules: (rules: readonly { title: string; values: string | undefined }[]) =>
    `your ${rules.length === 1 ? "rule" : "rules"} ${rules.map(({ title, values }) => `“${title}”${values === undefined ? "" : ` (${values})`}`).join(", ")}`,
  yes: "yes",
  slots: {
    class: "Class", department: "Location", terms: "Terms", poNumber: "PO number", shipDate: "Ship date", memo: "Memo", customerMessage: "Message to the customer", salesRep: "Sales rep", emailInvoice: "Sent by e-mail",
    discounts: "Discounts", paymentMethod: "Payment method", paymentReference: "Reference", "line class": "Class of lines", "line description": "Descriptions", "line quantityFactor": "Quantities multiplied by", "line skip": "Lines left out",
  } as Readonly<Record<string, string>>,
} as const;
