/** Every story there is a golden of. */
import { BUNDLE_STORIES } from "./stories/bundles.ts";
import { PURCHASE_STORIES } from "./stories/purchases.ts";
import { REFUND_STORIES } from "./stories/refunds.ts";
import { SALES_STORIES } from "./stories/sales.ts";
import { VARIATIONS } from "./stories/variations.ts";
import type { Story } from "./story.ts";

/** Those that docs/accounting.md tells, in the order of their letters. */
export const TOLD_STORIES: Story[] = [...SALES_STORIES, ...REFUND_STORIES, ...PURCHASE_STORIES, ...BUNDLE_STORIES].toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
export const ALL_STORIES: Story[] = [...TOLD_STORIES, ...VARIATIONS];

/** Stories without a letter come last. */
function keyOf({ title }: Story): string {
  return /^A\d+:/.test(title) ? title.replace(/^A(\d+):/, (_, number: string) => number.padStart(3, "0")) : `999 ${title}`;
}
