/** Gives the keyboard to what is there with the next frame, such as what was just added. */

export function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
