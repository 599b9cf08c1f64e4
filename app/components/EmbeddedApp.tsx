/** The frame of every page inside Shopify's admin: App Bridge, Polaris and its styles. */
import type { ReactNode } from "react";
import { AppProvider } from "@shopify/shopify-app-remix/react";

export type EmbeddedAppProps = { apiKey: string; appBridgeUrl: string | null; children: ReactNode };

export function EmbeddedApp({ apiKey, appBridgeUrl, children }: EmbeddedAppProps) {
  return (
    <AppProvider isEmbeddedApp apiKey={apiKey} {...(appBridgeUrl === null ? {} : { __APP_BRIDGE_URL: appBridgeUrl })}>
      {children}
    </AppProvider>
  );
}
