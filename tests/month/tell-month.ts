/** What is wrong with the books of a month, for a person who has to find out why: each order that is off, with its life and what the app said of it. */
import { judgeMonth, looseEnds } from "./judge-month.ts";
import type { PlayedMonth } from "./play-month.ts";

export function tellMonth(month: PlayedMonth): { isRight: boolean; text: string } {
  const { accounts, customers, orders } = judgeMonth(month);
  const loose = looseEnds(month);
  const waiting = month.recorded.filter(({ state }) => state !== "posted" && state !== "skipped" && state !== "waiting");
  const nameOf = (gid: string): string => month.shop.orders.find(({ id }) => gid.endsWith(`/${id}`))?.name ?? gid;
  const stuck = waiting.map(({ orderGid, state, reason, issues }) => `${nameOf(orderGid)} (${month.lives.get(nameOf(orderGid))?.join(", ") ?? ""}): ${state}, ${reason ?? "no reason"} [${issues.join(", ")}]`);
  const off = orders.map((text) => `${text} (${month.lives.get(text.split(":")[0] ?? "")?.join(", ") ?? ""})`);
  const parts = [["By account", accounts], ["By customer", customers], ["By order", off], ["Not applied", loose], ["Waiting", stuck]] as const;
  const text = parts.filter(([, sentences]) => sentences.length > 0).map(([title, sentences]) => [`${title}:`, ...sentences.map((sentence) => `  ${sentence}`)].join("\n")).join("\n");
  return { isRight: text === "", text: text === "" ? "The books are what the oracle says, by account, by customer and by order." : text };
}
