/** What happened in a world, in order and without anything random, so that two runs of a seed can be compared word for word. */
import { createHash } from "node:crypto";
import type { VirtualTime } from "./virtual-time.ts";

export type EventLog = {
  add: (what: string, data?: unknown) => void;
  lines: () => readonly string[];
  hash: () => string;
};

export function eventLog(time: VirtualTime): EventLog {
  const lines: string[] = [];
  return {
    add: (what, data) => {
      const at = (time.ms() / 1000).toFixed(3);
      lines.push(data === undefined ? `${at} ${what}` : `${at} ${what} ${JSON.stringify(data)}`);
    },
    lines: () => lines,
    hash: () => createHash("sha256").update(lines.join("\n")).digest("hex"),
  };
}
