/** The rule under the editor's hands, with every step back. Typing in one place is one step. */
import { useCallback, useState } from "react";
import type { EditedRule } from "./view.ts";

const MOST_STEPS = 200;

type History = { rule: EditedRule; past: EditedRule[]; about: string | null };

export type Editor = { rule: EditedRule; change: (changes: Partial<EditedRule>, about: string) => void; undo: () => void; canUndo: boolean };

export function useEditor(initial: EditedRule): Editor {
  const [{ rule, past }, setHistory] = useState<History>({ rule: initial, past: [], about: null });
  const change = useCallback((changes: Partial<EditedRule>, about: string) => {
    setHistory(({ rule: now, past: before, about: last }) => ({ rule: { ...now, ...changes }, past: about === last ? before : [...before, now].slice(-MOST_STEPS), about }));
  }, []);
  const undo = useCallback(() => {
    setHistory(({ rule: now, past: before }) => ({ rule: before.at(-1) ?? now, past: before.slice(0, -1), about: null }));
  }, []);
  return { rule, change, undo, canUndo: past.length > 0 };
}
