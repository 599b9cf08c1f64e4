/** The small values that steps and config are made of. */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";

const DECIMAL = /^-?\d{1,15}(\.\d{1,6})?$/;

/** A decimal string; a JSON number is accepted and written out, because people type `60` as often as `"60.00"`. */
export const amountSchema = z
  .union([z.string(), z.number()], { error: 'a decimal amount such as "60.00" is expected' })
  .transform(String)
  .refine((text) => DECIMAL.test(text), { error: 'a decimal amount such as "60.00" is expected' });

export const countSchema = z.number().int().positive().max(1000);

/** A seed of chance that comes out the same every time. */
export const seedSchema = z.number().int().nonnegative().max(4_294_967_295);

/** An order by its name, with or without the `#` that Shopify shows. */
export const orderNameSchema = z.string().trim().min(1, { error: "an order's name such as \"#1001\" is expected" });

export const durationSchema = z.string().refine(isDuration, { error: 'an ISO 8601 duration such as "P21D" or "PT6H" is expected' });

export const instantSchema = z.string().refine(isInstant, { error: 'an instant such as "2026-11-02T10:00:00Z" is expected' });

/** JSON in a vendor's own shape, checked by the simulator that receives it. */
export const vendorObjectSchema = z.record(z.string(), z.unknown());

function isDuration(text: string): boolean {
  return parses(() => Temporal.Duration.from(text));
}

function isInstant(text: string): boolean {
  return parses(() => Temporal.Instant.from(text));
}

/** Temporal answers text it cannot read with a RangeError and nothing else. */
function parses(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
