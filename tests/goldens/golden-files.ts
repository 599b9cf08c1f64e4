/** Where goldens are kept, and what stands in them. */
import { fileURLToPath } from "node:url";
import { openLives } from "../lives/life.ts";
import { TOLD_STORIES } from "./all-stories.ts";
import { journal } from "./journal.ts";
import type { Story } from "./story.ts";
import { tell, type Told } from "./tell.ts";

export const goldenPath = ({ name }: Story): string => fileURLToPath(new URL(`../../app/domain/plan/goldens/${name}.md`, import.meta.url));
export const ACCOUNTING_PATH = fileURLToPath(new URL("../../docs/accounting.md", import.meta.url));

/** A story in a shop of its own, so that dates and ids hang on nothing but the story. */
export async function played(story: Story): Promise<Told[]> {
  await using lives = await openLives(story.shop);
  return await tell(story, lives);
}

export function goldenOf(story: Story, steps: readonly Told[]): string {
  const last = steps.at(-1);
  if (!last) throw new Error(`${story.name} has no steps`);
  return journal(story, last);
}

/** `goldens`: by a story's name. */
export const accountingText = (goldens: ReadonlyMap<string, string>): string => [
  "# Accounting, story by story", "",
  "Each story of one order, with the documents it ends with, their journal entries, what covers what, the trial balance that is left, and the proof that it agrees with the shop.",
  "Debits stand left, credits to the right; in a trial balance debits are positive. The mode is \"Sales orders, invoices, and payments\" with the rule that makes the invoice when the order ships, unless a story says otherwise; stories of orders that are changed after the invoice often use \"Invoices, payments if paid\", where the invoice comes at once.",
  "", "This page is written from the goldens that the tests check (`npm run goldens`); do not edit it by hand.", "",
  ...TOLD_STORIES.flatMap((story) => [(goldens.get(story.name) ?? "").replace(/^# /, "## ").replace("\n\n", `\n\n${story.mode ? `Mode: ${story.mode.replaceAll("_", " ")}. ` : ""}`)]),
].join("\n");
