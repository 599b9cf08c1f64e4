import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixOptions from "#remix-options";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Rooms that are bundled: what React renders. Everything else runs natively on Node, so that server and bundle share one instance of it. */
const BUNDLED = /^#app\/(routes|screens|components)\//;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixOptions)],
  build: {
    target: "es2023",
    sourcemap: false,
    // An imported asset stays a file: inlined ones would need a laxer content security policy.
    assetsInlineLimit: 0,
    ...(isSsrBuild === true ? { rollupOptions: { external: (id: string) => id.startsWith("#app/") && !BUNDLED.test(id) } } : {}),
  },
}));
