/** What a bundle holds as it is kept: with the item's binding, and with the documents of an order (plan/kept-bundles.ts). */
import { z } from "zod";
import { type BundleComponent, ITEM_TYPES } from "./books.ts";
import { componentKey } from "./item-key.ts";

/** `account`: null for what cannot be sold. */
const componentSchema = z.object({
  id: z.string(), name: z.string(), quantity: z.string(), account: z.object({ id: z.string(), name: z.string() }).nullable(),
  type: z.enum(ITEM_TYPES).optional(), price: z.object({ amount: z.string(), withTax: z.boolean() }).optional(),
});
export const bundleRecordSchema = z.array(componentSchema);
export type BundleRecord = z.infer<typeof bundleRecordSchema>;

export const bundleRecord = (components: readonly BundleComponent[]): BundleRecord => components.map(({ id, name, quantity, item }) => ({
  id, name, quantity, account: item && { id: item.incomeAccount.id, name: item.incomeAccount.name }, ...(item?.type && { type: item.type }), ...(item?.price && { price: item.price }),
}));

export const componentsOf = (record: BundleRecord): BundleComponent[] => record.map(({ id, name, quantity, account, type, price }) => ({
  id, name, quantity, item: account && { key: componentKey(id), id, name, incomeAccount: account, type, price },
}));
