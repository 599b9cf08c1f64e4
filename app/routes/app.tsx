import type { LinksFunction } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { AppNavigation } from "#app/components/AppNavigation.tsx";
import { EmbeddedApp } from "#app/components/EmbeddedApp.tsx";
import { PageFrame } from "#app/components/PageFrame.tsx";
import { loadAppShell } from "#app/screens/app-shell.server.ts";
import { HOME, SCREENS } from "#app/screens/registry.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: polarisStyles }];
export const loader = loadAppShell;
/** Never different. And a page whose data could not be had takes down what was asked for in the same request: the navigation must stay. */
export const shouldRevalidate = () => false;

export default function App() {
  return (
    <EmbeddedApp {...useLoaderData<typeof loader>()}>
      <AppNavigation home={HOME} items={SCREENS.filter(({ inNavigation }) => inNavigation)} />
      <PageFrame><Outlet /></PageFrame>
    </EmbeddedApp>
  );
}

export { ThrownByShopify as ErrorBoundary } from "#app/components/ThrownByShopify.tsx";
export { libraryHeaders as headers } from "#app/components/library-headers.ts";
