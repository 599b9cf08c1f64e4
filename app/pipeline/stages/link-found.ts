/** Link a found document (story A29): a person said that a document in the books is this order's. It is taken only if customer and total agree, or if the person said "as it is". */
import type { Books } from "#app/domain/books/books.ts";
import type { PlannedDocument } from "#app/domain/documents/document.ts";
import { KIND_WORDS, refKey } from "#app/domain/documents/kind.ts";
import { foundDocumentDiffers } from "#app/domain/issues/catalogue.ts";
import { equals } from "#app/domain/money/money.ts";
import type { Order } from "#app/domain/order/order.ts";
import { aspectsOf } from "#app/domain/plan/aspects.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { OrderBooks, TimelineEntry, Wish } from "../ports/repositories.ts";
import { adoptDocument } from "./adopt-document.ts";
import { ensureCustomer } from "./references.ts";
import { aspectsInBooks, liveRefs } from "./aspects-in-books.ts";

type Question = { order: Order; books: Books; settings: Settings; planned: readonly PlannedDocument[]; inBooks: OrderBooks; wish: Wish | undefined };

/** The timeline entry of a document that is the order's now; null where there was nothing to link. A document that differs stays asked for, so that it is taken once it is corrected. */
export async function linkFound(context: DrainContext, { order, books, settings, planned, inBooks, wish }: Question): Promise<Result<TimelineEntry | null, Fault>> {
  const { repositories, ledger, clock } = context;
  const found = wish?.kind === "link" && wish.state === "asked" ? wish.found : null;
  if (!wish || !found) return success(null);
  const document = planned.find((each) => refKey(each) === refKey(found));
  if (!document || inBooks.posted.some((each) => refKey(each) === refKey(found))) return over(null, "done");
  const read = await ledger.read(found.kind, found.ledgerId);
  if (!read.ok) return read;
  const echo = read.value;
  if (!echo || echo.status === "voided") return over(null, "refused");
  const customer = await ensureCustomer(context, order, { books, options: settings.options, posted: inBooks.posted });
  if (!customer.ok && !isAwaited(customer.failure)) return customer;
  const sameCustomer = customer.ok && echo.customerId === customer.value;
  if (!wish.asItIs && (!sameCustomer || !equals(echo.total, document.total))) {
    const figures = { name: `${KIND_WORDS[echo.kind]} ${echo.number ?? echo.reference ?? echo.id}`, total: echo.total, sameCustomer };
    return failure({ kind: "needs_input", issue: foundDocumentDiffers(order.name, KIND_WORDS[echo.kind], figures, document.total, { ...found, differs: true }) });
  }
  const posted = { kind: document.kind, aspects: aspectsOf(document) };
  const { entry } = await adoptDocument(context, { order, document, echo, aspects: aspectsInBooks(posted, echo, liveRefs(inBooks.posted)), revision: inBooks.revisions.get(refKey(document)) ?? 0 });
  return over(entry, "done");

  async function over(value: TimelineEntry | null, state: "done" | "refused"): Promise<Result<TimelineEntry | null, Fault>> {
    if (wish) await repositories.wishes.settle(wish, state, clock.now());
    return success(value);
  }
}

/** The books do not know the order's customer, and settings make none: then the document is another customer's. */
const isAwaited = (fault: Fault): boolean => fault.kind === "needs_input" && fault.issue.code === "customer_missing";
