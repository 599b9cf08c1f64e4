/** Reads the error inside a body, in each of QuickBooks' two shapes; it must never decide what the error means. */
import { z } from "zod";

/** `code` without leading zeros (the gateway writes `003200`, the service `3200`); `words` are QuickBooks' own. */
export type VendorError = { code: string; words: string };

const text = z.string().nullish().transform((value) => value?.trim() ?? "");
const code = z.union([z.string(), z.number()]).transform((value) => String(value).replace(/^0+(?=.)/, ""));

/** `Fault`: the service, also inside HTTP 200. `fault`: the gateway (recorded: error-401-1). */
const bodySchema = z.union([
  z.object({ Fault: z.object({ Error: z.array(z.object({ Message: text, Detail: text, code })).min(1) }) })
    .transform(({ Fault }) => Fault.Error.map((error) => ({ code: error.code, message: error.Message, detail: error.Detail }))),
  z.object({ fault: z.object({ error: z.array(z.object({ message: text, detail: text, code })).min(1) }) }).transform(({ fault }) => fault.error),
]);

export function readVendorError(body: unknown): VendorError | null {
  const parsed = bodySchema.safeParse(body);
  const first = parsed.success ? parsed.data[0] : undefined;
  if (!first) return null;
  const words = [first.message, first.detail].filter((part, index, parts) => part !== "" && parts.indexOf(part) === index).join(": ");
  return { code: first.code, words: words || `QuickBooks error ${first.code}` };
}
