/** A status as one word with a colour that only repeats it. */
import { html } from "./html.ts";
import type { Html } from "./html.ts";

export type Tone = "good" | "open" | "late" | "quiet";
export type Status = { word: string; tone: Tone };

export function badge({ word, tone }: Status): Html {
  return html`<span class="badge ${tone}">${word}</span>`;
}
