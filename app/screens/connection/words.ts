/** Every word of the connection page for people. */

export const WORDS = {
  title: "Connection",
  status: {
    active: { label: "Connected", tone: "success" },
    parked: { label: "Paused", tone: "attention" },
  },
  company: "QuickBooks company",
  unnamed: "Your QuickBooks company",
  facts: { country: "Country", currency: "Currency", since: "Connected since", readAt: "Company details read" },
  notYetRead: "With the first order",
  reconnect: "Reconnect QuickBooks",
  disconnect: "Disconnect",
  paused: {
    title: "Paused: reconnect QuickBooks",
    text: "Orders wait and continue by themselves once it is reconnected. Nothing is lost, and nothing is posted twice.",
    because: (reason: string) => `What happened: ${reason}`,
    unknown: "QuickBooks no longer accepts the connection.",
  },
  notConnected: {
    title: "Connect your QuickBooks company",
    text: (shop: string) => `Choose the QuickBooks Online company that keeps the books of ${shop}. Until then orders wait and nothing is posted.`,
    steps: ["QuickBooks asks you to sign in and to choose the company.", "Tieout reads its accounts and preferences; it changes nothing yet.", "Orders that waited are posted as your settings and rules say."],
    connect: "Connect QuickBooks",
    ended: "The connection was ended. Documents that were posted are still in QuickBooks, and connecting the same company again continues where it stopped.",
  },
  preferences: {
    title: "QuickBooks preferences that matter",
    unread: "They are read with the first order.",
    good: "Good as it is",
    change: "Please turn off",
    where: "You change them in QuickBooks under Settings, Account and settings, Advanced, Automation.",
    autoApplyCredit: {
      name: "Automatically apply credits",
      on: "It is on. QuickBooks puts a customer's payment onto the next invoice by itself, so a payment may end up on another order than its own.",
      off: "It is off. Tieout applies each payment to its own order's invoice.",
    },
    autoApplyPayments: {
      name: "Automatically apply payments",
      on: "It is on. QuickBooks spreads what was paid over any open invoices of the customer, so an order may look unpaid although it was paid.",
      off: "It is off. Each payment stays with its own order.",
    },
    estimates: { name: "Sales orders", text: "In QuickBooks Online a sales order is an estimate. It posts nothing to your accounts until its invoice is made." },
  },
  ask: {
    title: (company: string) => `Disconnect ${company}?`,
    points: ["New and changed orders wait here; nothing more is posted.", "Documents that are in QuickBooks stay as they are.", "Settings and rules stay. Connecting the same company again continues without doubling anything."],
    confirm: "Disconnect",
    keep: "Stay connected",
  },
  disconnected: "QuickBooks is disconnected",
  unconfirmed: "Tieout is disconnected and has erased its access. QuickBooks did not confirm it; to be sure, look under Apps in QuickBooks and disconnect Tieout there too.",
  failed: "The connection could not be ended. It is as it was; try again.",
} as const;
