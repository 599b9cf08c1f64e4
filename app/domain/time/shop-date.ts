/** Business dates: the shop's local day, everywhere. */
import type { Temporal } from "temporal-polyfill";

export const shopDate = (at: Temporal.Instant, timeZone: string): Temporal.PlainDate => at.toZonedDateTimeISO(timeZone).toPlainDate();
