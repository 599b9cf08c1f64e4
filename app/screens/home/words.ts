/** Every word of the home page. */

export const HOME_WORDS = {
  title: "Overview",
  figures: "Orders by state",
  upToDate: "Up to date",
  waiting: "Waiting",
  needsYou: "Need you",
  notSynced: "Not synced",
  chart: "Documents made in QuickBooks",
  chartSpan: "Last 30 days",
  chartEmpty: "None yet. The first ones appear here as soon as an order is synced.",
  issues: "Needs you",
  issuesMore: "See all orders that need you",
  proof: "Do shop and books agree?",
  proofEmpty: "Every synced order is compared with its documents in QuickBooks, to the cent. There is none to compare yet.",
  matches: "Match to the cent",
  except: "Match, except what your rules leave out",
  differs: "Differ, see “Needs you”",
  clearing: "Payouts still to match",
  clearingMeans: "Money that came in and went back through Shopify, less what you matched with your bank. What stands here are payouts still to match, and Shopify's fees, which Tieout does not book yet: once every payout is matched, it is the fees alone.",
  clearingOverdrawn: "More left this account than came in through Tieout: usually payouts or fees that were booked by hand for orders that are not in the books.",
  clearingRead: (time: string) => `Read from QuickBooks ${time}; what Tieout booked since then is counted in.`,
  setUp: {
    title: "Set up Tieout",
    about: "A few questions about how you keep your books. It takes about two minutes, and you can change every answer later.",
    steps: ["Connect QuickBooks", "Say when invoices and payments are made", "Choose where to start"],
    button: "Start set-up",
  },
} as const;

/** One sentence says where the shop stands; the first that is true wins. */
export const HEADLINE_WORDS = {
  notConnected: { title: "QuickBooks is not connected", none: "Connect the QuickBooks company that keeps this shop's books.", some: (orders: string) => `${orders} waiting until a QuickBooks company is connected.` },
  paused: { title: "Paused", none: "No order is waiting.", some: (orders: string) => `${orders} waiting; they continue by themselves once QuickBooks is reconnected.` },
  needsYou: { title: (orders: string) => `${orders} need you`, titleOne: (orders: string) => `${orders} needs you`, sentence: "What to do is listed below; each order continues by itself once its cause is gone." },
  differs: { title: "Shop and books differ", sentence: (orders: string) => `${orders} with a difference that no rule explains.` },
  catchingUp: { title: "Catching up", sentence: (orders: string) => `${orders} on the way to QuickBooks.` },
  empty: { title: "Ready for the first order", sentence: "As soon as an order comes in, its documents are made in QuickBooks and listed here." },
  agree: { title: "Shop and books agree", sentence: (orders: string) => `${orders} compared with QuickBooks, to the cent.` },
  nothingToCompare: { title: "Up to date", sentence: "No order is waiting." },
} as const;
