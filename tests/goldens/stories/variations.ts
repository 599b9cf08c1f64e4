/** The same lives under every mode: what the mode leaves out is named, and whatever is made agrees with the shop. */
import { MODES, type Mode } from "#app/domain/settings/settings.ts";
import { REFUND_STORIES } from "./refunds.ts";
import { SALES_STORIES } from "./sales.ts";
import type { Story } from "../story.ts";

const LIVES = [...SALES_STORIES, ...REFUND_STORIES].filter(({ rules, options, company, name }) => rules === undefined && options === undefined && company === undefined && !name.startsWith("a35"));

export const VARIATIONS: Story[] = (Object.keys(MODES) as Mode[]).flatMap((mode) => LIVES.filter((story) => (story.mode ?? "sales_orders_invoices_payments") !== mode).map((story): Story => ({
  name: `${mode}/${story.name}`,
  title: `${story.title}, in the mode "${mode.replaceAll("_", " ")}"`,
  tells: "The life of the story of the same name under another mode.",
  mode,
  steps: story.steps,
})));
