import { wildcardTest } from "./matches.ts";
import { textOperator } from "./operator.ts";

export const doesNotMatch = textOperator("does_not_match", "does not match (* for anything)", true, wildcardTest);
