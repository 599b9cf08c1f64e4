export { tryRuleAsWritten as action } from "#app/screens/rule/try.server.ts";
