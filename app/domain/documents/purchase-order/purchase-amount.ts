/** What a number of units costs: quantity times a unit cost that may have parts of a cent, rounded as the books keep it. */
import { decimalText, inMoney, product, scaled } from "../../money/decimal-text.ts";
import type { Money } from "../../money/money.ts";

/** In the form in which it is compared and sent. Null for what is no cost that QuickBooks takes. */
export const unitCostOf = decimalText;

/** `unitCost` as `unitCostOf` gives it. A bundle may hold parts of a unit. */
export const purchaseAmount = (currency: string, quantity: number, unitCost: string): Money => inMoney(currency, product(scaled(String(quantity)), scaled(unitCost)));
