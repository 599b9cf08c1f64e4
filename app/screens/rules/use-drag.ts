/** Dragging a rule to another place with the pointer. The buttons beside each rule do the same from the keyboard. */
import { useState, type DragEvent } from "react";

export type Drag = { from: number | null; over: number | null; of: (index: number) => { onDragStart: (event: DragEvent) => void; onDragEnd: () => void }; onto: (index: number) => { onDragOver: (event: DragEvent) => void; onDrop: (event: DragEvent) => void } };

export function useDrag(onMove: (from: number, to: number) => void): Drag {
  const [from, setFrom] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const end = (): void => {
    setFrom(null);
    setOver(null);
  };
  return {
    from, over,
    of: (index) => ({
      onDragStart: (event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", String(index));
        // What moves is the whole rule, not its handle.
        const rule = event.currentTarget.closest("li");
        if (rule !== null) event.dataTransfer.setDragImage(rule, 24, 24);
        setFrom(index);
      },
      onDragEnd: end,
    }),
    onto: (index) => ({
      onDragOver: (event) => {
        if (from === null) return;
        event.preventDefault();
        setOver(index);
      },
      onDrop: (event) => {
        event.preventDefault();
        if (from !== null && from !== index) onMove(from, index);
        end();
      },
    }),
  };
}
