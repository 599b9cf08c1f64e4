/** Adopt a linked invoice (story A28): a person made the invoice from our sales order by hand, so QuickBooks refuses ours. Never makes an unlinked one instead. */
import type { InvoiceDocument } from "#app/domain/documents/document.ts";
import { refKey } from "#app/domain/documents/kind.ts";
import { linkedInvoiceDiffers } from "#app/domain/issues/catalogue.ts";
import { equals } from "#app/domain/money/money.ts";
import { aspectsOf } from "#app/domain/plan/aspects.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument } from "../ports/ledger.ts";
import { adoptDocument } from "./adopt-document.ts";
import { type Execution, learn, nextRevision } from "./execution.ts";

/** The hand-made invoice, now the order's; or the issue with both figures; or `refusal`, the ledger's own fault, where the sales order has no live invoice. */
export async function adoptLinkedInvoice(context: DrainContext, execution: Execution, document: InvoiceDocument, refusal: Fault): Promise<Result<LedgerDocument, Fault>> {
  const found = await linkedInvoice(context, execution, document);
  if (!found.ok) return found;
  const invoice = found.value;
  if (!invoice) return failure(refusal);
  const sameCustomer = invoice.customerId === execution.customerId;
  if (!sameCustomer || !equals(invoice.total, document.total)) {
    const at = { kind: document.kind, part: document.part, ledgerId: invoice.id, differs: true };
    return failure({ kind: "needs_input", issue: linkedInvoiceDiffers(execution.order.name, { name: `Invoice ${invoice.number ?? invoice.id}`, total: invoice.total, sameCustomer }, document.total, at) });
  }
  const { postingId, entry } = await adoptDocument(
    context, { order: execution.order, document, echo: invoice, aspects: aspectsOf(document), revision: nextRevision(execution, document) },
  );
  learn(execution, document, postingId, invoice);
  execution.timeline.push(entry);
  return success(invoice);
}

/** The live invoice that the sales order names, read from the books now. */
async function linkedInvoice({ repositories, ledger, clock }: DrainContext, execution: Execution, { salesOrder }: InvoiceDocument): Promise<Result<LedgerDocument | null, Fault>> {
  const known = salesOrder && execution.known.get(refKey(salesOrder));
  if (!known) return success(null);
  const read = await ledger.read("sales_order", known.id);
  if (!read.ok || !read.value) return read;
  // The link raised its SyncToken; closing it needs the new one.
  await repositories.postings.observe(known.postingId, { echo: read.value }, clock.now());
  execution.known.set(refKey(salesOrder), { ...known, syncToken: read.value.syncToken });
  for (const { kind, id } of read.value.links) {
    if (kind !== "invoice") continue;
    const invoice = await ledger.read("invoice", id);
    if (!invoice.ok) return invoice;
    if (invoice.value && invoice.value.status !== "voided") return invoice;
  }
  return success(null);
}
