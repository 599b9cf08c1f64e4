/** The admin's stylesheet and scripts, read once; the stylesheet is served as one though it is written in parts. */
import { readdirSync, readFileSync } from "node:fs";
import { emptyReply } from "../../http/replies.ts";
import type { HttpAnswer } from "../../http/server.ts";

const FOLDER = new URL("./assets/", import.meta.url);
const STYLES = ["base.css", "shell.css", "controls.css", "content.css", "app.css", "extensions.css"];

const read = (name: string): string => readFileSync(new URL(name, FOLDER), "utf8");

let assets: Map<string, HttpAnswer> | undefined;

/** Only files that are in the folder: a name from outside is looked up, never read. */
export function serveAsset(name: string): HttpAnswer {
  assets ??= loadAssets();
  return assets.get(name) ?? emptyReply(404);
}

function loadAssets(): Map<string, HttpAnswer> {
  const scripts = readdirSync(FOLDER).filter((name) => name.endsWith(".js"));
  return new Map([
    ["admin.css", answer("text/css;charset=utf-8", STYLES.map(read).join("\n"))],
    ...scripts.map((name): [string, HttpAnswer] => [name, answer("text/javascript;charset=utf-8", read(name))]),
  ]);
}

function answer(type: string, body: string): HttpAnswer {
  return { status: 200, headers: { "content-type": type, "cache-control": "no-cache" }, body };
}
