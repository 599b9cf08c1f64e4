/** Whether a rule says of any line that a vendor ships it: without one the order has no purchase order, whatever the mode. */
import type { Decision } from "./decide.ts";

export const dropShips = ({ lineSlots }: { lineSlots: Readonly<Record<string, { vendor?: unknown }>> } | Pick<Decision, "lineSlots">): boolean =>
  Object.values(lineSlots).some(({ vendor }) => vendor !== undefined);
