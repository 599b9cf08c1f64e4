/** What people call the transactions of QuickBooks, and the addresses its real pages have. */
import { ENTITIES } from "../../entities/registry.ts";

type Words = {
  singular: string;
  plural: string;
  /** `https://app.qbo.intuit.com/app/{link}?txnId=…` of the real product. */
  link: string;
};

/** Also those that the simulator has not yet: a new entity finds its words here. */
const WORDS: Record<string, Words> = {
  Estimate: { singular: "Estimate", plural: "Estimates", link: "estimate" },
  PurchaseOrder: { singular: "Purchase order", plural: "Purchase orders", link: "purchaseorder" },
  Invoice: { singular: "Invoice", plural: "Invoices", link: "invoice" },
  SalesReceipt: { singular: "Sales receipt", plural: "Sales receipts", link: "salesreceipt" },
  Payment: { singular: "Payment", plural: "Payments", link: "recvpayment" },
  CreditMemo: { singular: "Credit memo", plural: "Credit memos", link: "creditmemo" },
  RefundReceipt: { singular: "Refund receipt", plural: "Refund receipts", link: "refundreceipt" },
  Bill: { singular: "Bill", plural: "Bills", link: "bill" },
  VendorCredit: { singular: "Vendor credit", plural: "Vendor credits", link: "vendorcredit" },
  Deposit: { singular: "Deposit", plural: "Deposits", link: "deposit" },
  JournalEntry: { singular: "Journal entry", plural: "Journal entries", link: "journal" },
  Purchase: { singular: "Expense", plural: "Expenses", link: "expense" },
};

export function wordsOf(entity: string): Words {
  return WORDS[entity] ?? { singular: entity, plural: `${entity}s`, link: entity.toLowerCase() };
}

/** Every transaction the simulator has, in the order of a sale's life. */
export function documentEntities(): string[] {
  const order = Object.keys(WORDS);
  const names = ENTITIES.filter(({ kind }) => kind === "transaction").map(({ name }) => name);
  return names.sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** The entity a link of the real product means. */
export function entityOfLink(link: string): string | undefined {
  return documentEntities().find((entity) => wordsOf(entity).link === link);
}
