/** The rule as one sentence; each of its words that something stands for opens what changes it. Escape leads back to the word. */
import { Popover } from "@shopify/polaris";
import { useState, type ReactNode } from "react";
import { focusSoon } from "./focus-soon.ts";
import styles from "./Sentence.module.css";
import type { Place, SentencePart } from "./view.ts";
import { SENTENCE } from "./words.ts";

/** `edit`: what is shown for a word; `done` closes it. */
export type SentenceProps = { parts: readonly SentencePart[]; edit: (place: Place, done: () => void) => ReactNode };

export function Sentence({ parts, edit }: SentenceProps) {
  const [open, setOpen] = useState<string | null>(null);
  const seen = new Map<string, number>();
  return (
    <p className={styles["sentence"]}>
      {parts.map(({ words, place }, index) => {
        const stands = place === null ? "" : keyOf(place);
        const before = seen.get(stands) ?? 0;
        seen.set(stands, before + 1);
        // An action's words may go on behind its value: one way to it is enough.
        if (place === null || (place.of === "action" && before > 0)) return <span key={index}>{words}</span>;
        const key = before === 0 ? stands : `${stands}-${before}`;
        const id = `sentence-${key}`;
        const done = (): void => {
          setOpen(null);
          focusSoon(id);
        };
        return (
          <Popover
            key={key} active={open === key} activatorWrapper="span" autofocusTarget="first-node" ariaHaspopup="dialog" preferredAlignment="left" fluidContent onClose={() => setOpen(null)}
            activator={<button id={id} type="button" className={styles["word"]} aria-label={SENTENCE.change(words, SENTENCE.places[place.of])} onClick={() => setOpen(open === key ? null : key)}>{words}</button>}
          >
            <Popover.Pane>{open === key ? edit(place, done) : null}</Popover.Pane>
          </Popover>
        );
      })}
    </p>
  );
}

const keyOf = (place: Place): string => Object.values(place).filter((part) => part !== null).join("-");
