/** What a run's page is told: words ready to show, and addresses. */
import type { RecordRow } from "#app/components/RecordTable.tsx";
import type { StatusView } from "#app/components/StatusBadge.tsx";

export type FoundRunView = {
  exists: true;
  /** Why a run that is under way stands still. */
  notice: "paused" | "not_connected" | null;
  title: string;
  subtitle: string;
  state: StatusView;
  /** `percent` null: there is no end in sight to measure against. */
  progress: { percent: number | null; text: string };
  counts: { label: string; value: string }[];
  failure: string | null;
  notFound: string | null;
  orders: RecordRow[];
  empty: string | null;
  firstUrl: string | null;
  moreUrl: string | null;
  csvUrl: string;
  csvName: string;
  mayCancel: boolean;
  refreshMs: number | null;
};

export type RunView = FoundRunView | { exists: false };
