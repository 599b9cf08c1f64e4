import type { Operator } from "./operator.ts";

export const isNotEmpty: Operator = { kind: "presence", key: "is_not_empty", label: "is not empty", types: ["text", "set"], holdsWhen: "not_empty" };
