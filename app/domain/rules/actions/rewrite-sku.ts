import { z } from "zod";
import { foldText } from "../values/text.ts";
import type { Action } from "./action.ts";
import { parameter } from "./parameter.ts";

const METHODS = ["remove_prefix", "remove_suffix", "before", "after", "map"] as const;
const LABELS = {
  remove_prefix: "Remove a prefix", remove_suffix: "Remove a suffix", before: "Keep what stands before", after: "Keep what stands after", map: "Map by table",
} as const satisfies Record<(typeof METHODS)[number], string>;

/** Lines of a table; a shop's whole range fits. */
const MAX_ROWS = 5_000;
const MAX_LENGTH = 100;

const sku = z.string({ error: "a SKU is text" }).trim().min(1, "a SKU must not be blank").max(MAX_LENGTH, `a SKU has at most ${MAX_LENGTH} characters`);
const text = z.string({ error: "text must not be blank" }).min(1, "text must not be blank").max(MAX_LENGTH, `text has at most ${MAX_LENGTH} characters`);
const table = z
  .record(sku, sku, { error: "table must map SKUs to SKUs" })
  .refine((rows) => Object.keys(rows).length > 0, "table needs at least one SKU")
  .refine((rows) => Object.keys(rows).length <= MAX_ROWS, `table has at most ${MAX_ROWS} SKUs`);

const params = z.union([
  z.strictObject({ method: z.enum(["remove_prefix", "remove_suffix", "before", "after"]), text }),
  z.strictObject({ method: z.literal("map"), table }),
], { error: "method must be remove_prefix, remove_suffix, before or after with a text, or map with a table" });
type Params = z.infer<typeof params>;

/** The SKU as it is to be; null where it is not concerned, or nothing would be left of it. */
function rewriting(params: Params): (sku: string) => string | null {
  if (params.method === "map") {
    const rows = new Map(Object.entries(params.table).map(([from, to]) => [foldText(from), to]));
    return (sku) => rows.get(foldText(sku)) ?? null;
  }
  const { method, text } = params;
  const folded = foldText(text);
  switch (method) {
    case "remove_prefix":
      return (sku) => (foldText(sku).startsWith(folded) ? sku.slice(text.length) : null);
    case "remove_suffix":
      return (sku) => (foldText(sku).endsWith(folded) ? sku.slice(0, -text.length) : null);
    case "before":
      return (sku) => (sku.includes(text) ? sku.slice(0, sku.indexOf(text)) : null);
    case "after":
      return (sku) => (sku.includes(text) ? sku.slice(sku.indexOf(text) + text.length) : null);
  }
}

/** The line is then found in QuickBooks by the new SKU; Shopify is not changed. */
export const rewriteSku: Action = {
  key: "rewrite_sku", label: "Rewrite SKU", group: "lines", level: "line",
  help: "Lines are looked for in QuickBooks by the SKU that comes out. One that does not fit stays as it is.",
  phrase: "rewrite the SKU of {lines} ({method} {text})",
  parameters: [
    parameter({ name: "method", label: "How", kind: "choice", help: "", choices: METHODS.map((value) => ({ value, label: LABELS[value] })) }),
    parameter({ name: "text", label: "Text", kind: "text", help: "The prefix, the suffix or the separator; not for a table.", required: false, sources: ["constant"], maxLength: MAX_LENGTH }),
    parameter({ name: "table", label: "Table", kind: "table", help: "SKU in Shopify, SKU in QuickBooks; only to map by table.", required: false }),
  ],
  params,
  effect: (raw) => {
    const rewrite = rewriting(params.parse(raw));
    return { setsOnLines: "sku", constant: null, result: (_read, line) => rewrite(line.sku?.trim() ?? "")?.trim() || null, refusal: () => null };
  },
};
