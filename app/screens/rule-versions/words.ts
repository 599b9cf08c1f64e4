/** Every word of the page of published versions. */

export const WORDS = {
  title: "Version history",
  subtitle: "Every set of rules that was published. What a version put into QuickBooks stays there.",
  back: "Rules",
  none: "Nothing was published yet.",
  version: (version: number) => `Version ${version}`,
  current: "In force",
  restore: "Restore to draft",
  restoreLabel: (version: number) => `Restore to draft: version ${version}`,
  restored: "Restored to the draft; publish it when it is right",
  bySetup: "by set-up",
  by: (person: string) => `by Shopify user ${person}`,
  unsentToo: "also for orders that had nothing in QuickBooks yet",
  same: "No rule changed.",
  first: "The first version.",
  more: (count: number) => `and ${count} more`,
  changedMeanwhile: "Somebody else changed the draft meanwhile. Open the rules to see it.",
  failed: "It could not be restored. Nothing was changed; try again.",
} as const;

export const CHANGE_WORDS = { added: "new", removed: "deleted", changed: "changed", moved: "moved", switched_on: "switched on", switched_off: "switched off", renamed: "renamed" } as const;
