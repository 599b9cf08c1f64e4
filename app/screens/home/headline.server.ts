/** The one sentence on top of the home page. */
import type { HomeFacts } from "#app/pipeline/ports/shop-desk.ts";
import type { ConnectionNotice } from "../connection-notice.server.ts";
import { counted, type Format } from "../format.server.ts";
import type { HomeView } from "./view.ts";
import { HEADLINE_WORDS } from "./words.ts";

export function headlineOf(facts: HomeFacts, notice: ConnectionNotice, format: Format): HomeView["headline"] {
  const orders = (count: number): string => counted(format, count, "order");
  const { counts, due, proof } = facts;
  if (notice !== null) {
    const words = notice === "paused" ? HEADLINE_WORDS.paused : HEADLINE_WORDS.notConnected;
    return { tone: notice === "paused" ? "attention" : "info", title: words.title, sentence: due === 0 ? words.none : words.some(orders(due)) };
  }
  const stopped = counts.attention + counts.held;
  if (stopped > 0) {
    const { title, titleOne, sentence } = HEADLINE_WORDS.needsYou;
    return { tone: "attention", title: (stopped === 1 ? titleOne : title)(orders(stopped)), sentence };
  }
  if (proof.differing > 0) return { tone: "critical", title: HEADLINE_WORDS.differs.title, sentence: HEADLINE_WORDS.differs.sentence(orders(proof.differing)) };
  const underWay = Math.max(due, counts.waiting);
  if (underWay > 0) return { tone: "info", title: HEADLINE_WORDS.catchingUp.title, sentence: HEADLINE_WORDS.catchingUp.sentence(orders(underWay)) };
  const compared = proof.matching + proof.matchingExcept;
  if (compared > 0) return { tone: "success", title: HEADLINE_WORDS.agree.title, sentence: HEADLINE_WORDS.agree.sentence(orders(compared)) };
  if (counts.posted + counts.skipped > 0) return { tone: "success", ...HEADLINE_WORDS.nothingToCompare };
  return { tone: "success", ...HEADLINE_WORDS.empty };
}
