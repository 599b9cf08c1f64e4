/** Products and services. Stock and cost of inventory items are not simulated: a sale only books income. */
import type { Books } from "../company/state.ts";
import { findRow } from "../store/rows.ts";
import type { JsonObject } from "../wire/json.ts";
import { objectOf, objectsOf, refOf, textOf, without } from "../wire/json.ts";
import { businessError, requiredMissing } from "../wire/refusals.ts";
import { ENTITY_FIELDS, NAME_FORBIDS, REFERENCE } from "./common-fields.ts";
import type { EntityDefinition } from "./definition.ts";
import { fullName, renamedIfDeactivated, requireUniqueName } from "./names.ts";
import { referenceTo, requireActive, resolveReferences } from "./references.ts";
import { BOOLEAN, DATE, NUMBER, choice, known, list, object, text } from "./shape.ts";

/** Sales may be booked on these; QuickBooks refuses receivable, payable and bank accounts for items. */
const SALES_ACCOUNT_TYPES = ["Income", "Other Income", "Other Current Liability", "Long Term Liability", "Expense", "Cost of Goods Sold"];

const GROUP_DETAIL = object("ItemGroupDetail", { ItemGroupLine: list(object("ItemComponentLine", { ItemRef: REFERENCE, Qty: NUMBER, ...known("UOMRef") })) });

export const item: EntityDefinition = {
  name: "Item",
  fields: {
    ...ENTITY_FIELDS,
    Name: text(100, NAME_FORBIDS),
    Sku: text(100),
    Description: text(4000),
    PurchaseDesc: text(1000),
    Type: choice("Inventory", "NonInventory", "Service", "Group", "Category"),
    Active: BOOLEAN,
    Taxable: BOOLEAN,
    SubItem: BOOLEAN,
    TrackQtyOnHand: BOOLEAN,
    UnitPrice: NUMBER,
    PurchaseCost: NUMBER,
    QtyOnHand: NUMBER,
    InvStartDate: DATE,
    ParentRef: REFERENCE,
    IncomeAccountRef: REFERENCE,
    ExpenseAccountRef: REFERENCE,
    AssetAccountRef: REFERENCE,
    PrefVendorRef: REFERENCE,
    ClassRef: REFERENCE,
    ...known("Level FullyQualifiedName SalesTaxIncluded PercentBased RatePercent PaymentMethodRef UOMSetRef PurchaseTaxIncluded"),
    ...known("COGSAccountRef AvgCost QtyOnPurchaseOrder QtyOnSalesOrder ReorderPoint ManPartNum DepositToAccountRef SalesTaxCodeRef"),
    ...known("PurchaseTaxCodeRef BuildPoint PrintGroupedItems SpecialItem SpecialItemType ItemAssemblyDetail"),
    ItemGroupDetail: GROUP_DETAIL,
    ...known("AbatementRate ReverseChargeRate ServiceType ItemCategoryType ItemEx TaxClassificationRef UQCDisplayText UQCId Source"),
    ...known("DeferredRevenue CustomExtensions"),
  },
  readOnly: ["FullyQualifiedName", "Level"],
  idSpace: "Item",
  filterable: ["Id", "Name", "Sku", "Type", "Active", "FullyQualifiedName", "UnitPrice", "MetaData.CreateTime", "MetaData.LastUpdatedTime"],
  kind: "list",
  complete(books, draft, before) {
    if (!textOf(draft, "Name")?.trim()) throw requiredMissing("Name");
    const resolved = resolveReferences(books, draft, {
      ...{ ParentRef: "Item", PrefVendorRef: "Vendor", ClassRef: "Class" },
      ...{ IncomeAccountRef: "Account", ExpenseAccountRef: "Account", AssetAccountRef: "Account" },
    });
    const named = renamedIfDeactivated(books, "Item", "Name", resolved, before);
    const row: JsonObject = {
      Active: true,
      Type: "Service",
      Taxable: false,
      UnitPrice: 0,
      PurchaseCost: 0,
      TrackQtyOnHand: false,
      ...withMembers(books, named, before),
      FullyQualifiedName: fullName(books, "Item", named, textOf(named, "Name") ?? ""),
    };
    requireAccounts(books, row);
    requireUniqueName(books, "Item", row, before);
    return row;
  },
};

function requireAccounts(books: Books, row: JsonObject): void {
  const type = textOf(row, "Type");
  if (type === "Category" || type === "Group") return;
  const incomeAccount = refOf(row, "IncomeAccountRef");
  if (incomeAccount === undefined) throw requiredMissing("IncomeAccountRef");
  if (!SALES_ACCOUNT_TYPES.includes(textOf(requireActive(books, "Account", incomeAccount), "AccountType") ?? "")) {
    throw businessError("The income account of an item must be an income or a liability account");
  }
  if (type !== "Inventory") return;
  for (const property of ["AssetAccountRef", "ExpenseAccountRef", "InvStartDate", "QtyOnHand"]) {
    if (row[property] === undefined) throw requiredMissing(property);
  }
}

/** QuickBooks' pages: up to fifty products in a bundle. */
const MOST_MEMBERS = 50;

const membersOf = (row: JsonObject): JsonObject[] => objectsOf(objectOf(row, "ItemGroupDetail"), "ItemGroupLine");

/** A bundle has what it holds in place of accounts; only a bundle holds anything, and never another bundle. What it holds already may have been made inactive since. */
function withMembers(books: Books, row: JsonObject, before: JsonObject | undefined): JsonObject {
  const lines = membersOf(row);
  if (textOf(row, "Type") !== "Group") {
    if (lines.length > 0) throw businessError("Only a bundle holds other items");
    return row;
  }
  if (lines.length > MOST_MEMBERS) throw businessError(`A bundle holds ${MOST_MEMBERS} items at most`);
  const known = membersOf(before ?? {}).map((line) => refOf(line, "ItemRef"));
  const members = lines.map((line) => {
    const id = refOf(line, "ItemRef");
    if (id === undefined) throw requiredMissing("ItemGroupDetail.ItemGroupLine.ItemRef");
    const member = (known.includes(id) ? findRow(books, "Item", id) : undefined) ?? requireActive(books, "Item", id);
    if (["Group", "Category"].includes(textOf(member, "Type") ?? "")) throw businessError("A bundle cannot hold a bundle or a category");
    return { ...line, ItemRef: referenceTo(member) };
  });
  return { ...without(row, ["IncomeAccountRef", "ExpenseAccountRef", "AssetAccountRef", "PrefVendorRef"]), PrintGroupedItems: row.PrintGroupedItems ?? false, ItemGroupDetail: { ItemGroupLine: members } };
}
