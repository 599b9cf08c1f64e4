/** Remix's options. The Vite plugin does not read this file by itself: vite.config.ts imports it. */

/** @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  appDirectory: "app",
  ignoredRouteFiles: ["**/*.test.{ts,tsx}"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    // Native fetch: without it the polyfilled Response has no static json() and the Shopify library answers 500 (06, Remix traps).
    v3_singleFetch: true,
    // Its fog-of-war client touches sessionStorage unguarded, which throws in an iframe whose third-party storage is blocked (06, Remix traps).
    v3_lazyRouteDiscovery: false,
  },
};
