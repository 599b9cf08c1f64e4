/** The set-up form at the edge. */
import { z } from "zod";
import { INVOICE_MOMENTS, PAYMENT_RECORDERS, SUPPLIER_SHIPS } from "#app/domain/settings/presets.ts";
import { statusesSchema } from "#app/domain/settings/settings.ts";
import { PROBLEMS } from "./words.ts";

export const setUpSchema = z.object({
  invoice: z.enum(INVOICE_MOMENTS, { error: PROBLEMS.invoice }),
  payments: z.enum(PAYMENT_RECORDERS, { error: PROBLEMS.payments }),
  supplier: z.enum(SUPPLIER_SHIPS).default("no"),
  statuses: statusesSchema.min(1, PROBLEMS.statuses),
  startDate: z.iso.date({ error: PROBLEMS.startDate }),
});
