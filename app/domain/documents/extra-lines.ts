/** Lines that stand beside what was sold: a difference between what was taken back and what was given back, and gift cards as tender. */
import { ROLE_ITEMS } from "../books/item-key.ts";
import type { Books } from "../books/books.ts";
import { accountMissing } from "../issues/catalogue.ts";
import type { Issue } from "../issues/issue.ts";
import { isZero, type Money } from "../money/money.ts";
import type { Order } from "../order/order.ts";
import type { DocumentLine } from "./document.ts";
import { taxingOf } from "./taxing.ts";

const TEXTS = { refund_discrepancy: ROLE_ITEMS.refund_discrepancy.name, gift_card_used: `${ROLE_ITEMS.gift_card.name} used` } as const;
const ITEMS = { refund_discrepancy: "refund_discrepancy", gift_card_used: "gift_card" } as const;

/** No line for nothing; an issue where its account is missing. */
export function extraLine(role: keyof typeof TEXTS, amount: Money, order: Order, books: Books, issues: Issue[]): DocumentLine[] {
  if (isZero(amount)) return [];
  const { account: accountRole } = ROLE_ITEMS[ITEMS[role]];
  const account = books.items.get(`role:${ITEMS[role]}`)?.incomeAccount ?? books.accounts[accountRole];
  if (!account) issues.push(accountMissing(accountRole));
  return account ? [{ role, item: `role:${ITEMS[role]}`, description: TEXTS[role], quantity: null, unitPrice: null, ...taxingOf(order, books, issues).outside(amount), account }] : [];
}
