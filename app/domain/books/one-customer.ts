/** One customer for all orders, which QuickBooks must not be left to apply credit on by itself (design page 03, "Matching"). */
import { creditsAppliedByThemselves } from "../issues/setting-issues.ts";
import type { Issue } from "../issues/issue.ts";
import type { Order } from "../order/order.ts";
import type { Books } from "./books.ts";

/** `makes`: something of the order is not in the books yet. What is there needs nobody's choice. */
export const oneCustomerIssues = ({ bookAs }: Pick<Order, "bookAs">, { company }: Pick<Books, "company">, makes: boolean): Issue[] =>
  makes && company.autoApplyCredit && bookAs?.customer !== undefined && bookAs.bySetting?.["customer"] === "oneCustomer" ? [creditsAppliedByThemselves(bookAs.customer)] : [];
