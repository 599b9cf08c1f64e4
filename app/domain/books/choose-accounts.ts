/** Which account of the company plays which role: the merchant's choice, else the account of the proposed name, else the only one of its type. */
import type { Account, AccountRole, LedgerAccount } from "./books.ts";

type Proposal = { names: readonly string[]; /** Taken when no name fits and exactly one account has this type. */ onlyOfType?: string; /** Whose account it shares where it has none of its own. */ elseAs?: AccountRole };

/** Names as a new company has them or as set-up proposes to create them (09, the simulated company's chart). */
const PROPOSALS: Record<AccountRole, Proposal> = {
  receivable: { names: ["Accounts Receivable", "Accounts Receivable (A/R)"], onlyOfType: "Accounts Receivable" },
  income: { names: ["Sales of Product Income"] },
  shipping: { names: ["Shipping Income"] },
  discounts: { names: ["Discounts Given", "Discounts given"] },
  sales_tax: { names: ["Sales Tax Payable", "VAT Control", "GST/HST Payable", "GST Liabilities Payable"] },
  tips: { names: ["Tips Payable"] },
  gift_cards: { names: ["Gift Card Liability"] },
  duties_and_fees: { names: ["Duties and Fees Income"] },
  cash_rounding: { names: ["Cash Rounding"] },
  refund_discrepancy: { names: ["Refund Discrepancy"] },
  marketplace_tax: { names: ["Marketplace Tax Payable", "Marketplace Tax"], elseAs: "sales_tax" },
  payable: { names: ["Accounts Payable", "Accounts Payable (A/P)"], onlyOfType: "Accounts Payable" },
  cost_of_goods: { names: ["Cost of Goods Sold", "Cost of goods sold"], onlyOfType: "Cost of Goods Sold" },
};

const plain = (account: LedgerAccount): Account => ({ id: account.id, name: account.name });

export function chooseAccounts(
  accounts: readonly LedgerAccount[], chosen: Partial<Record<AccountRole, string>> = {},
): Partial<Record<AccountRole, Account>> {
  const roles = Object.entries(PROPOSALS) as [AccountRole, Proposal][];
  const found = roles.flatMap(([role, proposal]) => {
    const { elseAs } = proposal;
    const account = pick(accounts, proposal, chosen[role]) ?? (elseAs && pick(accounts, PROPOSALS[elseAs], chosen[elseAs]));
    return account ? [[role, plain(account)] as const] : [];
  });
  return Object.fromEntries(found);
}

function pick(accounts: readonly LedgerAccount[], proposal: Proposal, chosenName: string | undefined): LedgerAccount | undefined {
  if (chosenName !== undefined) return accountNamed(accounts, chosenName);
  for (const name of proposal.names) {
    const account = accountNamed(accounts, name);
    if (account) return account;
  }
  const ofType = accounts.filter((account) => account.type === proposal.onlyOfType);
  return ofType.length === 1 ? ofType[0] : undefined;
}

export function accountNamed(accounts: readonly LedgerAccount[], name: string): LedgerAccount | undefined {
  return accounts.find((account) => account.name.toLowerCase() === name.trim().toLowerCase());
}
