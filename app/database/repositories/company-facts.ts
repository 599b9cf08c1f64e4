/** The stored shape of what a connection knows of its company: the facts read there and what it was seen to do. */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { CompanyFacts } from "#app/domain/books/books.ts";

const moneySchema = z.object({ currency: z.string(), minor: z.string().transform((text) => BigInt(text)) });

const companySchema = z.object({
  name: z.string(),
  country: z.string(),
  homeCurrency: z.string(),
  multiCurrency: z.boolean(),
  estimatesAllowed: z.boolean(),
  purchaseOrdersAllowed: z.boolean().optional(),
  discountsAllowed: z.boolean(),
  customNumbers: z.boolean(),
  salesTaxUsed: z.boolean(),
  autoApplyCredit: z.boolean(),
  autoApplyPayments: z.boolean(),
  closedThrough: z.iso.date().transform((day) => Temporal.PlainDate.from(day)).nullable(),
  accounts: z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), currency: z.string().nullable().optional(), balance: moneySchema.nullable().optional() })),
  terms: z.array(z.object({ id: z.string(), name: z.string() })),
  tracking: z
    .object({
      classes: z.array(z.object({ id: z.string(), name: z.string() })).nullable(), classesOn: z.object({ documents: z.boolean(), lines: z.boolean() }),
      departments: z.array(z.object({ id: z.string(), name: z.string() })).nullable(), shipping: z.boolean(),
    })
    .optional(),
  paymentMethods: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
  customFields: z.array(z.object({ id: z.string(), name: z.string() })),
  taxCodes: z.array(z.object({ id: z.string(), name: z.string(), rates: z.array(z.object({ id: z.string(), name: z.string(), percent: z.string() })) })),
});

/** `company` is null too where another release stored it in another shape: it is a copy, and reading the company again is cheaper than guessing. */
const factsSchema = z.object({
  company: companySchema.nullable().catch(null).default(null),
  linkClosesSalesOrder: z.boolean().nullable().catch(null).default(null),
});

export type StoredFacts = { company: CompanyFacts | null; linkClosesSalesOrder: boolean | null };

export const parseStoredFacts = (json: unknown): StoredFacts => factsSchema.parse(json ?? {});
