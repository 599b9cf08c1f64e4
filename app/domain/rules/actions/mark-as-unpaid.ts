import { requiredFlag, type Action } from "./action.ts";

export const markAsUnpaid: Action = { key: "mark_as_unpaid", label: "Mark as unpaid", params: requiredFlag, effect: { sets: "markAsUnpaid" } };
