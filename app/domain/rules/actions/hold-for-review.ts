import { noParams, type Action } from "./action.ts";

export const holdForReview: Action = { key: "hold_for_review", label: "Hold for review", params: noParams, effect: { settles: "hold" } };
