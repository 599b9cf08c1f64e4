/** A story of design page 03, as a golden tells it: what happens to one order, under which settings, and what has to be in the books at the end. */
import type { CompanyFacts } from "#app/domain/books/books.ts";
import type { SampleComponent } from "#app/domain/books/sample-books.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import type { Mode, SettingOptions } from "#app/domain/settings/settings.ts";
import type { LifeStep, ShopFacts } from "../lives/life.ts";

export type Story = {
  /** The file's name; begins with the story's letter and number where it has one. */
  name: string;
  title: string;
  /** Two sentences for a bookkeeper. */
  tells: string;
  mode?: Mode;
  rules?: Rule[];
  options?: Partial<SettingOptions>;
  shop?: ShopFacts;
  company?: Partial<CompanyFacts>;
  /** Issue codes that the order waits on; none of its documents are then sent. */
  waitsOn?: string[];
  /** Where the order ends; without it it is posted. */
  endsAs?: "skipped";
  /** What QuickBooks knows of buying: unit costs by SKU, and vendors. */
  purchases?: { costs: Readonly<Record<string, string | null>>; vendors: readonly string[] };
  /** SKUs that are bundles in QuickBooks, with what one holds. */
  bundles?: Readonly<Record<string, readonly SampleComponent[]>>;
  /** Issue codes of purchase orders that wait while the rest of the order is sent. */
  waitsFor?: string[];
  /** Issue codes that are told although everything is posted. */
  tellsOf?: string[];
  steps: LifeStep[];
};

export const UNLESS_SHIPPED: Rule = {
  title: "Create the invoice only when the order has shipped", enabled: true,
  when: { all: [{ field: "order.status", op: "does_not_equal", value: "fulfilled" }] }, then: [{ action: "stop_creating_invoices" }],
};
