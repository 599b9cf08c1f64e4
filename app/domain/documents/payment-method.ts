/** The payment method of the ledger for money that came in or goes back: a rule's, else the one that settings name for its gateway. */
import { namedIn } from "../books/named-in-books.ts";
import type { Issue } from "../issues/issue.ts";
import { settingNameMissing } from "../issues/setting-issues.ts";
import type { PlanContext } from "./plan-context.ts";
import { type DocumentRef, refKey } from "./kind.ts";

/** Its id; a setting that names one which the company has not is an issue, unless the document is there already and has its own. What rules name is asked for with the order (`namedIssues`). */
export function methodOf({ order, books, settings, existing }: Pick<PlanContext, "order" | "books" | "settings" | "existing">, ref: DocumentRef, gateway: string | undefined, issues: Issue[]): string | undefined {
  const { paymentMethods } = books.company;
  const ruled = order.bookAs?.paymentMethod;
  if (ruled !== undefined) return namedIn(paymentMethods, ruled)?.id;
  const name = gateway === undefined ? "" : (new Map(Object.entries(settings.options.paymentMethods)).get(gateway)?.trim() ?? "");
  if (name === "") return undefined;
  const method = namedIn(paymentMethods, name);
  if (paymentMethods && !method && !existing.some((each) => refKey(each) === refKey(ref))) issues.push(settingNameMissing("payment method", name));
  return method?.id;
}
