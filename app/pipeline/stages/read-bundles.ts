/** What the bundles at hand hold, read by id: one metered read for all of them, and only where there is a bundle. */
import type { BookItem, BundleComponent } from "#app/domain/books/books.ts";
import { bundleRecord, bundleRecordSchema, componentsOf } from "#app/domain/books/bundle-record.ts";
import { componentKey } from "#app/domain/books/item-key.ts";
import { type Result, success } from "#app/domain/result.ts";
import type { Fault } from "../ports/fault.ts";
import type { Ledger, LedgerItem } from "../ports/ledger.ts";
import type { Binding } from "../ports/repositories.ts";

/** By the id of the bundle. */
export type Bundles = ReadonlyMap<string, readonly BundleComponent[]>;

/** What is not in use any more, books no income, or is a bundle itself is known by its name alone. */
export async function readBundles({ findItems }: Pick<Ledger, "findItems">, found: readonly LedgerItem[]): Promise<Result<Bundles, Fault>> {
  const bundles = found.flatMap(({ id, members }) => (members ? [{ id, members }] : []));
  const ids = [...new Set(bundles.flatMap(({ members }) => members.map((member) => member.id)))];
  const read = ids.length === 0 ? success([]) : await findItems({ skus: [], names: [], ids });
  if (!read.ok) return read;
  const held = new Map(read.value.filter(({ members }) => !members).map((item) => [item.id, item]));
  return success(new Map(bundles.map(({ id, members }) => [id, members.map((member): BundleComponent => {
    const item = held.get(member.id);
    return { id: member.id, name: item?.name ?? member.name, quantity: member.quantity, item: item ? heldItem(item) : null };
  })])));
}

const heldItem = ({ id, name, incomeAccount, type, purchase, price }: LedgerItem): BookItem => ({ key: componentKey(id), id, name, incomeAccount, type, purchase, price });

/** What can be sold of it, by its own key. */
export const heldItems = ({ components = [] }: BookItem): BookItem[] => components.flatMap(({ item }) => item ?? []);

/** As it is kept with the bundle's binding: as last seen, for looking at drafts. */
export const bundleDetails = (components: readonly BundleComponent[] | undefined): Binding["details"] => (components ? { components: bundleRecord(components) } : {});

/** Undefined for what is no bundle. */
export function bundleIn({ components }: Binding["details"]): BundleComponent[] | undefined {
  return components === undefined ? undefined : componentsOf(bundleRecordSchema.parse(components));
}
