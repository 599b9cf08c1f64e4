/** The bundles of the app's extensions, as `npm run build` left them; read anew each time, because a build may run meanwhile. */
import { existsSync, readFileSync } from "node:fs";
import { emptyReply } from "../../http/replies.ts";
import type { HttpAnswer } from "../../http/server.ts";

export const EXTENSIONS = ["order-action", "order-block", "orders-bulk-action"] as const;
export type ExtensionName = (typeof EXTENSIONS)[number];

const FOLDER = new URL("../../../build/extensions/", import.meta.url);

/** Only what is listed: a name from outside is compared, never read. */
export function serveExtension(file: string): HttpAnswer {
  const name = EXTENSIONS.find((each) => `${each}.js` === file);
  const address = name && new URL(`${name}.js`, FOLDER);
  if (address === undefined || !existsSync(address)) return emptyReply(404);
  return { status: 200, headers: { "content-type": "text/javascript;charset=utf-8", "cache-control": "no-cache" }, body: readFileSync(address, "utf8") };
}
