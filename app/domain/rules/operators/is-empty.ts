import type { Operator } from "./operator.ts";

export const isEmpty: Operator = { kind: "presence", key: "is_empty", label: "is empty", types: ["text", "set"], holdsWhen: "empty" };
