/** The chart of accounts every simulated company starts with (design page 09). Data only. */
type ChartAccount = { name: string; type: string; subType: string };

export const DEFAULT_CHART = [
  { name: "Checking", type: "Bank", subType: "Checking" },
  { name: "Shopify Clearing", type: "Bank", subType: "Checking" },
  { name: "Undeposited Funds", type: "Other Current Asset", subType: "UndepositedFunds" },
  { name: "Accounts Receivable", type: "Accounts Receivable", subType: "AccountsReceivable" },
  { name: "Accounts Payable", type: "Accounts Payable", subType: "AccountsPayable" },
  { name: "Sales of Product Income", type: "Income", subType: "SalesOfProductIncome" },
  { name: "Shipping Income", type: "Income", subType: "ServiceFeeIncome" },
  { name: "Discounts Given", type: "Income", subType: "DiscountsRefundsGiven" },
  { name: "Duties and Fees Income", type: "Income", subType: "ServiceFeeIncome" },
  { name: "Cash Rounding", type: "Income", subType: "OtherPrimaryIncome" },
  { name: "Refund Discrepancy", type: "Income", subType: "OtherPrimaryIncome" },
  { name: "Gift Card Liability", type: "Other Current Liability", subType: "OtherCurrentLiabilities" },
  { name: "Tips Payable", type: "Other Current Liability", subType: "OtherCurrentLiabilities" },
  { name: "Sales Tax Payable", type: "Other Current Liability", subType: "SalesTaxPayable" },
  { name: "Cost of Goods Sold", type: "Cost of Goods Sold", subType: "SuppliesMaterialsCogs" },
  { name: "Merchant Fees", type: "Expense", subType: "OtherMiscellaneousServiceCost" },
  { name: "Chargebacks", type: "Expense", subType: "OtherMiscellaneousServiceCost" },
] as const satisfies readonly ChartAccount[];

export type ChartName = (typeof DEFAULT_CHART)[number]["name"];

/** QuickBooks' own starting terms and payment methods. */
export const DEFAULT_TERMS = [
  { Name: "Due on receipt", DueDays: 0 },
  { Name: "Net 15", DueDays: 15 },
  { Name: "Net 30", DueDays: 30 },
  { Name: "Net 60", DueDays: 60 },
];

export const DEFAULT_PAYMENT_METHODS = [
  { Name: "Cash", Type: "NON_CREDIT_CARD" },
  { Name: "Check", Type: "NON_CREDIT_CARD" },
  { Name: "Visa", Type: "CREDIT_CARD" },
  { Name: "MasterCard", Type: "CREDIT_CARD" },
  { Name: "American Express", Type: "CREDIT_CARD" },
];
