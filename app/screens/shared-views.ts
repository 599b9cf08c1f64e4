/** Shapes of shared components that the server half of several screens fills in. */
export type { IssueView } from "#app/components/IssueList.tsx";
export type { StatusView } from "#app/components/StatusBadge.tsx";
