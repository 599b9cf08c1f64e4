/** What "Sync by hand" is told: choices and words ready to show. */
import type { AccountChange } from "#app/components/AccountChanges.tsx";
import type { OrderPreviewView } from "#app/components/OrderPreview.tsx";
import type { StatusChoice } from "#app/components/StatusChoices.tsx";

export type SyncForm = { by: "range" | "numbers"; from: string; to: string; numbers: string; ownStatuses: boolean; statuses: string[]; anyway: boolean };

export type SyncView = {
  notice: "paused" | "not_connected" | null;
  form: SyncForm;
  statuses: StatusChoice[];
  zone: string;
  /** Drawn once per page, so that pressing twice starts one run. */
  askKey: string;
};

export type PreviewPage = { orders: OrderPreviewView[]; effect: AccountChange[]; shown: string; notFound: string | null; /** What Shopify does not show. */ hidden: string | null; next: string | null };

export type SyncAnswer = { kind: "refused"; sentence: string } | { kind: "preview"; page: PreviewPage };
