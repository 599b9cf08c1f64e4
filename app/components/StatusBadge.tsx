/** Where something stands, as a badge. The words decide, the colour only helps. */
import { Badge } from "@shopify/polaris";

export type BadgeTone = "success" | "info" | "attention" | "critical" | "new";
export type StatusView = { label: string; tone: BadgeTone };

export function StatusBadge({ status }: { status: StatusView }) {
  return status.tone === "new" ? <Badge>{status.label}</Badge> : <Badge tone={status.tone}>{status.label}</Badge>;
}
