/** One step of the set-up: its number, or a tick once it is done, and its content. */
import type { ReactNode } from "react";
import { Card } from "@shopify/polaris";
import styles from "./StepCard.module.css";
import { WORDS } from "./words.ts";

export type StepCardProps = { number: number; title: string; done: boolean; children: ReactNode };

export function StepCard({ number, title, done, children }: StepCardProps) {
  return (
    <Card>
      <section className={styles["step"]} aria-labelledby={`step-${number}`}>
        <span className={done ? `${styles["mark"]} ${styles["done"]}` : styles["mark"]}>
          {done ? (
            <svg viewBox="0 0 20 20" width="16" height="16" role="img" aria-label={WORDS.done} fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round">
              <path d="M4.5 10.5 8.2 14.2 15.5 6.5" />
            </svg>
          ) : (
            number
          )}
        </span>
        <h2 id={`step-${number}`} className={styles["title"]}>
          {title}
        </h2>
        <div className={styles["content"]}>{children}</div>
      </section>
    </Card>
  );
}
