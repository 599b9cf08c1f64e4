/** What the home page is told: words and figures ready to show. */
import type { AgreementPart } from "#app/components/AgreementBar.tsx";
import type { BarChartProps } from "#app/components/BarChart.tsx";
import type { Figure } from "#app/components/FigureStrip.tsx";
import type { IssueView } from "#app/components/IssueList.tsx";
import type { StatusIconTone } from "#app/components/StatusIcon.tsx";

export type HomeView = {
  headline: { tone: StatusIconTone; title: string; sentence: string };
  notice: "paused" | "not_connected" | null;
  setUp: boolean;
  figures: Figure[];
  /** Null while nothing was made in the days shown. */
  chart: BarChartProps | null;
  issues: IssueView[];
  /** The list of orders that need a person, some of which have no issue: held ones. Null when there are none. */
  needsYouUrl: string | null;
  /** Null while there is no order to compare. */
  agreement: AgreementPart[] | null;
  /** What stands on the clearing account, and what that is made of; null while it is not known. */
  clearing: { account: string; amount: string; sentence: string; readAt: string } | null;
  /** How often to look again by itself; null: not at all. */
  refreshMs: number | null;
};
