/** Every word of the set-up page for people. */

export const WORDS = {
  title: "Set up Tieout",
  subtitle: "No accounting needed. You can change every answer later.",
  progress: (done: number, total: number) => `${done} of ${total} steps done`,
  again: "Set-up was finished before. Finishing again replaces what is made of an order, the statuses, the start date and the rule that set-up installed. Your other settings and rules stay.",
  changedByHand: "Your settings were changed by hand, so the answers below are suggestions.",
  done: "Done",
  connect: {
    title: "Connect QuickBooks",
    text: (shop: string) => `Choose the QuickBooks Online company that keeps the books of ${shop}. Tieout reads its accounts and preferences.`,
    button: "Connect QuickBooks",
    reconnect: "Reconnect QuickBooks",
    connected: (company: string) => `Connected to ${company}.`,
    unnamed: "your QuickBooks company",
    paused: "QuickBooks no longer accepts the connection. Reconnect it; orders wait meanwhile.",
  },
  questions: {
    title: "How do you keep your books?",
    invoice: "When is the invoice made?",
    moments: {
      at_once: { label: "At once, when the order is placed", help: "Income is booked on the day of the order." },
      when_paid: { label: "When the order is paid", help: "Unpaid orders are booked as no income." },
      when_shipped: { label: "When the order ships", help: "Income is booked when it is earned. Most bookkeepers ask for this." },
    },
    payments: "Who records payments?",
    recorders: {
      tieout: { label: "Tieout does", help: "Each payment is applied to its own order's invoice." },
      somebody_else: { label: "Somebody else does", help: "Invoices stay open until then, for example for a bank feed." },
    },
    supplier: "Does a supplier ship for you?",
    suppliers: {
      no: { label: "No, we ship ourselves", help: "No purchase orders are made." },
      yes: { label: "Yes, for some products", help: "Once an order is paid, each supplier's part of it becomes a purchase order in QuickBooks." },
    },
  },
  statuses: {
    title: "Which orders are synced?",
    text: "An order enters when one of these is true of it. Once it has a document, payments, cancellations and refunds always follow.",
    suggest: "Use the suggested statuses",
  },
  start: {
    title: "From which day on?",
    label: "Start date",
    help: "Orders placed before this day stay out of QuickBooks, even if they are paid, shipped or refunded later. So nothing that you booked already is booked twice.",
    zone: (zone: string) => `The day in your shop's time zone, ${zone}.`,
  },
  finish: {
    title: "Finish",
    text: "Nothing on this page is saved before you finish. From then on orders sync by themselves.",
    notConnected: "You can finish now. Orders wait until QuickBooks is connected.",
    button: "Finish set-up",
    finished: "Set-up is finished",
    unanswered: "No answer came, so it is not known whether set-up was saved. Your answers are still here: finish again.",
    failed: "Set-up could not be saved. Nothing was changed; try again.",
    problems: "Some answers need a look",
  },
  picture: {
    title: "What will happen",
    order: (total: string) => `An order of ${total} through its life`,
    moments: { placed: "Order is placed", paid: "Order is paid", shipped: "Order ships" },
    nothing: "Nothing in QuickBooks yet",
    isNew: "New",
    timing: { at_once: "Invoice at once", when_paid: "Invoice when the order is paid", when_shipped: "Invoice when the order ships" },
    rule: (title: string) => `Installs the rule “${title}”.`,
    supplies: "Say by a rule which products a supplier ships (the template “Drop ship by product vendor”). A purchase order posts nothing; enter the supplier's bill from it in QuickBooks.",
    suppliesNone: "Purchase orders are made only where Tieout records the payments: it has to know that an order is paid.",
    estimate: "In QuickBooks Online a sales order is an estimate: it posts nothing until the invoice is made.",
  },
} as const;

/** States of the picture's documents. */
export const DOCUMENT_STATES = {
  sales_order: { open: () => "Open", settled: () => "Closed by the invoice" },
  invoice: { open: (total: string) => `Open, ${total} due`, settled: (_total: string, zero: string) => `Paid, balance ${zero}` },
  purchase_order: { open: () => "Open, to the supplier", settled: () => "Closed" },
  payment: { open: (total: string) => `${total}, waiting for its invoice`, settled: (total: string) => `${total}, applied to the invoice` },
} as const;

/** What to change in the QuickBooks company first, and why. */
export const ADVICE = {
  title: "Change this in QuickBooks first",
  autoApplyCredit: "Turn off “Automatically apply credits”. While it is on, QuickBooks puts a payment onto the customer's next invoice by itself, so it may end up on another order than its own.",
  autoApplyPayments: "Turn off “Automatically apply payments”. While it is on, QuickBooks spreads what was paid over any open invoices of the customer.",
  where: "In QuickBooks: Settings, Account and settings, Advanced, Automation.",
} as const;

export const PROBLEMS = {
  invoice: "Say when the invoice is made",
  payments: "Say who records payments",
  statuses: "Choose at least one status; otherwise no order is ever synced",
  startDate: "Choose the day from which orders are synced",
} as const;
