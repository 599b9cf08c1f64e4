/** The style sheet, the script and the icon of the pages, read once; their addresses carry their contents' hash. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { HttpAnswer } from "../../http/server.ts";

const TYPES = {
  "quickbooks.css": "text/css;charset=utf-8",
  "quickbooks.js": "text/javascript;charset=utf-8",
  "icon.svg": "image/svg+xml",
} as const;

export type AssetName = keyof typeof TYPES;

const FOLDER = "/assets/";

const ASSETS: Record<AssetName, { text: string; hash: string }> = {
  "quickbooks.css": read("quickbooks.css"),
  "quickbooks.js": read("quickbooks.js"),
  "icon.svg": read("icon.svg"),
};

export function assetAddress(name: AssetName): string {
  return `${FOLDER}${name}?${ASSETS[name].hash}`;
}

/** Undefined for an address below which there is no such file. */
export function assetReply(pathname: string): HttpAnswer | undefined {
  const name = pathname.slice(FOLDER.length);
  if (!pathname.startsWith(FOLDER) || !isAsset(name)) return undefined;
  const headers = { "content-type": TYPES[name], "cache-control": "public, max-age=31536000, immutable", "x-content-type-options": "nosniff" };
  return { status: 200, headers, body: ASSETS[name].text };
}

function isAsset(name: string): name is AssetName {
  return Object.hasOwn(TYPES, name);
}

function read(name: AssetName): { text: string; hash: string } {
  const text = readFileSync(new URL(`./assets/${name}`, import.meta.url), "utf8");
  return { text, hash: createHash("sha256").update(text).digest("hex").slice(0, 12) };
}
