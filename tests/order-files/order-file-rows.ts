/** Every file of the contracts folder, and what must come of it. The figures are worked out by hand from the file; they must never be taken from what the app made of it. */

type Company = { country: string; currency: string; taxCodes?: object[] };

export type OrderFileRow = {
  file: string;
  about: string;
  company: Company;
  /** The trial balance once everything is booked, debit positive. */
  books: Record<string, string>;
  /** Issues that wait, or what a person is told although the order is posted. */
  codes: string[];
};

const US: Company = { country: "US", currency: "USD" };
const CA: Company = { country: "CA", currency: "CAD" };
/** QuickBooks has no table for this country here: the company brings the one code that the order's tax needs. */
const IE: Company = { country: "IE", currency: "EUR", taxCodes: [{ Name: "State tax", SalesTaxRateList: { TaxRateDetail: [{ TaxRateRef: { name: "State tax", rate: 6 } }] } }] };

/** Posted, and shop and books agree to the cent. */
export const POSTED: OrderFileRow[] = [
  { file: "rest_order_pending.json", about: "199.00, nobody has paid", company: US, codes: [], books: { "Accounts Receivable": "199.00", "Sales of Product Income": "-199.00" } },
  { file: "rest_order_partially_paid.json", about: "199.00, of which 149.00 are outstanding", company: US, codes: [],
    books: { "Shopify Clearing": "50.00", "Accounts Receivable": "149.00", "Sales of Product Income": "-199.00" } },
  { file: "rest_order_fulfilled.json", about: "199.00, paid and shipped", company: US, codes: [], books: { "Shopify Clearing": "199.00", "Sales of Product Income": "-199.00" } },
  { file: "rest_order_discount_code_fake30_guest_address.json", about: "199.00 − 17.91 = 181.09, a guest", company: US, codes: [],
    books: { "Shopify Clearing": "181.09", "Discounts Given": "17.91", "Sales of Product Income": "-199.00" } },
  { file: "rest_order_multi_lines_order_level_tax.json", about: "129.99 + 85.95 + 2 × 19.99 = 255.92; State 10.20 + County 4.25 = 14.45", company: US, codes: [],
    books: { "Shopify Clearing": "270.37", "Sales of Product Income": "-255.92", "Sales Tax Payable": "-14.45" } },
  { file: "rest_order_eur_sale_custom_line_taxline.json", about: "3 × 74.99 = 224.97 and 13.50 tax, in euros", company: IE, codes: [],
    books: { "Shopify Clearing": "238.47", "Sales of Product Income": "-224.97", "Sales Tax Payable": "-13.50" } },
  { file: "rest_order_no_customer.json", about: "one iPod of three left, 199.00 − 3.33 + 3.98 = 199.65; 598.94 − 209.00 = 389.94 received, so 190.29 are owed; nobody is known", company: US, codes: ["customer_is_owed"],
    books: { "Shopify Clearing": "389.94", "Accounts Receivable": "-190.29", "Sales of Product Income": "-199.00", "Discounts Given": "3.33", "Sales Tax Payable": "-3.98" } },
  { file: "rest_order_partially_refunded_discount_code_3lines.json", about: "the same of a known customer", company: US, codes: ["customer_is_owed"],
    books: { "Shopify Clearing": "389.94", "Accounts Receivable": "-190.29", "Sales of Product Income": "-199.00", "Discounts Given": "3.33", "Sales Tax Payable": "-3.98" } },
  { file: "rest_order_cancelled_partially_refunded.json", about: "cancelled before anything shipped, so nothing was sold; 598.94 − 209.00 = 389.94 of the customer's are still there: 190.29 beyond what it is worth, and the 199.65 that it is still worth", company: US, codes: ["customer_is_owed", "kept_not_booked"],
    books: { "Shopify Clearing": "389.94", "Accounts Receivable": "-389.94" } },
  { file: "rest_order_authorized_discount_code_3lines.json", about: "one iPod of three left, 199.65; nothing was captured, and yet 209.00 were given back: all of that is beyond what the customer had paid", company: US, codes: [],
    books: { "Shopify Clearing": "-209.00", "Accounts Receivable": "199.65", "Sales of Product Income": "-199.00", "Discounts Given": "3.33", "Sales Tax Payable": "-3.98", "Refund Discrepancy": "209.00" } },
  { file: "synthetic_gql_b2b_net30_po_unpaid.json", about: "100 × 5.00 on terms, unpaid", company: US, codes: [], books: { "Accounts Receivable": "500.00", "Sales of Product Income": "-500.00" } },
  { file: "synthetic_gql_pos_tip_giftcard_cash_rounding.json", about: "2 × 24.50, GST 2.46, a gift card of 44.00 sold, tip 3.00: 98.46; 50.00 by gift card, 48.45 in cash after rounding off 0.01", company: CA, codes: [],
    books: { "Shopify Clearing": "48.45", "Sales of Product Income": "-49.00", "Sales Tax Payable": "-2.46", "Gift Card Liability": "6.00", "Tips Payable": "-3.00", "Cash Rounding": "0.01" } },
];

/** Files that contradict themselves: nothing is posted, so that no figure has to be made up, and the issue says which figures differ. */
export const WAITING: OrderFileRow[] = [
  { file: "rest_order_cancelled_partial_amount_refund.json", about: "no article is left in it, and yet it says it is worth 598.94", company: US, codes: ["order_does_not_add_up"], books: {} },
  { file: "rest_order_cancelled_refunded_with_line_refund.json", about: "one of three articles went back, and yet it says it is worth all 598.94", company: US, codes: ["order_does_not_add_up"], books: {} },
];

/** What the simulated Shopify says of a file that holds no order. */
export const REFUSAL = "not an order that Shopify could hold: line_items (REST shape) or id and lineItems (Admin GraphQL shape) are missing";

/** Files that hold no order, and what they hold instead. */
export const NO_ORDERS: { file: string; what: string }[] = [
  { file: "gql_bulk_operation_completed.json", what: "a bulk operation that has ended" },
  { file: "gql_company.json", what: "a company of a B2B shop" },
  { file: "gql_company_location_b2b.json", what: "a location of a B2B company" },
  { file: "gql_draft_order_complete.json", what: "the answer to completing a draft" },
  { file: "gql_fulfillment_order.json", what: "a fulfilment order" },
  { file: "gql_order_transactions_dkk.json", what: "an order's transactions without the order" },
  { file: "rest_disputes.json", what: "disputes" },
  { file: "rest_draft_order_completed.json", what: "a draft order" },
  { file: "rest_draft_order_custom_discount.json", what: "a draft order" },
  { file: "rest_draft_orders_list.json", what: "a list of draft orders" },
  { file: "rest_fulfillment_orders_financial_summaries.json", what: "fulfilment orders" },
  { file: "rest_fulfillments_order.json", what: "fulfilments" },
  { file: "rest_gift_cards.json", what: "gift cards" },
  { file: "rest_payout_balance_transactions.json", what: "the transactions of a payout" },
  { file: "rest_payouts.json", what: "payouts" },
  { file: "rest_payouts_list_python.json", what: "payouts" },
  { file: "rest_refund_calculate.json", what: "a proposed refund" },
  { file: "rest_refund_create_line_and_shipping.json", what: "a refund" },
  { file: "rest_refund_create_presentment_currency.json", what: "a refund" },
  { file: "rest_refund_python.json", what: "a refund" },
  { file: "rest_refunds_list.json", what: "a list of refunds" },
  { file: "rest_tender_transactions.json", what: "tender transactions" },
  { file: "rest_transaction_get.json", what: "one transaction" },
  { file: "rest_transactions_list_incl_gift_card.json", what: "a list of transactions" },
];
