/** A purchase order's lines and head as the texts that are kept with its posting, and back: what was bought at which cost stays so, whatever rules and costs say later. */
import { z } from "zod";
import type { ItemKey } from "../../books/books.ts";
import { isItemKey } from "../../books/item-key.ts";
import { formatMoney, parseMoney } from "../../money/money.ts";
import type { PurchaseLine, PurchaseOrderDocument } from "../document.ts";

const itemKey = z.custom<ItemKey>((value) => typeof value === "string" && isItemKey(value));
/** As `purchaseLinesText` writes them: order line, item, quantity, unit cost, amount, description; of what a bundle holds also how much one bundle does. */
const row = z.tuple([z.string(), itemKey, z.number(), z.string(), z.string(), z.string(), z.string().optional()]);

export const purchaseLinesText = ({ lines, total }: Pick<PurchaseOrderDocument, "lines" | "total">): string =>
  [...lines.map(({ lineId, item, quantity, unitCost, amount, description, perBundle }) => JSON.stringify([lineId, item, quantity, unitCost, formatMoney(amount), description, ...(perBundle === undefined ? [] : [perBundle])])), `total|${total.currency} ${formatMoney(total)}`].join("\n");

export const purchaseHeadText = ({ ordinal, vendor }: Pick<PurchaseOrderDocument, "ordinal" | "vendor">): string => `${ordinal}|${vendor.name}`;

/** Empty where there is no text. */
export function purchaseLinesIn(text: string | undefined): PurchaseLine[] {
  const rows = (text ?? "").split("\n");
  const currency = /^total\|([A-Z]{3}) /.exec(rows.at(-1) ?? "")?.[1];
  if (currency === undefined) return [];
  return rows.slice(0, -1).map((each): PurchaseLine => {
    const [lineId, item, quantity, unitCost, amount, description, perBundle] = row.parse(JSON.parse(each));
    return { lineId, item, description, quantity, unitCost, amount: parseMoney(currency, amount), ...(perBundle === undefined ? {} : { perBundle }) };
  });
}

export function purchaseHeadIn(text: string | undefined): { ordinal: number; name: string } {
  const [, ordinal = "1", name = ""] = /^(\d+)\|(.*)$/s.exec(text ?? "") ?? [];
  return { ordinal: Number(ordinal), name };
}
