/** Every word of the list of runs. */

export const ACTIVITY_WORDS = {
  title: "Activity",
  columns: ["Asked", "Orders", "State", "Result"],
  pages: "Pages",
  newer: "Newer runs",
  older: "Older runs",
  empty: { title: "No run yet", sentence: "Runs that somebody starts by hand are listed here. Orders also sync by themselves, without a run.", button: "Sync by hand" },
} as const;
