/** Who decided, in words: a mode, a rule, or a setting. */
import { MODE_WORDS } from "../words.en.ts";
import type { RecordedBecause } from "./recorded.server.ts";
import { WHY_WORDS } from "./words.ts";

export function whoDecided({ by, name }: RecordedBecause): string {
  switch (by) {
    case "rule":
      return WHY_WORDS.rule(name);
    case "mode":
      return WHY_WORDS.mode(isMode(name) ? MODE_WORDS[name].sentence : name);
    case "status":
      return WHY_WORDS.status;
    case "setting":
      return WHY_WORDS.setting;
  }
}

const isMode = (name: string): name is keyof typeof MODE_WORDS => name in MODE_WORDS;
