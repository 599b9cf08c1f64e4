/** Every screen inside Shopify's admin, in the order of the navigation. Navigation and the sweeps over all screens follow from this list. */

export type ScreenEntry = {
  path: string;
  title: string;
  /** Shown in the admin's navigation; home is reached by the app's own name there (Built for Shopify: no Home item). */
  inNavigation: boolean;
};

export const HOME = { path: "/app", title: "Home", inNavigation: false } as const satisfies ScreenEntry;

export const SCREENS: readonly ScreenEntry[] = [
  HOME,
  { path: "/app/setup", title: "Set-up", inNavigation: false },
  { path: "/app/orders", title: "Orders", inNavigation: true },
  { path: "/app/sync", title: "Sync by hand", inNavigation: true },
  { path: "/app/activity", title: "Activity", inNavigation: true },
  { path: "/app/rules", title: "Rules", inNavigation: true },
  { path: "/app/settings", title: "Settings", inNavigation: true },
  { path: "/app/connection", title: "Connection", inNavigation: true },
];
