import { noParams, type Action } from "./action.ts";

export const doNotSync: Action = { key: "do_not_sync", label: "Do not sync the order", params: noParams, effect: { settles: "skip" } };
