/** Shapes of shared components that the server half of several screens fills in. */
export type { IssueView } from "#app/components/IssueList.tsx";
export type { StatusView } from "#app/components/StatusBadge.tsx";
export type { AccountChange } from "#app/components/AccountChanges.tsx";
export type { OrderPreviewView, PreviewedDocument } from "#app/components/OrderPreview.tsx";
