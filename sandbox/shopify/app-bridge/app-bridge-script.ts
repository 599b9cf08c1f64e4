/**
 * GET /app-bridge.js: the parts of this folder as one classic script, as Shopify's CDN serves the real one.
 * It has to be there before any module of the app runs, so the parts' imports and exports are taken out and they share one function.
 */
import { readFileSync } from "node:fs";
import type { HttpAnswer } from "../../http/server.ts";

/** Each names what it needs; a part comes after those it needs. */
const PARTS = ["channel", "app-config", "addresses", "token-fetch", "element-styles", "toast", "save-bar", "modal", "admin-bar", "navigation", "start"];

let script: string | undefined;

export function appBridgeScript(): HttpAnswer {
  script ??= bundle(PARTS.map((part) => readFileSync(new URL(`./parts/${part}.js`, import.meta.url), "utf8")));
  // The app is another origin, and may one day ask for cross-origin isolation.
  const headers = { "content-type": "text/javascript;charset=utf-8", "cache-control": "no-cache", "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" };
  return { status: 200, headers, body: script };
}

/** One-line imports and exports of declarations only, which is all the parts use. */
export function bundle(parts: readonly string[]): string {
  const bodies = parts.map((part) => part.replace(/^import .*;$/gm, "").replace(/^export /gm, ""));
  return `(() => {\n"use strict";\n${bodies.join("\n")}\nstart(window, document.currentScript);\n})();\n`;
}
