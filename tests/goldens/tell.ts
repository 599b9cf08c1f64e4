/** Tells a story through the app's own stages: normalise, decide, plan, after each step, as a sync would; the books are what the plans left there. */
import { sampleBooks, withBundle, withPurchases } from "#app/domain/books/sample-books.ts";
import { accountNamed, chooseAccounts } from "#app/domain/books/choose-accounts.ts";
import type { Books } from "#app/domain/books/books.ts";
import { decide, type Decision } from "#app/domain/decision/decide.ts";
import { refKey } from "#app/domain/documents/kind.ts";
import { asBooked } from "#app/domain/order/book-precision.ts";
import type { Order } from "#app/domain/order/order.ts";
import { aspectsOf } from "#app/domain/plan/aspects.ts";
import { type ExistingDocument, plan, type Plan } from "#app/domain/plan/plan.ts";
import { compileRules } from "#app/domain/rules/compile-rules.ts";
import { DEFAULT_SETTINGS, optionsSchema, type Settings } from "#app/domain/settings/settings.ts";
import { ORDER_STATUSES } from "#app/domain/order/status.ts";
import type { Lives } from "../lives/life.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { type Story, UNLESS_SHIPPED } from "./story.ts";

export const SHOP = { domain: "example.myshopify.com", timeZone: "America/New_York" };

export type Told = { order: Order; decision: Decision; plan: Plan; books: Books; settings: Settings };

/** One entry per step; the last is the story's end. */
export const tell = async (story: Story, lives: Lives): Promise<Told[]> => told(story, await lives.live(story.steps));

export const settingsOf = (story: Story): Settings => ({
  mode: story.mode ?? "sales_orders_invoices_payments",
  statuses: ORDER_STATUSES.filter((status) => status !== "cancelled"),
  options: optionsSchema.parse({ ...DEFAULT_SETTINGS.options, ...story.options }),
});

export const rulesOf = ({ mode = DEFAULT_SETTINGS.mode, rules }: Story): Rule[] => rules ?? (mode === DEFAULT_SETTINGS.mode ? [UNLESS_SHIPPED] : []);

/** The same for orders that were read already. */
export function told(story: Story, orders: readonly Order[]): Told[] {
  const settings = settingsOf(story);
  const rules = compileRules(rulesOf(story));
  let existing: ExistingDocument[] = [];
  return orders.map((read): Told => {
    const order = asBooked(read, settings.options);
    const skus = order.lines.flatMap(({ sku, giftCard }) => (sku === null || giftCard ? [] : [sku]));
    const sample = sampleBooks([...new Set(skus)], { homeCurrency: order.currency, ...story.company });
    const stocked = story.purchases ? withPurchases(sample, story.purchases.costs, story.purchases.vendors) : sample;
    const bundled = Object.entries(story.bundles ?? {}).reduce((all, [sku, components]) => withBundle(all, sku, components), stocked);
    const books = { ...bundled, accounts: chooseAccounts(sample.company.accounts), depositAccount: (name: string) => accountNamed(sample.company.accounts, name) };
    const timeZone = story.shop?.timeZone ?? SHOP.timeZone;
    const decision = decide({ order, settings, rules, timeZone, entered: existing.length > 0, shaping: existing });
    const planned = plan({ shop: { ...SHOP, timeZone }, order, decision, books, settings, existing });
    if (decision.treatment.kind === "sync" && planned.issues.length === 0) existing = leftInBooks(existing, planned);
    return { order, decision, plan: planned, books, settings };
  });
}

/** What is in the books stays until the order takes it back; nothing else ever does. */
function leftInBooks(existing: readonly ExistingDocument[], { documents, removals }: Plan): ExistingDocument[] {
  const gone = new Set(removals.map(refKey));
  const now = documents.map((document) => ({ kind: document.kind, part: document.part, date: document.date, aspects: aspectsOf(document) }));
  const before = existing.filter((each) => !now.some((document) => refKey(document) === refKey(each)));
  return [...before, ...now].filter((each) => !gone.has(refKey(each)));
}
